package upsampling.data;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Random numbers with a seed: the one generator of the course.
///
/// The algorithm is `L64X128MixRandom` (Steele and Vigna, "LXM: better splittable pseudorandom number generators", 2021), named so that a
/// seed means the same numbers on every machine. Other languages draw other numbers: a lesson states sizes and signs of a random result,
/// never its digits.
public final class Noise {
    /// Name of the generator's algorithm, for {@link RandomGeneratorFactory#of}.
    public static final String ALGORITHM = "L64X128MixRandom";

    private static final double MOST_POISSON = 700;

    private Noise() { }

    /// Returns the generator for a seed.
    public static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of(ALGORITHM).create(seed);
    }

    /// Returns independent samples of the standard normal distribution: mean 0, variance 1.
    public static Tensor normal(long seed, Shape shape) {
        RandomGenerator generator = generator(seed);
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) generator.nextGaussian();
        }
        return Tensor.of(shape, values);
    }

    /// Returns a Poisson number: how many photons arrive where `mean` are expected. Its variance is `mean`, too.
    ///
    /// ```
    /// the number of uniform factors that can be multiplied before the product falls below exp(-mean)
    /// ```
    /// Source: Knuth, "The Art of Computer Programming", volume 2, section 3.4.1, algorithm Q. Cost: `mean + 1` random numbers.
    ///
    /// @param mean expected number, in `0 .. 700`: beyond, `exp(-mean)` is not a normal double any more
    /// @throws IllegalArgumentException unless `0 <= mean <= 700`
    public static int poisson(RandomGenerator generator, double mean) {
        if (!(mean >= 0 && mean <= MOST_POISSON)) {
            throw new IllegalArgumentException("Noise.poisson: mean must be in 0.0..%s, but was %s".formatted(MOST_POISSON, mean));
        }
        double end = StrictMath.exp(-mean);
        int count = 0;
        for (double product = generator.nextDouble(); product > end; product *= generator.nextDouble()) count++;
        return count;
    }
}
