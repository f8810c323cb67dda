package upsampling.metric;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;

/// Singular values, eigenvalues and least squares of small matrices, in double.
///
/// ```
/// singular values   A = U diag(s) V^T,   s falling, columns of U and V orthonormal
/// eigenvalues       C = Q^T diag(e) Q for a symmetric C,   e falling, rows of Q orthonormal
/// least squares     the x that makes |A x - b| smallest
/// ```
/// The work is done by Hipparchus, and only this class knows: it is maintained (Commons Math, from which it comes, has had no release since
/// 2016), Apache-2.0, pure Java, already here for the Fourier transform, and its 2 MB need no native code. EJML is faster on large
/// matrices; here none has more than a few hundred rows. A decomposition cannot be interrupted once it has begun.
public final class LinearAlgebra {
    private LinearAlgebra() { }

    /// Singular values with their vectors.
    ///
    /// @param left `U`, `[rows][n]` with `n = min(rows, columns)`
    /// @param values `n` numbers, falling, >= 0
    /// @param right `V`, `[columns][n]`
    public record Svd(double[][] left, double[] values, double[][] right) { }

    /// Eigenvalues with their vectors.
    ///
    /// @param values falling
    /// @param vectors one unit vector per *row*, in the same order; its sign is free
    public record Eigen(double[] values, double[][] vectors) { }

    /// Returns the singular value decomposition.
    ///
    /// @throws IllegalArgumentException unless there is a row and a column, all rows have the same length, and all entries are finite
    public static Svd svd(double[][] a) {
        SingularValueDecomposition svd = new SingularValueDecomposition(matrix("LinearAlgebra.svd", a));
        return new Svd(svd.getU().getData(), svd.getSingularValues(), svd.getV().getData());
    }

    /// Returns the singular values, falling.
    ///
    /// @throws IllegalArgumentException unless there is a row and a column, all rows have the same length, and all entries are finite
    public static double[] singularValues(double[][] a) {
        return svd(a).values();
    }

    /// Returns how many singular values are larger than `1e-10` times the largest one.
    ///
    /// @throws IllegalArgumentException unless there is a row and a column, all rows have the same length, and all entries are finite
    public static int rank(double[][] a) {
        return rank(singularValues(a));
    }

    static int rank(double[] singularValues) {
        int rank = 0;
        while (rank < singularValues.length && singularValues[rank] > 1e-10 * singularValues[0]) rank++;
        return rank;
    }

    /// Returns the eigenvalues of a symmetric matrix.
    ///
    /// @throws IllegalArgumentException unless the matrix is square, not empty, finite, and symmetric up to `1e-9` of its largest entry
    public static Eigen symmetric(double[][] c) {
        RealMatrix matrix = matrix("LinearAlgebra.symmetric", c);
        Checks.sameSize("LinearAlgebra.symmetric", "number of columns", c.length, c[0].length);
        double largest = 0;
        for (double[] row : c) {
            for (double entry : row) largest = Math.max(largest, Math.abs(entry));
        }
        for (int i = 0; i < c.length; i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(c[i][j] - c[j][i]) <= 1e-9 * largest) continue;
                throw new IllegalArgumentException("LinearAlgebra.symmetric: the matrix must be symmetric, but [%d][%d] is %s and [%d][%d] is %s".formatted(
                        i, j, c[i][j], j, i, c[j][i]));
            }
        }
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(matrix);
        return new Eigen(eigen.getEigenvalues(), eigen.getVT().getData());
    }

    /// Returns the `x` that makes `|A x - b|` smallest.
    ///
    /// @param a at least as many rows as columns, and no column is a sum of multiples of others
    /// @throws IllegalArgumentException unless the sizes fit, all numbers are finite, and the columns are independent
    public static double[] leastSquares(double[][] a, double[] b) {
        RealMatrix matrix = matrix("LinearAlgebra.leastSquares", a);
        Checks.sameSize("LinearAlgebra.leastSquares", "length of b", a.length, b.length);
        Checks.atLeast(a[0].length, "LinearAlgebra.leastSquares", "number of rows", a.length);
        for (int i = 0; i < b.length; i++) Checks.finite("LinearAlgebra.leastSquares", "b[" + i + "]", b[i]);
        int rank = rank(a);
        if (rank < a[0].length) {
            throw new IllegalArgumentException("LinearAlgebra.leastSquares: the %d columns must be independent, but have rank %d; leave columns out".formatted(
                    a[0].length, rank));
        }
        return new QRDecomposition(matrix).getSolver().solve(new ArrayRealVector(b, false)).toArray();
    }

    private static RealMatrix matrix(String who, double[][] a) {
        Interrupts.check();
        Checks.atLeast(1, who, "number of rows", a.length);
        Checks.atLeast(1, who, "length of row 0", a[0].length);
        for (int i = 0; i < a.length; i++) {
            Checks.sameSize(who, "length of row " + i, a[0].length, a[i].length);
            for (int j = 0; j < a[i].length; j++) Checks.finite(who, "[" + i + "][" + j + "]", a[i][j]);
        }
        return new Array2DRowRealMatrix(a);
    }
}
