package upsampling.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is timed, how often and what is said; never how long it took.
class TimingTest {
    private static <T> T printed(StringBuilder into, Supplier<T> work) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            return work.get();
        } finally {
            System.setOut(before);
            into.append(bytes.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void workRunsOnceAndItsValueIsHandedOn() {
        AtomicInteger runs = new AtomicInteger();
        StringBuilder said = new StringBuilder();
        Object value = new Object();
        assertSame(value, printed(said, () -> Timing.time("label", () -> {
            runs.incrementAndGet();
            return value;
        })));
        assertEquals(1, runs.get());
        assertTrue(said.toString().matches("label: [0-9.]+ (µs|ms|s), 1 run\\R"), said.toString());
    }

    @Test
    void workWithoutAValueIsTimedToo() {
        int[] runs = {0};
        StringBuilder said = new StringBuilder();
        printed(said, () -> {
            Timing.time("label", () -> { runs[0]++; });
            return null;
        });
        assertEquals(1, runs[0]);
        assertEquals(1, said.toString().lines().count());
    }

    @Test
    void warmUpsAreRunAndNotCounted() {
        AtomicInteger runs = new AtomicInteger();
        StringBuilder said = new StringBuilder();
        int last = printed(said, () -> Timing.of("label").withWarmUps(3).withRepeats(5).run(() -> runs.incrementAndGet()));
        assertEquals(8, last, "3 to warm up and 5 that count; the value is the last one's");
        assertTrue(said.toString().matches("label: \\S+ \\S+, median of 5 runs \\(\\S+ \\S+ to \\S+ \\S+\\) after 3 to warm up\\R"), said.toString());
        assertEquals(5, Timing.of("label").withWarmUps(3).withRepeats(5).measure(() -> null).seconds().length);
    }

    @Test
    void theMedianIsTheMiddle() {
        assertEquals(2, new Timing.Measured<>(null, new double[] {9, 1, 2}).medianSeconds());
        assertEquals(2.5, new Timing.Measured<>(null, new double[] {9, 1, 3, 2}).medianSeconds());
        assertEquals("t: 3.00 s, median of 3 runs (1.00 s to 250 s)",
            new Timing("t", 0, 3).line(new Timing.Measured<>(null, new double[] {3, 250, 1})));
        assertEquals("t: 41.2 ms, 1 run after 2 to warm up", new Timing("t", 2, 1).line(new Timing.Measured<>(null, new double[] {.0412})));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00 µs", "0.0000052, 5.20 µs", "0.00052, 520 µs", "0.00231, 2.31 ms", "0.0412, 41.2 ms", "0.412, 412 ms", "1, 1.00 s", "83.21, 83.2 s"})
    void timesHaveThreeDigitsAndAUnit(double seconds, String words) {
        assertEquals(words, Timing.words(seconds));
    }

    @Test
    void impossibleCountsAreRefused() {
        assertEquals("Timing: warmUps must be >= 0, but was -1",
            assertThrows(IllegalArgumentException.class, () -> Timing.of("t").withWarmUps(-1)).getMessage());
        assertEquals("Timing: repeats must be >= 1, but was 0",
            assertThrows(IllegalArgumentException.class, () -> Timing.of("t").withRepeats(0)).getMessage());
    }

    @Test
    void aFailureOfTheWorkIsNotHidden() {
        assertThrows(ArithmeticException.class, () -> Timing.of("t").run(() -> { throw new ArithmeticException(); }));
    }
}
