package upsampling.bench.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The gate on a clock and a machine that the test makes up, and the middle values.
class GateTest {
    private static final int MOST_WAITS = 5;

    private int pauses;
    private long now;
    private boolean isStopped;

    /// A gate whose loop ran at these speeds, each for the three probes of one look; the last one for ever.
    private Gate gate(double... speeds) {
        Deque<Double> looks = new ArrayDeque<>();
        for (double speed : speeds) for (int probe = 0; probe < 3; probe++) looks.add(speed);
        return new Gate(() -> looks.size() > 1 ? looks.removeFirst() : looks.getFirst(), () -> pauses++, () -> now, () -> isStopped, MOST_WAITS);
    }

    @Test
    void aQuietMachineIsMeasuredAtOnce() {
        Gate gate = gate(100);
        assertEquals(7, gate.measure(() -> 7));
        assertEquals(0, gate.waits());
        assertEquals(0, pauses);
    }

    @Test
    void itWaitsWhileTheLoopIsSlow() {
        Gate gate = gate(100, 100, 87, 60, 89);
        gate.measure(() -> 7); // two looks, which set the best
        gate.await();
        assertEquals(2, gate.waits());
        assertEquals(2, pauses);
        assertFalse(gate.isExhausted());
    }

    @Test
    void aDisturbedBlockIsMeasuredAgain() {
        Gate gate = gate(100, 50, 100, 100);
        Deque<Double> blocks = new ArrayDeque<>(List.of(9.0, 4.0));
        assertEquals(4, gate.measure(blocks::removeFirst));
        assertEquals(1, gate.waits());
        assertTrue(blocks.isEmpty());
    }

    @Test
    void itGivesUpAndKeepsTheSmallest() {
        Gate gate = gate(100, 50);
        Deque<Double> blocks = new ArrayDeque<>(List.of(9.0, 4.0, 6.0, 8.0));
        assertEquals(4, gate.measure(() -> blocks.isEmpty() ? 10 : blocks.removeFirst()));
        assertTrue(gate.isExhausted());
        assertEquals(MOST_WAITS, gate.waits());
        int before = pauses;
        assertEquals(3, gate.measure(() -> 3));
        assertEquals(before, pauses); // no more waiting in this row
        assertTrue(gate.isDisturbed());
        gate.reset(1000);
        assertFalse(gate.isExhausted());
        assertFalse(gate.isDisturbed());
    }

    @Test
    void itDoesNotWaitBeyondTheTimeOfTheRow() {
        Gate gate = gate(100, 100, 50);
        gate.reset(10);
        gate.measure(() -> 7);
        assertFalse(gate.isDisturbed());
        Deque<Double> blocks = new ArrayDeque<>(List.of(9.0, 8.0));
        assertEquals(9, gate.measure(() -> {
            now = 11; // the block has taken all of it
            return blocks.removeFirst();
        }), "the machine was not quiet after the block, but there is no time for another one");
        assertTrue(gate.isDisturbed());
    }

    @Test
    void aRowThatTookTooLongIsNotDisturbedByThat() {
        Gate gate = gate(100);
        gate.reset(10);
        now = 11;
        assertEquals(7, gate.measure(() -> 7));
        assertFalse(gate.isDisturbed());
    }

    @Test
    void itEndsAtOnceWhenStopped() {
        Gate gate = gate(100, 50);
        assertEquals(1, gate.measure(() -> {
            isStopped = true;
            return 1;
        }));
        gate.await();
        assertEquals(0, pauses);
    }

    @Test
    void oneSlowProbeOfThreeDoesNotCount() {
        Deque<Double> probes = new ArrayDeque<>(List.of(100.0, 30.0, 99.0));
        assertTrue(new Gate(probes::removeFirst, () -> pauses++, () -> now, () -> false, MOST_WAITS).isQuiet());
    }

    @Test
    void theMedianIsTheMiddle() {
        assertEquals(2, Statistics.median(3, 1, 2));
        assertEquals(2.5, Statistics.median(4, 1, 2, 3));
        assertEquals(1, Statistics.median(Arrays.asList(1.0, 900.0, 1.0)));
        assertThrows(IllegalArgumentException.class, () -> Statistics.median());
    }

    @Test
    void ratiosAreTakenBlockByBlock() {
        // The machine is twice as slow in the second block, for both: the ratios are .5, .5 and .6.
        assertEquals(0.5, Statistics.medianRatio(List.of(1.0, 2.0, 1.2), List.of(2.0, 4.0, 2.0)), 1e-12);
        assertEquals(2, Statistics.geometricMean(List.of(1.0, 4.0)), 1e-12);
    }
}
