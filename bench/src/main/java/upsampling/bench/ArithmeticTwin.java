package upsampling.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.Add;
import upsampling.op.Multiply;
import upsampling.op.PairOperator;
import upsampling.op.Subtract;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link Add}, {@link Subtract} or {@link Multiply} and its twin: an axis of size 1 is repeated, on either side.
///
/// Parameters: `aN` ... `aW` are the sizes of the first tensor, `bN` ... `bW` those of the second.
///
/// @param name of our operator
/// @param operator ours
/// @param peer libtorch's
record ArithmeticTwin(String name, PairOperator operator, BinaryOperator<org.bytedeco.pytorch.Tensor> peer) implements Twin {
    private static final String[] AXES = {"N", "C", "H", "W"};

    /// Returns the twins of all such operators.
    static List<Twin> all() {
        return List.of(new ArithmeticTwin("Add", Add.of(), (a, b) -> torch.add(a, b)),
                new ArithmeticTwin("Subtract", Subtract.of(), (a, b) -> torch.sub(a, b)),
                new ArithmeticTwin("Multiply", Multiply.of(), (a, b) -> torch.mul(a, b)));
    }

    @Override
    public Parameters legal(Draw draw) {
        Parameters p = Parameters.of();
        for (String axis : AXES) {
            int size = draw.sizeOneOf(Windows.MOST_CELLS, 1, 2, 3, 4, 5, 6);
            int repeated = draw.oneOf(0, 0, 1, 2); // which side has size 1
            p = p.with("a" + axis, repeated == 1 ? 1 : size).with("b" + axis, repeated == 2 ? 1 : size);
        }
        return p;
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        String axis = AXES[draw.between(0, 3)];
        if (draw.onceIn(4)) {
            return Fault.of(axis.equals("N") ? Differences.EMPTY_BATCH : Differences.EMPTY_PICTURE, p.with("a" + axis, 0).with("b" + axis, 0),
                    axis.toLowerCase(Locale.ROOT), ">= 1", 0);
        }
        int size = draw.between(2, 6);
        int other = size + draw.between(1, 4);
        boolean isFirst = draw.onceIn(2);
        Parameters differ = p.with("a" + axis, isFirst ? size : other).with("b" + axis, isFirst ? other : size);
        return Fault.of("sizes that differ along " + axis, differ, "differ along " + axis, "must be equal", sizes(differ, "a"), sizes(differ, "b"));
    }

    private static String sizes(Parameters p, String side) {
        return "%d, %d, %d, %d".formatted(p.get(side + "N"), p.get(side + "C"), p.get(side + "H"), p.get(side + "W"));
    }

    /// A column and a row.
    @Override
    public Optional<Fault> tooMany(Draw draw) {
        Parameters p = legal(draw).with("aH", draw.between(46_341, 50_000)).with("aW", 1).with("bH", 1).with("bW", draw.between(46_341, 50_000));
        return Optional.of(Fault.tooMany(p, p.get("aH") + ", " + p.get("bW")));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("a", p.get("aN"), p.get("aC"), p.get("aH"), p.get("aW")),
                new Argument("b", p.get("bN"), p.get("bC"), p.get("bH"), p.get("bW")));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        return PairTwins.computed(operator, arguments);
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        return List.of(peer.apply(arguments.get(0), arguments.get(1)));
    }

    /// A difference of absolute values is no sum of them, so the bound comes from the values, which are from -1 to 1.
    @Override
    public Bound bound(Parameters p) {
        return Bound.LARGEST_SUM;
    }

    /// A result has two terms; a gradient is added up over everything that was repeated.
    @Override
    public double[] terms(Parameters p, Shape y) {
        double[] repeated = {y.size() / size(p, "a"), y.size() / size(p, "b")};
        return new double[] {2 * 2 * 2, Math.pow(repeated[0], 3), Math.pow(repeated[1], 3)};
    }

    private static double size(Parameters p, String side) {
        double size = 1;
        for (String axis : AXES) size *= p.get(side + axis);
        return size;
    }
}
