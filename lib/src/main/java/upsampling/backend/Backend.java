package upsampling.backend;

import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Where numbers live and what computes with them: the few primitives a device must provide.
///
/// **Provisional.** These are the primitives that pooling and resizing need; the list is settled when a second device and the other operators exist.
///
/// Arguments are checked once, by the operators in `upsampling.op`; a primitive trusts them. Every tensor it gets is on this backend, and
/// results are written into tensors that {@link #allocate} made. Operators know no device, and devices know no derivative: a gradient is
/// written once, in terms of these primitives.
public interface Backend {
    /// Returns the name used in messages, such as `scalar`.
    String name();

    /// Returns a tensor of zeros on this backend.
    Tensor allocate(Shape shape);

    /// Maximum of every window, and where it was found.
    ///
    /// The first maximum in row-major order wins ties, NaN wins against every number, the last of several NaN is stored. Cells outside the
    /// input do not exist. Every window holds at least one cell.
    ///
    /// @param values receives the maxima, `[N, C, Ho, Wo]`
    /// @param indices receives, for each maximum, its index `h*W + w` in its own plane of `x`
    void maxPool(Tensor x, Window height, Window width, Tensor values, int[] indices);

    /// `y[p, o] = x[p, indices[p, o]]` in every plane `p`; 0 where the index is -1.
    void gather(Tensor x, int[] indices, Tensor y);

    /// `x[p, indices[p, o]] += y[p, o]` in every plane `p`, except where the index is -1: the adjoint of {@link #gather}.
    void scatterAdd(Tensor y, int[] indices, Tensor x);

    /// `y[p, i, j] = sum of x[p, h, w] over rows(i) x columns(j) / (divisor(i)*divisor(j))`.
    ///
    /// Not {@link #applyTaps} with weights of 1/3: a sum that is divided once keeps exact zeros, where rounded weights leave 1e-17.
    void average(Tensor x, Intervals rows, Intervals columns, Tensor y);

    /// `x[p, h, w] += y[p, i, j] / (divisor(i)*divisor(j))` for every cell of `rows(i) x columns(j)`: the adjoint of {@link #average}.
    void spreadAdd(Tensor y, Intervals rows, Intervals columns, Tensor x);

    /// `y[p, i, j] = sum of rows(i, h)*columns(j, w)*x[p, h, w]` in every plane `p`: a weighted sum along the columns and one along the rows.
    ///
    /// Every resize and zero insertion is this, and so are their gradients: the adjoint has both tables transposed.
    ///
    /// @param rows table from `H` to `Ho` cells
    /// @param columns table from `W` to `Wo` cells
    /// @param y receives the sums, `[N, C, Ho, Wo]`
    void applyTaps(Tensor x, Taps rows, Taps columns, Tensor y);

    /// `y = f(x)`, element by element.
    void map(Unary f, Tensor x, Tensor y);

    /// `y = f(a, b)`, element by element.
    void zip(Binary f, Tensor a, Tensor b, Tensor y);

    /// Functions of one number: a closed list, so that every device implements all of them.
    enum Unary {
        /// `max(x, 0)`; NaN stays NaN.
        RELU
    }

    /// Functions of two numbers.
    enum Binary {
        /// `a` where `b > 0` or `b` is NaN, else 0: the derivative of {@link Unary#RELU} at `b`, applied to `a`.
        WHERE_POSITIVE
    }

    /// Returns the backend of both tensors.
    ///
    /// @throws IllegalArgumentException unless both are on the same backend
    static Backend common(String who, String nameA, Tensor a, String nameB, Tensor b) {
        if (a.backend() != b.backend()) {
            throw new IllegalArgumentException("%s: %s is on backend %s, but %s is on backend %s; move one of them with .to(backend)".formatted(
                    who, nameA, a.backend().name(), nameB, b.backend().name()));
        }
        return a.backend();
    }
}
