package upsampling.grader;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import upsampling.grader.run.Sha256;

/// The number from which a hidden test draws its inputs; a test method may have it as a parameter.
///
/// @param value the same for the same submission, never the time or the attempt
public record Seed(long value) {
    /// The seed without a teacher's own salt, so that everyone can repeat a run.
    public static final Seed DEFAULT = new Seed(20260101);

    /// Returns the seed that belongs to a teacher's own salt.
    ///
    /// @param salt any bytes; whoever does not know them does not know the inputs
    public static Seed ofSalt(byte[] salt) {
        return new Seed(ByteBuffer.wrap(Sha256.of(salt)).getLong());
    }

    /// Returns a generator for one part; each part has its own, so that adding one leaves the others' inputs alone.
    public RandomGenerator random(String part) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(31 * value + part.hashCode());
    }
}
