package upsampling.bench;

import java.util.List;
import java.util.Optional;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// An operator of the course and its twin in libtorch.
interface Twin {
    /// Returns the name of the operator, such as `Conv2d`.
    String name();

    /// Draws a configuration that both must accept. It is legal by construction: our own shape rule is not asked.
    Parameters legal(Draw draw);

    /// Draws a configuration that both must reject: a legal one with one thing wrong.
    Fault illegal(Draw draw);

    /// Draws small arguments whose result would have more elements than an `int` can count, or nothing if the operator has none. Such a call must be rejected
    /// before anything is allocated. libtorch is not asked: it counts further and would ask for the memory.
    default Optional<Fault> tooMany(Draw draw) {
        return Optional.empty();
    }

    /// Returns the tensors that the operator takes.
    List<Argument> arguments(Parameters p);

    /// Returns a value of an argument. By default from -1 to 1; other operators want ties or NaN.
    default float value(Parameters p, Draw draw) {
        return draw.value();
    }

    /// Computes the result with our operator.
    ///
    /// @throws IllegalArgumentException if it rejects the configuration
    Computed ours(Parameters p, List<Tensor> arguments);

    /// Computes the result with libtorch: the result, and behind it the indices if the operator tells them.
    ///
    /// @throws RuntimeException if it rejects the configuration
    List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments);

    /// Returns how exactly the two must agree.
    default Bound bound(Parameters p) {
        return Bound.ABSOLUTE_SUM;
    }

    /// Returns whether libtorch computes in float64, so that the error is ours alone. Not where its choice of a cell depends on float32, or nothing is computed.
    default boolean isInDouble(Parameters p) {
        return bound(p) != Bound.EQUAL;
    }

    /// Returns the numbers of products that are summed, see {@link Bound}: for one value of the result, then for one value of each gradient.
    default double[] terms(Parameters p, Shape y) {
        return new double[1 + arguments(p).size()];
    }
}
