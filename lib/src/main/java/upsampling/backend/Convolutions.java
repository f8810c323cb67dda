package upsampling.backend;

import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Convolution and its two adjoints as matrix products, for every backend.
///
/// With the picture spread into columns (`im2col`), the sum over channels and taps is one product of matrices for each sample and group:
///
/// ```
/// convolve     small  = W columns            columns = im2col(large)
/// stamp        large  = col2im(W^T small)    the same factors, transposed and in reverse order
/// correlate    W     += small columns^T
/// ```
/// Source: Chellapilla, Puri and Simard, "High performance convolutional neural networks for document processing", 2006. Cost: a buffer of
/// `L*kH*kW*Ho*Wo` numbers for one sample at a time.
final class Convolutions {
    private Convolutions() { }

    static void convolve(Backend backend, Tensor large, Tensor weight, Geometry geometry, Tensor small) {
        Factors factors = new Factors(geometry, large.shape(), weight, small);
        try (Tensor columns = factors.allocateColumns(backend)) {
            for (int n = 0; n < large.shape().n(); n++) {
                backend.im2col(large, n, geometry, small.shape().w(), factors.allColumns(columns));
                for (int g = 0; g < geometry.groups(); g++) {
                    backend.gemm(factors.weight(g), factors.columns(columns, g), false, factors.small(n, g));
                }
            }
        }
    }

    static void stamp(Backend backend, Tensor small, Tensor weight, Geometry geometry, Tensor large) {
        Factors factors = new Factors(geometry, large.shape(), weight, small);
        try (Tensor columns = factors.allocateColumns(backend)) {
            for (int n = 0; n < large.shape().n(); n++) {
                for (int g = 0; g < geometry.groups(); g++) {
                    backend.gemm(factors.weight(g).transposed(), factors.small(n, g), false, factors.columns(columns, g));
                }
                backend.col2im(factors.allColumns(columns), geometry, small.shape().w(), large, n);
            }
        }
    }

    static void correlate(Backend backend, Tensor large, Tensor small, Geometry geometry, Tensor weight) {
        Factors factors = new Factors(geometry, large.shape(), weight, small);
        try (Tensor columns = factors.allocateColumns(backend)) {
            for (int n = 0; n < large.shape().n(); n++) {
                backend.im2col(large, n, geometry, small.shape().w(), factors.allColumns(columns));
                for (int g = 0; g < geometry.groups(); g++) {
                    backend.gemm(factors.small(n, g), factors.columns(columns, g).transposed(), n > 0, factors.weight(g));
                }
            }
        }
    }

    /// The three factors, cut into matrices.
    private record Factors(Geometry geometry, Shape large, Tensor weight, Tensor small) {

        Tensor allocateColumns(Backend backend) {
            long rows = (long) large.c() * geometry.taps();
            int columns = small.shape().planeSize();
            if (rows > Integer.MAX_VALUE / columns) {
                throw new ArithmeticException(("Convolution %s: the columns of one picture, channels*kH*kW x Ho*Wo = %d*%d*%d x %d*%d, have more than "
                        + "%d elements; cut the picture into tiles").formatted(geometry, large.c(), geometry.height().kernel(),
                        geometry.width().kernel(), small.shape().h(), small.shape().w(), Integer.MAX_VALUE));
            }
            return backend.empty(Shape.plane((int) rows, columns));
        }

        MatrixView allColumns(Tensor columns) {
            return MatrixView.of(columns, 0, columns.shape().h(), columns.shape().w());
        }

        /// `[L/groups*kH*kW, Ho*Wo]`, the rows of the channels that group `g` sees.
        MatrixView columns(Tensor columns, int g) {
            int rows = columns.shape().h() / geometry.groups();
            return MatrixView.of(columns, g * rows * columns.shape().w(), rows, columns.shape().w());
        }

        /// `[S/groups, L/groups*kH*kW]`
        MatrixView weight(int g) {
            int rows = weight.shape().n() / geometry.groups();
            int columns = weight.shape().size() / weight.shape().n();
            return MatrixView.of(weight, g * rows * columns, rows, columns);
        }

        /// `[S/groups, Ho*Wo]`
        MatrixView small(int n, int g) {
            int rows = small.shape().c() / geometry.groups();
            return MatrixView.of(small, small.shape().index(n, g * rows, 0, 0), rows, small.shape().planeSize());
        }
    }
}
