package upsampling.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.Axes;
import upsampling.op.DifferentiableOperator;
import upsampling.op.LeakyRelu;
import upsampling.op.Relu;
import upsampling.op.Sigmoid;
import upsampling.op.Softmax;
import upsampling.op.Tanh;
import upsampling.tensor.Tensor;

/// An operator that keeps the shape, and its twin: {@link Relu}, {@link LeakyRelu}, {@link Sigmoid}, {@link Tanh}, {@link Softmax} along the channels
/// or over planes.
///
/// It has no parameters that could be wrong. What is left to reject is an empty picture, which libtorch takes.
///
/// @param name of our operator
/// @param operator ours
/// @param peer libtorch's
/// @param bound how exactly the two must agree
record ElementTwin(String name, DifferentiableOperator operator, UnaryOperator<org.bytedeco.pytorch.Tensor> peer, Bound bound) implements Twin {
    private static final double NEGATIVE_SLOPE = 0.2;

    /// Returns the twins of all such operators.
    static List<Twin> all() {
        return List.of(
                new ElementTwin("Relu", Relu.of(), x -> torch.relu(x), Bound.EQUAL),
                new ElementTwin("LeakyRelu", LeakyRelu.of(NEGATIVE_SLOPE), x -> torch.leaky_relu(x, new Scalar(NEGATIVE_SLOPE)), Bound.ROUNDINGS),
                new ElementTwin("Sigmoid", Sigmoid.of(), x -> torch.sigmoid(x), Bound.ROUNDINGS),
                new ElementTwin("Tanh", Tanh.of(), x -> torch.tanh(x), Bound.ROUNDINGS),
                new ElementTwin("Softmax", Softmax.over(Axes.CHANNELS), x -> torch.softmax(x, 1), Bound.ROUNDINGS),
                new ElementTwin("SoftmaxOfPlanes", Softmax.over(Axes.PLANE), x -> torch.softmax(x.flatten(2, 3), 2).reshape(x.sizes()), Bound.ROUNDINGS));
    }

    /// Parameter `spread`: the largest absolute value.
    @Override
    public Parameters legal(Draw draw) {
        return Parameters.of().with("N", draw.between(1, 3)).with("C", draw.between(1, 5)).with("H", draw.sizeOneOf(Windows.MOST_CELLS, 1, 2, 3, 4, 5, 6, 7, 8, 9))
                .with("W", draw.sizeOneOf(Windows.MOST_CELLS, 1, 2, 3, 4, 5, 6, 7, 8, 9))
                .with("spread", draw.oneOf(1, 1, 5, 20, 100));
    }

    @Override
    public Fault illegal(Draw draw) {
        String[] names = {"N", "C", "H", "W"};
        String empty = names[draw.between(0, 3)];
        return Fault.of(empty.equals("N") ? Differences.EMPTY_BATCH : Differences.EMPTY_PICTURE,
                legal(draw).with(empty, 0), empty.toLowerCase(Locale.ROOT), ">= 1", 0);
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")));
    }

    /// A few values are exactly 0, where a rectifier has its kink.
    @Override
    public float value(Parameters p, Draw draw) {
        return draw.onceIn(20) ? 0 : p.get("spread") * draw.value();
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        Tensor x = arguments.getFirst();
        return new Computed(operator.forward(x), g -> List.of(operator.backward(g, x)));
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        return List.of(peer.apply(arguments.getFirst()));
    }

    @Override
    public Bound bound(Parameters p) {
        return bound;
    }
}
