package upsampling.bench;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.AdaptiveAvgPool2d;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link AdaptiveAvgPool2d} and `torch.adaptive_avg_pool2d`: to smaller and to larger sizes.
final class AdaptiveAvgPoolTwin implements Twin {
    @Override
    public String name() {
        return "AdaptiveAvgPool2d";
    }

    @Override
    public Parameters legal(Draw draw) {
        return Parameters.of().with("N", draw.between(1, 3)).with("C", draw.between(1, 3)).with("H", draw.between(1, 13)).with("W", draw.between(1, 13))
                .with("outH", draw.between(1, 13)).with("outW", draw.between(1, 13));
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        if (draw.onceIn(3)) return Windows.empty(p, draw);
        String axis = draw.onceIn(2) ? "H" : "W";
        int given = -draw.between(0, 3);
        return Fault.of(given == 0 ? Differences.EMPTY_RESULT : "negative output size", p.with("out" + axis, given),
                axis.equals("H") ? "output height" : "output width", ">= 1", given);
    }

    @Override
    public Optional<Fault> tooMany(Draw draw) {
        Parameters p = legal(draw).with("outH", draw.between(1 << 16, 1 << 18)).with("outW", draw.between(1 << 16, 1 << 18));
        return Optional.of(Fault.tooMany(p, p.get("outH") + ", " + p.get("outW")));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        AdaptiveAvgPool2d pool = AdaptiveAvgPool2d.of(p.get("outH"), p.get("outW"));
        Tensor x = arguments.getFirst();
        return new Computed(pool.forward(x), g -> List.of(pool.backward(g, x.shape())));
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        return List.of(torch.adaptive_avg_pool2d(arguments.getFirst(), Windows.pair(p, "out")));
    }

    /// A box holds at most `ceil(in/out) + 1` cells of an axis; the other way round, a cell lies in so many boxes.
    @Override
    public double[] terms(Parameters p, Shape y) {
        double cells = (Math.ceilDiv(p.get("H"), y.h()) + 1) * (Math.ceilDiv(p.get("W"), y.w()) + 1);
        double boxes = (Math.ceilDiv(y.h(), p.get("H")) + 1) * (Math.ceilDiv(y.w(), p.get("W")) + 1);
        return new double[] {cells, boxes};
    }
}
