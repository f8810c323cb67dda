package upsampling.backend;

import upsampling.tensor.Geometry;
import upsampling.tensor.Indices;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Where numbers live and what computes with them: twelve primitives that a device must provide, and whole operators that it may.
///
/// Arguments are checked once, by the operators in `upsampling.op`; a primitive trusts them. Every tensor it gets is on this backend, and
/// results are written into tensors that {@link #empty} or {@link #allocate} made. Operators know no device, and devices know no derivative: a gradient is
/// written once, in terms of these methods.
///
/// An operator closes the tensors that it makes on its way, also when it fails or its thread is interrupted. The result that it was about to
/// return is then left to the garbage collector.
///
/// The whole operators at the end are written in the primitives ({@link Convolutions}). A device replaces one of them only with a
/// benchmark that shows the gain; the same tests hold both.
public interface Backend {
    /// Returns the name used in messages, such as `scalar`.
    String name();

    /// Returns a tensor of zeros on this backend.
    Tensor allocate(Shape shape);

    /// Returns a tensor on this backend for a result that is about to be written. A device need not clear its memory first: the values are whatever
    /// they were, so every one must be written.
    default Tensor empty(Shape shape) {
        return allocate(shape);
    }

    /// Returns a tensor of these values on this backend.
    ///
    /// @param values `shape.size()` numbers in row-major order; copied
    Tensor upload(Shape shape, float[] values);

    /// `c = a b`, or `c += a b`.
    ///
    /// @param add whether the product is added to what `c` holds
    void gemm(MatrixView a, MatrixView b, boolean add, MatrixView c);

    /// Writes what the windows see into the columns of a matrix: one row per channel and tap, one column per window.
    ///
    /// ```
    /// columns(c*kH*kW + kh*kW + kw, oh*Wo + ow) = x[sample, c, oh*sH - pH + kh*dH, ow*sW - pW + kw*dW], 0 in the padding
    /// ```
    ///
    /// @param sample which picture of the batch
    /// @param windows windows along the rows and columns, and the channels they see: all of `x`
    /// @param columns `[C*kH*kW, Ho*Wo]`
    /// @param outWidth `Wo`
    void im2col(Tensor x, int sample, Geometry windows, int outWidth, MatrixView columns);

    /// Adds up what {@link #im2col} has spread, and overwrites picture `sample` of `x` with it: the adjoint. A cell that no window sees becomes 0.
    void col2im(MatrixView columns, Geometry windows, int outWidth, Tensor x, int sample);

    /// `y[p, i, j] = sum of rows(i, h)*columns(j, w)*x[p, h, w]` in every plane `p`: a weighted sum along the columns and one along the rows.
    ///
    /// Every resize and zero insertion is this, and so are their gradients: the adjoint has both tables transposed.
    ///
    /// @param rows table from `H` to `Ho` cells
    /// @param columns table from `W` to `Wo` cells
    /// @param y receives the sums, `[N, C, Ho, Wo]`
    void applyTaps(Tensor x, Taps rows, Taps columns, Tensor y);

    /// `y[p, i, j] = sum of x[p, h, w] over rows(i) x columns(j) / (divisor(i)*divisor(j))`. The adjoint is {@link #applyTaps}.
    ///
    /// Not {@link #applyTaps} with weights of 1/3: a sum that is divided once keeps exact zeros, where rounded weights leave 1e-17.
    void average(Tensor x, Intervals rows, Intervals columns, Tensor y);

    /// Maximum of every window; returns where each was found, as `h*W + w` in its own plane of `x`.
    ///
    /// The first maximum in row-major order wins ties, NaN wins against every number, the last of several NaN is stored. Cells outside the
    /// input do not exist. Every window holds at least one cell.
    ///
    /// @param values receives the maxima, `[N, C, Ho, Wo]`
    Indices maxPool(Tensor x, Window height, Window width, Tensor values);

    /// The values of {@link #maxPool} alone, for those who need no gradient: a device may leave out where they were found. Of `+0` and `-0` in a window
    /// either may be stored.
    default void maxPoolValues(Tensor x, Window height, Window width, Tensor values) {
        maxPool(x, height, width, values);
    }

    /// `y[p, o] = x[p, indices[p, o]]` in every plane `p`; 0 where the index is -1.
    void gather(Tensor x, Indices indices, Tensor y);

    /// `x[p, i] = sum of y[p, o]` over all `o` with `indices[p, o] = i`, in every plane `p`; 0 where there is none: the adjoint of {@link #gather}. An index of -1
    /// stands for no cell. Each sum is rounded once.
    void scatterSum(Tensor y, Indices indices, Tensor x);

    /// Copies a box of elements between two tensors: padding, cropping, joining and permuting are this.
    ///
    /// @param sizes of the box, one per axis of `from` and `to`
    void copy(Strided from, Strided to, int... sizes);

    /// `y = f(x)`, element by element; `y` may be `x`.
    void map(Unary f, Tensor x, Tensor y);

    /// `y = f(a, b)`, element by element; `y` may be one of them. An axis of `a` or `b` that has size 1 is repeated.
    void zip(Binary f, Tensor a, Tensor b, Tensor y);

    /// Combines all elements along the axes that have size 1 in `y`.
    void reduce(Reduction f, Tensor x, Tensor y);

    /// Functions of one number: a closed list, so that every device implements all of them.
    enum Unary {
        /// `max(x, 0)`; NaN stays NaN.
        RELU,
        /// `1 / (1 + exp(-x))`
        SIGMOID,
        /// Hyperbolic tangent.
        TANH,
        /// `exp(x)`
        EXP,
        /// Natural logarithm.
        LOG,
        /// `log(1 + exp(x))`, without overflow for large `x`.
        SOFTPLUS,
        /// Square root.
        SQRT,
        /// Absolute value.
        ABS
    }

    /// Functions of two numbers.
    enum Binary {
        /// `a + b`
        ADD,
        /// `a - b`
        SUBTRACT,
        /// `a * b`
        MULTIPLY,
        /// `a / b`
        DIVIDE,
        /// `a` where `b > 0` or `b` is NaN, else 0: the derivative of {@link Unary#RELU} at `b`, applied to `a`.
        WHERE_POSITIVE;

        /// Returns `f(a, b)`.
        public float apply(float a, float b) {
            return switch (this) {
                case ADD -> a + b;
                case SUBTRACT -> a - b;
                case MULTIPLY -> a * b;
                case DIVIDE -> a / b;
                case WHERE_POSITIVE -> b <= 0 ? 0 : a;
            };
        }
    }

    /// Ways to combine many numbers.
    enum Reduction {
        /// The sum.
        SUM,
        /// The largest; NaN wins.
        MAX
    }

    /// Convolution: from the large picture to the small one, see {@link Geometry}.
    ///
    /// ```
    /// small[n,s,i,j] = sum over l, kh, kw of weight[s,l,kh,kw] * large[n, l, i*sH - pH + kh*dH, j*sW - pW + kw*dW]
    /// ```
    ///
    /// @param large `[N, L, H, W]`
    /// @param weight `[S, L/groups, kH, kW]`
    /// @param small receives the sums, `[N, S, Ho, Wo]`
    /// @throws ArithmeticException if the columns of one picture, `L*kH*kW x Ho*Wo`, have more elements than an `int` counts
    default void convolve(Tensor large, Tensor weight, Geometry geometry, Tensor small) {
        Convolutions.convolve(this, large, weight, geometry, small);
    }

    /// The adjoint of {@link #convolve} in its picture, which is the transposed convolution: every small cell stamps the kernel onto the large picture.
    ///
    /// @throws ArithmeticException as {@link #convolve}
    default void stamp(Tensor small, Tensor weight, Geometry geometry, Tensor large) {
        Convolutions.stamp(this, small, weight, geometry, large);
    }

    /// {@link #convolve} and what follows it. A device may apply that before it writes, which saves reading and writing the result once more.
    default void convolve(Tensor large, Tensor weight, Epilogue epilogue, Geometry geometry, Tensor small) {
        convolve(large, weight, geometry, small);
        epilogue.applyTo(small);
    }

    /// {@link #stamp} and what follows it, also where nothing was stamped.
    default void stamp(Tensor small, Tensor weight, Epilogue epilogue, Geometry geometry, Tensor large) {
        stamp(small, weight, geometry, large);
        epilogue.applyTo(large);
    }

    /// The adjoint of {@link #convolve} in its weight: how often which pair of cells met under a tap.
    ///
    /// ```
    /// weight[s,l,kh,kw] = sum over n, i, j of small[n,s,i,j] * large[n, l, i*sH - pH + kh*dH, j*sW - pW + kw*dW]
    /// ```
    ///
    /// @throws ArithmeticException as {@link #convolve}
    default void correlate(Tensor large, Tensor small, Geometry geometry, Tensor weight) {
        Convolutions.correlate(this, large, small, geometry, weight);
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
