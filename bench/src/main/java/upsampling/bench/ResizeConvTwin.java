package upsampling.bench;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.DoubleVector;
import org.bytedeco.pytorch.DoubleVectorOptional;
import org.bytedeco.pytorch.InterpolateFuncOptions;
import org.bytedeco.pytorch.InterpolateMode;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.kBilinear;
import org.bytedeco.pytorch.kNearest;
import upsampling.op.Conv2d;
import upsampling.op.Resize;
import upsampling.op.ResizeConv2d;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link ResizeConv2d} and PyTorch's `interpolate` followed by `torch.conv2d`: nearest or bilinear, by whole scales. All other ways to resize are
/// compared by {@link ResizeTwin}.
///
/// Parameters: as in {@link ConvTwin}; the convolution sees the picture `scaleH` and `scaleW` times as large.
final class ResizeConvTwin implements Twin {
    @Override
    public String name() {
        return "ResizeConv2d";
    }

    @Override
    public Parameters legal(Draw draw) {
        Parameters p = ConvTwin.drawChannels(draw).with("bilinear", draw.between(0, 1)).with("scaleH", draw.between(1, 3)).with("scaleW", draw.between(1, 3));
        return Windows.drawPicture(Windows.draw(p, draw), draw); // what fits the picture fits a larger one
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        return switch (draw.between(0, 4)) {
            case 0 -> Windows.tooLarge(p.with("scaleH", 1).with("scaleW", 1), draw);
            case 1 -> Windows.empty(p, draw);
            case 2 -> ConvTwin.channels(p, draw);
            case 3 -> {
                int scale = -draw.between(0, 3);
                yield Fault.of("scale not above 0", p.with("scaleH", scale), "scale", "> 0", (double) scale);
            }
            default -> Windows.fault(p, draw);
        };
    }

    @Override
    public Optional<Fault> tooMany(Draw draw) {
        Parameters p = legal(draw).with("scaleH", 1).with("scaleW", 1);
        return Optional.of(Windows.tooMany("Conv2d", p, draw));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return ConvTwin.arguments(p, new Argument("weight", p.get("weights"), p.get("perIn"), p.get("kH"), p.get("kW")));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        Resize resize = (p.is("bilinear") ? Resize.bilinear() : Resize.nearest()).withScale(p.get("scaleH"), p.get("scaleW"));
        return ConvTwin.computed(ResizeConv2d.of(resize, new Conv2d(Windows.geometry(p))), arguments);
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        InterpolateFuncOptions options = new InterpolateFuncOptions();
        options.mode().put(p.is("bilinear") ? new InterpolateMode(new kBilinear()) : new InterpolateMode(new kNearest()));
        options.scale_factor().put(new DoubleVectorOptional(new DoubleVector(p.get("scaleH"), (double) p.get("scaleW"))));
        ResizeTwin.sayDefaults(options, p.is("bilinear"));
        TensorOptional bias = ConvTwin.bias(arguments);
        return List.of(torch.conv2d(torch.interpolate(arguments.get(0), options), arguments.get(1), bias, Windows.pair(p, "s"), Windows.pair(p, "p"),
                Windows.pair(p, "d"), p.get("groups")));
    }

    /// A cell of the larger picture has up to four terms, and each cell of the smaller one counts in up to `2*scale` of an axis.
    @Override
    public double[] terms(Parameters p, Shape y) {
        double taps = p.get("kH") * p.get("kW");
        double windows = y.n() * y.planeSize();
        return new double[] {4 * p.get("perIn") * taps + 1, 4 * p.get("scaleH") * p.get("scaleW") * p.get("perOut") * taps, 4 * windows, windows};
    }
}
