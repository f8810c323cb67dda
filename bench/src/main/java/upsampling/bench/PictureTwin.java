package upsampling.bench;

import java.util.List;
import upsampling.op.FixedOperator;
import upsampling.tensor.Tensor;

/// The twin of an operator without a weight that takes one picture.
interface PictureTwin extends Twin {
    /// Returns our operator.
    ///
    /// @throws IllegalArgumentException if it rejects the parameters
    FixedOperator operator(Parameters p);

    /// Computes the result with libtorch.
    ///
    /// @throws RuntimeException if it rejects the configuration
    org.bytedeco.pytorch.Tensor peer(Parameters p, org.bytedeco.pytorch.Tensor x);

    /// Draws a picture, mostly a small one.
    static Parameters drawPicture(Draw draw) {
        return Parameters.of().with("N", draw.between(1, 3)).with("C", draw.between(1, 4)).with("H", draw.sizeOneOf(Windows.MOST_CELLS, 1, 2, 3, 4, 5, 7, 8, 13))
                .with("W", draw.sizeOneOf(Windows.MOST_CELLS, 1, 2, 3, 4, 5, 7, 8, 13));
    }

    @Override
    default List<Argument> arguments(Parameters p) {
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")));
    }

    @Override
    default Computed ours(Parameters p, List<Tensor> arguments) {
        Tensor x = arguments.getFirst();
        FixedOperator operator = operator(p);
        return new Computed(operator.forward(x), g -> List.of(operator.backward(g, x.shape())));
    }

    @Override
    default List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        return List.of(peer(p, arguments.getFirst()));
    }
}
