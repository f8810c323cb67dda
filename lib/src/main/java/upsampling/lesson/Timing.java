package upsampling.lesson;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/// Says in one line how long something takes, and hands on its value.
///
/// ```java
/// Tensor y = Timing.time("one convolution", () -> conv.forward(x, w));
/// Tensor z = Timing.of("convolution").withWarmUps(20).withRepeats(9).run(() -> conv.forward(x, w));
/// ```
/// ```
/// one convolution: 41.2 ms, 1 run
/// convolution: 2.31 ms, median of 9 runs (2.28 ms to 3.02 ms) after 20 to warm up
/// ```
///
/// The first runs of Java code are slow, since the compiler has not seen them yet; whoever compares two methods warms both up.
///
/// A time differs from machine to machine and from run to run. **A lesson prints times only in a cell with the tag `machine-dependent`**, whose
/// stored output is not compared; every other cell prints what anyone can compute again.
///
/// @param label what is timed, as the line begins
/// @param warmUps runs before the first one that counts, at least 0
/// @param repeats runs that count, at least 1
public record Timing(String label, int warmUps, int repeats) {
    private static final double MICROSECOND = 1e-6;
    private static final double MILLISECOND = 1e-3;

    /// @throws IllegalArgumentException unless `warmUps >= 0` and `repeats >= 1`
    public Timing {
        if (warmUps < 0) throw new IllegalArgumentException("Timing: warmUps must be >= 0, but was " + warmUps);
        if (repeats < 1) throw new IllegalArgumentException("Timing: repeats must be >= 1, but was " + repeats);
    }

    /// What was measured.
    ///
    /// @param value what the last run returned
    /// @param seconds how long each run that counts took, in their order
    public record Measured<T>(T value, double[] seconds) {
        /// Returns the middle of the times; of an even number the mean of the two in the middle.
        public double medianSeconds() {
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    /// Returns a timing of one run without warm-up.
    public static Timing of(String label) {
        return new Timing(label, 0, 1);
    }

    /// Returns the same with so many runs before the first one that counts.
    public Timing withWarmUps(int runs) {
        return new Timing(label, runs, repeats);
    }

    /// Returns the same with so many runs that count.
    public Timing withRepeats(int runs) {
        return new Timing(label, warmUps, runs);
    }

    /// Runs the work once, prints its time, and returns its value.
    public static <T> T time(String label, Supplier<T> work) {
        return of(label).run(work);
    }

    /// Runs the work once and prints its time.
    public static void time(String label, Runnable work) {
        of(label).run(work);
    }

    /// Runs the work, prints its time, and returns the value of the last run.
    public <T> T run(Supplier<T> work) {
        Measured<T> measured = measure(work);
        System.out.println(line(measured));
        return measured.value();
    }

    /// Runs the work and prints its time.
    public void run(Runnable work) {
        run(() -> {
            work.run();
            return null;
        });
    }

    /// Runs the work and returns value and times; prints nothing.
    public <T> Measured<T> measure(Supplier<T> work) {
        for (int i = 0; i < warmUps; i++) work.get();
        double[] seconds = new double[repeats];
        T value = null;
        for (int i = 0; i < repeats; i++) {
            long start = System.nanoTime();
            value = work.get();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return new Measured<>(value, seconds);
    }

    String line(Measured<?> measured) {
        String median = label + ": " + words(measured.medianSeconds());
        String after = warmUps == 0 ? "" : " after " + warmUps + " to warm up";
        if (repeats == 1) return median + ", 1 run" + after;
        double least = Arrays.stream(measured.seconds()).min().orElseThrow();
        double most = Arrays.stream(measured.seconds()).max().orElseThrow();
        return median + ", median of " + repeats + " runs (" + words(least) + " to " + words(most) + ")" + after;
    }

    /// Three significant digits and a unit: no clock of a desktop says more.
    static String words(double seconds) {
        if (seconds < MILLISECOND) return digits(seconds / MICROSECOND) + " µs";
        return seconds < 1 ? digits(seconds / MILLISECOND) + " ms" : digits(seconds) + " s";
    }

    private static String digits(double value) {
        int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
