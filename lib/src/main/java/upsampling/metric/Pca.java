package upsampling.metric;

import java.util.Arrays;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;

/// Principal components: the directions in which data vary most.
///
/// ```
/// C = mean of (x - mean)(x - mean)^T = sum of variance[k] * direction[k] direction[k]^T
/// least mean squared error of a linear code of K numbers = sum of variance[k] over k >= K
/// ```
/// Directions are determined up to their sign, and for equal variances not even that: compare the subspaces, see {@link Subspaces}.
///
/// Source: Pearson, "On lines and planes of closest fit to systems of points in space", 1901; for the autoencoder, Baldi and Hornik, "Neural
/// networks and principal component analysis: learning from examples without local minima", 1989. Notebook: `13-channels.ipynb`.
///
/// @param mean of the data; not copied
/// @param variances along the directions, falling; not copied
/// @param directions one unit vector per row; not copied
public record Pca(double[] mean, double[] variances, double[][] directions) {

    /// Returns the principal components of data.
    ///
    /// @param data `[samples][channels]`
    /// @throws IllegalArgumentException unless there is a sample and a channel, all samples have the same length, and all numbers are finite
    public static Pca of(double[][] data) {
        Checks.atLeast(1, "Pca", "number of samples", data.length);
        int channels = Checks.atLeast(1, "Pca", "number of channels", data[0].length);
        double[] mean = new double[channels];
        for (int n = 0; n < data.length; n++) {
            Checks.sameSize("Pca", "length of sample " + n, channels, data[n].length);
            for (int i = 0; i < channels; i++) mean[i] += data[n][i] / data.length;
        }
        double[][] covariance = new double[channels][channels];
        for (double[] sample : data) {
            Interrupts.check();
            for (int i = 0; i < channels; i++) {
                for (int j = 0; j < channels; j++) covariance[i][j] += (sample[i] - mean[i]) * (sample[j] - mean[j]) / data.length;
            }
        }
        return new Pca(mean, covariance);
    }

    /// Returns the principal components of a covariance, for data with mean 0.
    ///
    /// @throws IllegalArgumentException unless the matrix is square, not empty, finite and symmetric
    public static Pca ofCovariance(double[][] covariance) {
        return new Pca(new double[covariance.length], covariance);
    }

    private Pca(double[] mean, double[][] covariance) {
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetric(covariance);
        this(mean, eigen.values(), eigen.vectors());
    }

    /// Returns the first directions, one per row.
    ///
    /// @throws IllegalArgumentException unless there are so many
    public double[][] directions(int components) {
        Checks.index("Pca", "components", components, directions.length + 1);
        return Arrays.copyOf(directions, components);
    }

    /// Returns the mean squared error that no linear code with so many numbers can beat.
    ///
    /// @throws IllegalArgumentException unless `0 <= components <= channels`
    public double discarded(int components) {
        Checks.index("Pca", "components", components, variances.length + 1);
        double sum = 0;
        for (int k = components; k < variances.length; k++) sum += variances[k];
        return sum;
    }
}
