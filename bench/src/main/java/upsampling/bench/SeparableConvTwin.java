package upsampling.bench;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.Conv2d;
import upsampling.op.SeparableConv2d;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link SeparableConv2d} and two calls of `torch.conv2d`, in both orders.
///
/// Parameters: the depthwise step has `groups` channels and makes `multiplier` results of each; `pointwise` are the channels at the other end: the results if
/// it comes second, the channels of `x` if it comes `first`. `middle` are the channels that the pointwise weight has for the depthwise step.
final class SeparableConvTwin implements Twin {
    @Override
    public String name() {
        return "SeparableConv2d";
    }

    @Override
    public Parameters legal(Draw draw) {
        int groups = draw.between(1, 4);
        int multiplier = draw.oneOf(1, 1, 2, 3);
        int isFirst = draw.between(0, 1);
        int pointwise = draw.between(1, 4);
        Parameters p = Parameters.of().with("N", draw.between(1, 3)).with("C", isFirst == 1 ? pointwise : groups).with("groups", groups)
                .with("multiplier", multiplier).with("first", isFirst).with("pointwise", pointwise).with("middle", isFirst == 1 ? groups : groups * multiplier);
        return Windows.drawPicture(Windows.draw(p, draw), draw);
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        return switch (draw.between(0, 4)) {
            case 0 -> Windows.tooLarge(p, draw);
            case 1 -> Windows.empty(p, draw);
            case 2 -> ConvTwin.channels(p, draw);
            case 3 -> {
                int middle = p.get("middle") + draw.between(1, 3);
                Parameters other = p.with("middle", middle);
                yield p.is("first") ? Fault.of("pointwise step that makes too much", other, "expects " + p.get("groups"), "has " + middle)
                        : Fault.of("pointwise step that wants more", other, "expects " + middle, "has " + p.get("middle"));
            }
            default -> Windows.fault(p, draw);
        };
    }

    @Override
    public Optional<Fault> tooMany(Draw draw) {
        return Optional.of(Windows.tooMany("Conv2d", legal(draw), draw));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        Argument depthwise = new Argument("depthwise weight", p.get("groups") * p.get("multiplier"), 1, p.get("kH"), p.get("kW"));
        Argument pointwise = p.is("first") ? new Argument("pointwise weight", p.get("middle"), p.get("pointwise"), 1, 1)
                : new Argument("pointwise weight", p.get("pointwise"), p.get("middle"), 1, 1);
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")), depthwise, pointwise);
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        SeparableConv2d conv = new SeparableConv2d(new Conv2d(Windows.geometry(p)), p.is("first"));
        Tensor x = arguments.get(0);
        Tensor depthwise = arguments.get(1);
        Tensor pointwise = arguments.get(2);
        return new Computed(conv.forward(x, depthwise, pointwise), g -> {
            SeparableConv2d.Gradients gradients = conv.backward(g, x, depthwise, pointwise);
            return List.of(gradients.input(), gradients.depthwise(), gradients.pointwise());
        });
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        org.bytedeco.pytorch.Tensor x = arguments.get(0);
        org.bytedeco.pytorch.Tensor pointwise = arguments.get(2);
        if (p.is("first")) return List.of(depthwise(p, torch.conv2d(x, pointwise), arguments.get(1)));
        return List.of(torch.conv2d(depthwise(p, x, arguments.get(1)), pointwise));
    }

    private static org.bytedeco.pytorch.Tensor depthwise(Parameters p, org.bytedeco.pytorch.Tensor x, org.bytedeco.pytorch.Tensor weight) {
        return torch.conv2d(x, weight, new TensorOptional(), Windows.pair(p, "s"), Windows.pair(p, "p"), Windows.pair(p, "d"), p.get("groups"));
    }

    /// The products of one step are the terms of the other.
    @Override
    public double[] terms(Parameters p, Shape y) {
        double taps = p.get("kH") * p.get("kW");
        double windows = y.n() * y.planeSize();
        double cells = Math.max(windows, p.get("N") * p.get("H") * p.get("W"));
        return new double[] {taps * p.get("middle") * p.get("pointwise"), taps * y.c() * p.get("middle"), windows * p.get("pointwise"),
                cells * taps * p.get("multiplier")};
    }
}
