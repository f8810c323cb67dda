package upsampling.bench;

import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.ConvTranspose2dImpl;
import org.bytedeco.pytorch.ConvTranspose2dOptions;
import upsampling.op.ConvTranspose2d;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link ConvTranspose2d#withOutputSize} and the `output_size` of PyTorch's module `ConvTranspose2d`.
///
/// Parameters: as in {@link ConvTransposeTwin}; `outH` and `outW` are the requested sizes.
final class ConvTransposeToSizeTwin implements Twin {
    private final ConvTransposeTwin plain = new ConvTransposeTwin(false);

    @Override
    public String name() {
        return "ConvTranspose2dToSize";
    }

    @Override
    public Parameters legal(Draw draw) {
        while (true) {
            Parameters p = plain.legal(draw);
            for (String axis : new String[] {"H", "W"}) {
                if (draw.onceIn(2)) p = p.with("d" + axis, 1);
                p = p.without("op" + axis).with("out" + axis, least(p, axis) + draw.between(0, p.get("s" + axis) - 1));
            }
            // Without the output padding that was drawn, nothing may be left.
            if (p.get("outH") >= 1 && p.get("outW") >= 1 && !Differences.isLeftOut(name(), p)) return p;
        }
    }

    private static int least(Parameters p, String axis) {
        return p.get("s" + axis) * (p.get(axis) - 1) - 2 * p.get("p" + axis) + Windows.effective(p, axis);
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        if (draw.onceIn(5)) return ConvTwin.channels(p, draw);
        if (draw.onceIn(5)) return Windows.empty(p, draw);
        String axis = draw.onceIn(2) ? "H" : "W";
        int least = least(p, axis);
        int most = least + p.get("s" + axis) - 1;
        int given = draw.onceIn(2) ? least - draw.between(1, 5) : most + draw.between(1, 5);
        return Fault.of(given < least ? "size below the smallest" : "size above the largest", p.with("out" + axis, given),
                axis.equals("H") ? "output height" : "output width", Math.max(1, least) + ".." + most, given, "stride=" + p.get("s" + axis));
    }

    @Override
    public Optional<Fault> tooMany(Draw draw) {
        Parameters p = Windows.longStrides(legal(draw), draw);
        p = p.with("outH", least(p, "H")).with("outW", least(p, "W"));
        return Optional.of(Fault.tooMany(p, p.get("outH") + ", " + p.get("outW")));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return plain.arguments(p);
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        Geometry geometry = Windows.geometry(p);
        ConvTranspose2d conv = new ConvTranspose2d(geometry, 0, 0).withOutputSize(arguments.getFirst().shape(), p.get("outH"), p.get("outW"));
        return ConvTwin.computed(conv, arguments);
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        int inChannels = p.get("groups") * p.get("perIn");
        int outChannels = p.get("groups") * p.get("perOut");
        ConvTranspose2dOptions options = new ConvTranspose2dOptions(inChannels, outChannels, new LongPointer(Windows.pair(p, "k")));
        options.stride().put(Windows.pair(p, "s"));
        options.padding().put(Windows.pair(p, "p"));
        options.dilation().put(Windows.pair(p, "d"));
        options.groups().put(p.get("groups"));
        options.bias().put(false);
        ConvTranspose2dImpl module = new ConvTranspose2dImpl(options);
        module.weight(arguments.get(1));
        if (arguments.size() == 3) module.bias(arguments.get(2).flatten());
        return List.of(module.forward(arguments.get(0), p.get("outH"), p.get("outW")));
    }

    @Override
    public double[] terms(Parameters p, Shape y) {
        return plain.terms(p, y);
    }
}
