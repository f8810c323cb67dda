package upsampling.bench;

import java.util.Random;

/// The random numbers of one case. They depend on the seed, the purpose and the index of the case alone, so that any case can be drawn again without
/// those before it, on every machine.
final class Draw {
    private static final int LARGE_ONCE_IN = 24;

    private final Random random; // its numbers are fixed by Java's specification, unlike those of newer generators

    private Draw(long seed) {
        this.random = new Random(seed);
    }

    /// @param purpose what is drawn, such as `Conv2d legal`
    static Draw of(long seed, String purpose, long index) {
        return new Draw(mixed(mixed(mixed(seed) + purpose.hashCode()) + index));
    }

    /// Spreads neighbouring numbers over all 64 bits: the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    private static long mixed(long z) {
        long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }

    /// Returns a whole number, both ends included.
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /// Returns one of the numbers, all equally likely; one that is named twice counts twice.
    int oneOf(int... numbers) {
        return numbers[random.nextInt(numbers.length)];
    }

    /// Returns a size that is mostly one of the small numbers, and now and then far larger: fast code takes another way there.
    ///
    /// @param most of the large ones
    int sizeOneOf(int most, int... small) {
        return onceIn(LARGE_ONCE_IN) ? between(most / 4, most) : oneOf(small);
    }

    /// Returns true once in `n` draws.
    boolean onceIn(int n) {
        return random.nextInt(n) == 0;
    }

    /// Returns a number from -1 to 1.
    float value() {
        return 2 * random.nextFloat() - 1;
    }

    /// Returns a number from 0 to 1.
    double fraction() {
        return random.nextDouble();
    }
}
