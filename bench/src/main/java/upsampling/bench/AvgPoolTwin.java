package upsampling.bench;

import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.AvgPool2d;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link AvgPool2d} and `torch.avg_pool2d`: ceil mode, both ways to count the padding, a divisor of one's own.
final class AvgPoolTwin implements Twin {
    @Override
    public String name() {
        return "AvgPool2d";
    }

    @Override
    public Parameters legal(Draw draw) {
        boolean hasDivisor = draw.onceIn(3);
        return Windows.drawPooling(draw, false).with("countIncludePad", draw.between(0, 1)).with("hasDivisor", hasDivisor ? 1 : 0)
                .with("divisor", hasDivisor ? draw.oneOf(1, 2, 5, 9, -3) : 0);
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        return draw.onceIn(8) ? Fault.of("divisor 0", p.with("hasDivisor", 1).with("divisor", 0), "divisor", "must not be 0", 0)
                : Windows.poolingFault(p, draw, false);
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        AvgPool2d plain = new AvgPool2d(Windows.window(p, "H"), Windows.window(p, "W"), p.is("ceil"), p.is("countIncludePad"), 0);
        AvgPool2d pool = p.is("hasDivisor") ? plain.withDivisorOverride(p.get("divisor")) : plain;
        Tensor x = arguments.getFirst();
        return new Computed(pool.forward(x), g -> List.of(pool.backward(g, x.shape())));
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        LongOptional divisor = p.is("hasDivisor") ? new LongOptional(p.get("divisor")) : new LongOptional();
        return List.of(torch.avg_pool2d(arguments.getFirst(), Windows.pair(p, "k"), Windows.pair(p, "s"), Windows.pair(p, "p"), p.is("ceil"),
                p.is("countIncludePad"), divisor));
    }

    @Override
    public double[] terms(Parameters p, Shape y) {
        return new double[] {p.get("kH") * p.get("kW"), Math.ceilDiv(p.get("kH"), p.get("sH")) * Math.ceilDiv(p.get("kW"), p.get("sW"))};
    }
}
