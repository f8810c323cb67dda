package upsampling.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;

/// Data with 16 channels whose principal components are known: a test for everything that reduces channels.
///
/// ```
/// C = U * diag(10, 6, 4, 3, 1, .95, .90, ... .45) * U^T        a code of 4 numbers loses 1 + .95 + ... + .45 = 8.7, and no code less
/// ```
/// `U` is a random rotation: every direction is spread over all channels, and only the eigenvectors of `C` tell the four strong ones from the
/// rest. Notebook: `13-channels.ipynb`.
///
/// @param eigenvalues variances along the directions, from the largest to the smallest; not copied
/// @param directions `[16][16]`, one orthonormal direction per row; not copied
/// @param covariance `C`, `[16][16]`; not copied
public record Spectrum16(double[] eigenvalues, double[][] directions, double[][] covariance) {
    /// Number of channels.
    public static final int CHANNELS = 16;

    private static final double[] EIGENVALUES = {10, 6, 4, 3, 1, .95, .9, .85, .8, .75, .7, .65, .6, .55, .5, .45};

    /// Returns the data set of a random rotation.
    public static Spectrum16 of(long seed) {
        RandomGenerator random = Noise.generator(seed);
        double[][] directions = gaussian(random, CHANNELS, CHANNELS);
        orthonormalise(directions);
        double[][] covariance = new double[CHANNELS][CHANNELS];
        for (int k = 0; k < CHANNELS; k++) {
            for (int i = 0; i < CHANNELS; i++) {
                for (int j = 0; j < CHANNELS; j++) covariance[i][j] += EIGENVALUES[k] * directions[k][i] * directions[k][j];
            }
        }
        return new Spectrum16(EIGENVALUES.clone(), directions, covariance);
    }

    /// Returns samples, `[count][16]`, with mean 0 and exactly the covariance `C` (divided by `count`), not only about: noise whose columns have
    /// been made orthonormal and free of their means, stretched and turned.
    ///
    /// @param count number of samples, >= 17: fewer cannot have mean 0 and 16 independent channels
    /// @throws IllegalArgumentException unless `count >= 17`
    public double[][] samples(long seed, int count) {
        Checks.atLeast(CHANNELS + 1, "Spectrum16.samples", "count", count);
        double[][] columns = gaussian(Noise.generator(seed), CHANNELS + 1, count);
        Arrays.fill(columns[0], 1); // orthogonal to ones is the same as mean 0
        orthonormalise(columns);
        double[][] samples = new double[count][CHANNELS];
        for (int n = 0; n < count; n++) {
            for (int k = 0; k < CHANNELS; k++) {
                double along = Math.sqrt(count * eigenvalues[k]) * columns[k + 1][n];
                for (int i = 0; i < CHANNELS; i++) samples[n][i] += along * directions[k][i];
            }
        }
        return samples;
    }

    /// Returns the least mean squared error of a code of `rank` numbers: the sum of the other eigenvalues.
    ///
    /// @throws IllegalArgumentException unless `0 <= rank <= 16`
    public double discarded(int rank) {
        Checks.index("Spectrum16.discarded", "rank", rank, CHANNELS + 1);
        double sum = 0;
        for (int k = rank; k < CHANNELS; k++) sum += eigenvalues[k];
        return sum;
    }

    private static double[][] gaussian(RandomGenerator random, int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int i = 0; i < columns; i++) row[i] = random.nextGaussian();
        }
        return values;
    }

    /// Gram-Schmidt, twice: the second time removes what rounding left of the first.
    private static void orthonormalise(double[][] rows) {
        for (int k = 0; k < rows.length; k++) {
            Interrupts.check();
            for (int j = 0; j < 2 * k; j++) addScaled(rows[k], rows[j % k], -dot(rows[k], rows[j % k]));
            double length = Math.sqrt(dot(rows[k], rows[k]));
            for (int i = 0; i < rows[k].length; i++) rows[k][i] /= length;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void addScaled(double[] target, double[] source, double factor) {
        for (int i = 0; i < target.length; i++) target[i] += factor * source[i];
    }
}
