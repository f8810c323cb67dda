package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.backend.MatrixView;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The matrix product, plane by plane: every plane of a tensor is a matrix of `H` rows and `W` columns.
///
/// ```
/// y[n,c]     = a[n,c] b[n,c]                 y[n,c,i,j] = sum over k of a[n,c,i,k] * b[n,c,k,j]
/// gradFirst  = gradOutput b^T
/// gradSecond = a^T gradOutput
/// ```
/// Shapes: `a [N, C, H, K]`, `b [N, C, K, W]` -> `y [N, C, H, W]`. PyTorch's and ONNX's `matmul` also repeat `N` and `C` where they are 1;
/// here they must be equal.
///
/// A dense layer needs no operator of its own: on vectors `[N, C, 1, 1]` it is a 1x1 convolution, `Conv2d.of(1)`. Cost: `K` multiplications
/// per output. The plain twin is {@link #reference()}. Notebook: `13-channels.ipynb`.
public record MatMul() implements PairOperator {
    private static final PairChecks CHECKS = new PairChecks("MatMul", "a", "b");

    /// Returns the matrix product; it has no parameters.
    public static MatMul of() {
        return new MatMul();
    }

    @Override
    public String name() {
        return CHECKS.operator();
    }

    /// Returns the shape of the result, `[N, C, H, W]`.
    ///
    /// @throws IllegalArgumentException unless `a` has as many columns as `b` has rows, and both have the same number of planes
    @Override
    public Shape outputShape(Shape a, Shape b) {
        if (a.n() != b.n() || a.c() != b.c() || a.w() != b.h()) {
            throw new IllegalArgumentException(("MatMul: a %s as [N, C, H, K] must be multiplied by b [%d, %d, %d, W], but b was %s; "
                    + "transpose one of them, or give both the same N and C").formatted(a, a.n(), a.c(), a.w(), b));
        }
        return a.withSize(a.h(), b.w());
    }

    @Override
    public Tensor forward(Tensor a, Tensor b) {
        Shape out = outputShape(a.shape(), b.shape());
        Backend backend = CHECKS.backend(a, b);
        Tensor y = backend.empty(out);
        for (int plane = 0; plane < out.planes(); plane++) {
            backend.gemm(matrix(a, plane), matrix(b, plane), false, matrix(y, plane));
        }
        return y;
    }

    @Override
    public Tensor gradFirst(Tensor gradOutput, Tensor a, Tensor b) {
        Backend backend = CHECKS.gradient("gradFirst", outputShape(a.shape(), b.shape()), gradOutput, a, b);
        Tensor gradient = backend.empty(a.shape());
        for (int plane = 0; plane < a.shape().planes(); plane++) {
            backend.gemm(matrix(gradOutput, plane), matrix(b, plane).transposed(), false, matrix(gradient, plane));
        }
        return gradient;
    }

    @Override
    public Tensor gradSecond(Tensor gradOutput, Tensor a, Tensor b) {
        Backend backend = CHECKS.gradient("gradSecond", outputShape(a.shape(), b.shape()), gradOutput, a, b);
        Tensor gradient = backend.empty(b.shape());
        for (int plane = 0; plane < b.shape().planes(); plane++) {
            backend.gemm(matrix(a, plane).transposed(), matrix(gradOutput, plane), false, matrix(gradient, plane));
        }
        return gradient;
    }

    private static MatrixView matrix(Tensor x, int plane) {
        return MatrixView.of(x, plane * x.shape().planeSize(), x.shape().h(), x.shape().w());
    }

    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link MatMul}, loop for loop.
    ///
    /// @param operator the operator
    public record Reference(MatMul operator) implements PairOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor a, DoubleTensor b) {
            DoubleTensor y = DoubleTensor.zeros(operator.outputShape(a.shape(), b.shape()));
            visit(a.shape(), b.shape(), (ia, ib, iy) -> y.data()[iy] += a.data()[ia] * b.data()[ib]);
            return y;
        }

        @Override
        public DoubleTensor gradFirst(DoubleTensor gradOutput, DoubleTensor a, DoubleTensor b) {
            DoubleTensor gradient = DoubleTensor.zeros(a.shape());
            visit(a.shape(), b.shape(), (ia, ib, iy) -> gradient.data()[ia] += gradOutput.data()[iy] * b.data()[ib]);
            return gradient;
        }

        @Override
        public DoubleTensor gradSecond(DoubleTensor gradOutput, DoubleTensor a, DoubleTensor b) {
            DoubleTensor gradient = DoubleTensor.zeros(b.shape());
            visit(a.shape(), b.shape(), (ia, ib, iy) -> gradient.data()[ib] += gradOutput.data()[iy] * a.data()[ia]);
            return gradient;
        }

        /// Every triple of an element of `a`, one of `b`, and the element of `y` that their product goes to.
        private static void visit(Shape a, Shape b, Triple use) {
            for (int plane = 0; plane < a.planes(); plane++) {
                for (int i = 0; i < a.h(); i++) {
                    Interrupts.check();
                    for (int j = 0; j < b.w(); j++) {
                        for (int k = 0; k < a.w(); k++) {
                            use.of((plane * a.h() + i) * a.w() + k, (plane * b.h() + k) * b.w() + j, (plane * a.h() + i) * b.w() + j);
                        }
                    }
                }
            }
        }

        private interface Triple {
            void of(int ia, int ib, int iy);
        }
    }
}
