package upsampling.bench;

import java.util.List;
import upsampling.op.PairOperator;
import upsampling.tensor.Tensor;

/// What the twins of all operators with two arguments share.
final class PairTwins {
    private PairTwins() { }

    /// Computes the result of our operator; the gradients are those of the first and of the second argument.
    static Computed computed(PairOperator operator, List<Tensor> arguments) {
        Tensor a = arguments.get(0);
        Tensor b = arguments.get(1);
        return new Computed(operator.forward(a, b), g -> List.of(operator.gradFirst(g, a, b), operator.gradSecond(g, a, b)));
    }
}
