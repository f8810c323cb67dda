package upsampling.metric;

import upsampling.tensor.Checks;

/// How far apart two subspaces are, whatever vectors they are given by.
///
/// ```
/// P        = A^T (A A^T)^-1 A         the projector on the span of the rows of A
/// distance = |P_A - P_B|, Frobenius   for equal dimensions sqrt(2 * sum of sin(angle)^2)
/// cos(angle i) = singular value i of Q_A Q_B^T,   rows of Q_A, Q_B orthonormal bases
/// ```
/// A subspace has many bases, and eigenvectors may change their sign: compare subspaces, not vectors.
///
/// Source: Björck and Golub, "Numerical methods for computing angles between linear subspaces", 1973. Notebook: `13-channels.ipynb`.
public final class Subspaces {
    private Subspaces() { }

    /// Returns the projector on the span of the rows, `[n][n]` for rows of length `n`.
    ///
    /// @throws IllegalArgumentException unless the rows are independent, finite and of the same length
    public static double[][] projector(double[][] rows) {
        double[][] basis = basis("Subspaces.projector", rows);
        double[][] projector = new double[rows[0].length][rows[0].length];
        for (double[] direction : basis) {
            for (int i = 0; i < direction.length; i++) {
                for (int j = 0; j < direction.length; j++) projector[i][j] += direction[i] * direction[j];
            }
        }
        return projector;
    }

    /// Returns the Frobenius norm of the difference of both projectors: 0 for the same subspace, at most `sqrt(kA + kB)` for `kA` and `kB`
    /// dimensions.
    ///
    /// @throws IllegalArgumentException unless the rows of each are independent, and all are finite and of the same length
    public static double distance(double[][] a, double[][] b) {
        double[][] pa = projector(a);
        double[][] pb = projector(b);
        Checks.sameSize("Subspaces.distance", "length of the rows of b", pa.length, pb.length);
        double squares = 0;
        for (int i = 0; i < pa.length; i++) {
            for (int j = 0; j < pa.length; j++) squares += (pa[i][j] - pb[i][j]) * (pa[i][j] - pb[i][j]);
        }
        return Math.sqrt(squares);
    }

    /// Returns the principal angles in radians, rising, `min(kA, kB)` of them, in `0 .. pi/2`.
    ///
    /// The arc cosine knows nothing of angles below `1e-8`; those below 45 degrees are taken from the sines, the singular values of what is left of
    /// one basis after projection on the other.
    ///
    /// @throws IllegalArgumentException unless the rows of each are independent, and all are finite and of the same length
    public static double[] angles(double[][] a, double[][] b) {
        if (a.length < b.length) return angles(b, a);
        double[][] qa = basis("Subspaces.angles", a);
        double[][] qb = basis("Subspaces.angles", b);
        Checks.sameSize("Subspaces.angles", "length of the rows of b", qa[0].length, qb[0].length);
        double[][] products = new double[qb.length][qa.length];
        double[][] left = new double[qb.length][];
        for (int i = 0; i < qb.length; i++) {
            left[i] = qb[i].clone();
            for (int j = 0; j < qa.length; j++) {
                for (int n = 0; n < qa[j].length; n++) products[i][j] += qb[i][n] * qa[j][n];
                for (int n = 0; n < qa[j].length; n++) left[i][n] -= products[i][j] * qa[j][n];
            }
        }
        double[] cosines = LinearAlgebra.singularValues(products);
        double[] sines = LinearAlgebra.singularValues(left);
        double[] angles = new double[qb.length];
        for (int i = 0; i < angles.length; i++) {
            double sine = sines[angles.length - 1 - i]; // the largest cosine belongs to the smallest sine
            angles[i] = 2 * cosines[i] * cosines[i] > 1 ? Math.asin(Math.min(1, sine)) : Math.acos(Math.min(1, cosines[i]));
        }
        return angles;
    }

    /// Orthonormal rows with the same span: right singular vectors.
    private static double[][] basis(String who, double[][] rows) {
        LinearAlgebra.Svd svd = LinearAlgebra.svd(rows);
        int rank = LinearAlgebra.rank(svd.values());
        if (rank < rows.length) {
            throw new IllegalArgumentException("%s: the %d rows must be independent, but span only %d dimensions; leave rows out".formatted(
                    who, rows.length, rank));
        }
        double[][] basis = new double[rank][rows[0].length];
        for (int k = 0; k < rank; k++) {
            for (int n = 0; n < basis[k].length; n++) basis[k][n] = svd.right()[n][k];
        }
        return basis;
    }
}
