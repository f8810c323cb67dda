package upsampling.bench;

import org.bytedeco.pytorch.Tensor;
import upsampling.op.FixedOperator;
import upsampling.op.Reshape;

/// {@link Reshape} and PyTorch's `reshape`.
///
/// Parameters: `toC`, `toH` and `toW` are the wanted channels, rows and columns; all 0 for a vector.
final class ReshapeTwin implements PictureTwin {
    @Override
    public String name() {
        return "Reshape";
    }

    @Override
    public Parameters legal(Draw draw) {
        int[] factors = {draw.between(1, 5), draw.between(1, 5), draw.between(1, 5)};
        int turn = draw.between(0, 2);
        Parameters p = Parameters.of().with("N", draw.between(1, 3)).with("C", factors[0]).with("H", factors[1]).with("W", factors[2]);
        if (draw.onceIn(4)) return p.with("toC", 0).with("toH", 0).with("toW", 0);
        return p.with("toC", factors[turn]).with("toH", factors[(turn + 1) % 3]).with("toW", factors[(turn + 2) % 3]);
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        if (draw.onceIn(4)) return Windows.empty(p, draw);
        String[] axes = {"toC", "toH", "toW"};
        String[] words = {"channels", "height", "width"};
        int axis = draw.between(0, 2);
        Parameters maps = p.with("toC", p.get("C")).with("toH", p.get("H")).with("toW", p.get("W"));
        if (draw.onceIn(2)) {
            int given = -draw.between(2, 5); // PyTorch computes a size that is -1
            return Fault.of("negative size", maps.with(axes[axis], given), words[axis], ">= 1", given);
        }
        int given = maps.get(axes[axis]) + draw.oneOf(1, 2, 1000, 1 << 20);
        Parameters other = maps.with(axes[axis], given);
        return Fault.of("another number of values", other, "has " + p.get("C") * p.get("H") * p.get("W"), "asked for",
                "%d*%d*%d".formatted(other.get("toC"), other.get("toH"), other.get("toW")));
    }

    @Override
    public FixedOperator operator(Parameters p) {
        return new Reshape(p.get("toC"), p.get("toH"), p.get("toW"));
    }

    @Override
    public Tensor peer(Parameters p, Tensor x) {
        if (p.get("toC") == 0) return x.flatten(1, 3).unsqueeze(2).unsqueeze(3);
        return x.reshape(p.get("N"), p.get("toC"), p.get("toH"), p.get("toW"));
    }

    @Override
    public Bound bound(Parameters p) {
        return Bound.EQUAL;
    }
}
