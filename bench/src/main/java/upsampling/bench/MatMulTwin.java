package upsampling.bench;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.MatMul;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link MatMul} and `torch.matmul`.
///
/// Parameters: `a` is `[N, C, H, K]` and `b` is `[bN, bC, bK, W]`, where `bN`, `bC` and `bK` are `N`, `C` and `K` unless a fault says otherwise.
final class MatMulTwin implements Twin {
    /// Rows and columns of a large product.
    private static final int MOST = 80;

    @Override
    public String name() {
        return "MatMul";
    }

    @Override
    public Parameters legal(Draw draw) {
        Parameters p = Parameters.of().with("N", draw.between(1, 3)).with("C", draw.between(1, 3)).with("K", draw.sizeOneOf(8 * MOST, 1, 2, 3, 7, 16, 33))
                .with("H", draw.sizeOneOf(MOST, 1, 2, 3, 4, 5, 6, 7, 8, 9)).with("W", draw.sizeOneOf(MOST, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        return p.with("bN", p.get("N")).with("bC", p.get("C")).with("bK", p.get("K"));
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        if (draw.onceIn(5)) return Fault.of(Differences.EMPTY_BATCH, p.with("N", 0).with("bN", 0), "n", ">= 1", 0);
        String axis = draw.onceIn(2) ? "K" : draw.onceIn(2) ? "N" : "C";
        boolean isRepeated = !axis.equals("K") && draw.onceIn(2);
        int size = isRepeated || axis.equals("K") ? p.get(axis) : draw.between(2, 4); // 1 would be repeated
        int given = isRepeated ? 1 : size + draw.between(1, 4);
        Parameters other = p.with(axis, isRepeated ? Math.max(2, size) : size).with("b" + axis, given);
        String expected = other.get("N") + ", " + other.get("C") + ", " + other.get("K");
        return Fault.of(isRepeated ? Differences.REPEATED_MATRIX : "matrices that do not fit in " + axis, other, "must be multiplied by", expected,
                "%d, %d, %d, %d".formatted(other.get("bN"), other.get("bC"), other.get("bK"), other.get("W")));
    }

    @Override
    public Optional<Fault> tooMany(Draw draw) {
        Parameters p = legal(draw).with("H", draw.between(46_341, 50_000)).with("W", draw.between(46_341, 50_000)).with("K", 1).with("bK", 1);
        return Optional.of(Fault.tooMany(p, p.get("H") + ", " + p.get("W")));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("a", p.get("N"), p.get("C"), p.get("H"), p.get("K")),
                new Argument("b", p.get("bN"), p.get("bC"), p.get("bK"), p.get("W")));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        return PairTwins.computed(MatMul.of(), arguments);
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        return List.of(torch.matmul(arguments.get(0), arguments.get(1)));
    }

    @Override
    public double[] terms(Parameters p, Shape y) {
        return new double[] {p.get("K"), p.get("W"), p.get("H")};
    }
}
