package upsampling.op;

import java.util.function.UnaryOperator;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A linear map between tensors of two fixed shapes: `y = A x`. The centre of the library.
///
/// ```
/// <A x, y> = <x, A* y>      for all x, y: this defines the adjoint A*
/// A*                        has the transposed matrix; it is also what backpropagation through A does to a gradient
/// ```
/// Average pooling, every interpolation, zero insertion, convolution, transposed convolution and pixel shuffle are such maps, and so is the
/// derivative of max pooling or ReLU at a point. A notebook cell may implement this interface: four methods are enough.
public interface LinearOperator {
    /// Returns the shape of `x`.
    Shape inputShape();

    /// Returns the shape of `y = A x`.
    Shape outputShape();

    /// Returns `A x`, a new tensor on the backend of `x`.
    ///
    /// @throws IllegalArgumentException unless `x` has the shape `inputShape()`
    Tensor apply(Tensor x);

    /// Returns `A* y`, a new tensor on the backend of `y`.
    ///
    /// @throws IllegalArgumentException unless `y` has the shape `outputShape()`
    Tensor adjoint(Tensor y);

    /// Returns the same map in double. The operators of this library answer with plain loops written from the formula; by default (an
    /// operator of a notebook cell) the float methods are used, and results carry float rounding.
    default Reference reference() {
        return Reference.of(x -> DoubleTensor.of(apply(x.toFloat())), y -> DoubleTensor.of(adjoint(y.toFloat())));
    }

    /// Returns the matrix of the map, `[outputShape().size()][inputShape().size()]`, both sides in row-major order.
    ///
    /// Column `i` is `A e_i`, the answer to an impulse at element `i`, computed with {@link #reference()}. Cost: one application and one
    /// column per input element, so this is for small shapes.
    ///
    /// @throws IllegalArgumentException if the matrix has more than 2^24 entries
    default double[][] matrix() {
        int rows = outputShape().size();
        int columns = inputShape().size();
        if ((long) rows * columns > 1 << 24) {
            throw new IllegalArgumentException("matrix: %d x %d entries for %s -> %s, at most %d are allowed; use a smaller input shape".formatted(
                    rows, columns, inputShape(), outputShape(), 1 << 24));
        }
        Reference reference = reference();
        double[][] matrix = new double[rows][columns];
        for (int i = 0; i < columns; i++) {
            Interrupts.check();
            DoubleTensor impulse = DoubleTensor.zeros(inputShape());
            impulse.data()[i] = 1;
            double[] column = reference.apply(impulse).data();
            Checks.sameSize("matrix", "number of values of A e_" + i, rows, column.length);
            for (int o = 0; o < rows; o++) {
                matrix[o][i] = column[o];
            }
        }
        return matrix;
    }

    /// Returns this map followed by another one: `x -> next.apply(apply(x))`. Its matrix is the product, `next.matrix() * matrix()`.
    ///
    /// @throws IllegalArgumentException unless `next` takes tensors of the shape `outputShape()`
    default LinearOperator then(LinearOperator next) {
        return new Sequence(this, next);
    }

    /// Returns the sum of this map and another one: `x -> apply(x) + other.apply(x)`. Its matrix is the sum of the matrices.
    ///
    /// @throws IllegalArgumentException unless both maps have the same shapes
    default LinearOperator plus(LinearOperator other) {
        return new Sum(this, other);
    }

    /// Returns this map times a number: `x -> factor * apply(x)`. Its matrix is `factor * matrix()`.
    ///
    /// @throws IllegalArgumentException unless the factor is finite
    default LinearOperator scaled(double factor) {
        return new Scaled(this, factor);
    }

    /// A linear map in double: for matrices, gradient checks and tests.
    interface Reference {
        /// Returns `A x`.
        ///
        /// @throws IllegalArgumentException unless `x` has the shape `inputShape()`
        DoubleTensor apply(DoubleTensor x);

        /// Returns `A* y`.
        ///
        /// @throws IllegalArgumentException unless `y` has the shape `outputShape()`
        DoubleTensor adjoint(DoubleTensor y);

        /// Returns this reference with its shapes checked: a loop over one shape may answer to another one, only wrongly.
        ///
        /// @param in shape of `x`
        /// @param out shape of `y`
        default Reference checked(String who, Shape in, Shape out) {
            return of(x -> {
                Checks.sameShape(who + ".reference().apply", "x", in, x.shape());
                return apply(x);
            }, y -> {
                Checks.sameShape(who + ".reference().adjoint", "y", out, y.shape());
                return adjoint(y);
            });
        }

        /// Returns a reference made of two functions, which may trust the shapes of their arguments if it is {@link #checked}.
        static Reference of(UnaryOperator<DoubleTensor> apply, UnaryOperator<DoubleTensor> adjoint) {
            return new Reference() {
                @Override
                public DoubleTensor apply(DoubleTensor x) {
                    return apply.apply(x);
                }

                @Override
                public DoubleTensor adjoint(DoubleTensor y) {
                    return adjoint.apply(y);
                }
            };
        }
    }
}
