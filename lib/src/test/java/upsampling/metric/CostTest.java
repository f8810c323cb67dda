package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import upsampling.tensor.Window;

/// Numbers of the curriculum: rows S3.02 and S3.09, caveats K2 and K12, task 1.4.
class CostTest {
    private static final Window K3 = Window.of(3);

    @Test
    void convolutionHasTheMacsOfTheCurriculum() {
        assertEquals(37_748_736L, Cost.conv2d(32, 32, 64, 64, K3).macs());
        assertEquals(39_582_418_599_936L, Cost.conv2d(4096, 4096, 512, 512, K3).macs());
        assertEquals(36_864, Cost.conv2d(1, 1, 64, 64, K3).macs(), "C = 64, k = 3: 36 864 per pixel");
    }

    @Test
    void poolingSavesThreeQuartersOnlyIfChannelsStay() {
        Cost before = Cost.conv2d(32, 32, 64, 64, K3);
        assertEquals(0.75, Cost.conv2d(16, 16, 64, 64, K3).macsSavedAgainst(before));
        assertEquals(0.5, Cost.conv2d(16, 16, 64, 128, K3).macsSavedAgainst(before));
        assertEquals(0, Cost.conv2d(16, 16, 128, 128, K3).macsSavedAgainst(before));
    }

    @Test
    void globalPoolingReplaces102MillionParameters() {
        assertEquals(102_764_544L, Cost.dense(7 * 7 * 512, 4096).parameters());
        Cost replacement = Cost.pool2d(1, 1, 512, Window.of(7)).plus(Cost.dense(512, 1000));
        assertEquals(513_000L, replacement.parameters());
        assertEquals(7 * 7 * 512 + 512 * 1000, replacement.macs());
    }

    /// Counts the innermost statement of the six loops of a convolution.
    @Test
    void macsEqualCountedMultiplications() {
        Window height = Window.of(3).withDilation(2);
        Window width = Window.of(2).withStride(2);
        int groups = 2;
        long counted = 0;
        for (int outputs = 0; outputs < 5 * 4 * 6; outputs++) {
            for (int c = 0; c < 4 / groups; c++) {
                for (int taps = 0; taps < 3 * 2; taps++) counted++;
            }
        }
        Cost cost = Cost.conv2d(5, 4, 4, 6, groups, height, width);
        assertEquals(counted, cost.macs());
        assertEquals(6 * 2 * 3 * 2, cost.weights());
        assertEquals(6, cost.biases());
        assertEquals(6 * 2 * 3 * 2, cost.withoutBias().parameters());
    }

    @Test
    void separableConvolutionSavesWhatTheFormulaSays() {
        Cost full = Cost.conv2d(8, 8, 64, 32, K3).withoutBias();
        Cost separable = Cost.conv2d(8, 8, 64, 64, 64, K3, K3).plus(Cost.conv2d(8, 8, 64, 32, Window.of(1))).withoutBias();
        assertEquals(1 - 1 / 32.0 - 1 / 9.0, separable.macsSavedAgainst(full), 1e-15);
        assertEquals(9 * 64 + 64 * 32, separable.parameters());
    }

    @Test
    void poolingCountsOneOperationPerCellUnderTheWindow() {
        assertEquals(new Cost(5 * 4 * 3 * 4, 0, 0), Cost.pool2d(5, 4, 3, Window.of(2)));
    }

    @Test
    void overflowIsAnErrorAndNotANumber() {
        assertThrows(ArithmeticException.class, () -> Cost.conv2d(1 << 20, 1 << 20, 1 << 15, 1 << 15, K3));
    }

    @Test
    void rejectsSizesOutOfRange() {
        assertEquals("Cost.conv2d: outHeight must be >= 1, but was 0", rejection(() -> Cost.conv2d(0, 1, 1, 1, K3)));
        assertEquals("Cost.conv2d: groups must divide inChannels=4 and outChannels=6, but was 4",
                rejection(() -> Cost.conv2d(1, 1, 4, 6, 4, K3, K3)));
        assertEquals("Cost.dense: outFeatures must be >= 1, but was -1", rejection(() -> Cost.dense(1, -1)));
        assertEquals("Cost.pool2d: channels must be >= 1, but was 0", rejection(() -> Cost.pool2d(1, 1, 0, K3)));
        assertEquals("Cost: macs, weights and biases must be >= 0, but were 0, -1, 0", rejection(() -> new Cost(0, -1, 0)));
        assertEquals("Cost.macsSavedAgainst: the other cost must have macs >= 1, but has 0",
                rejection(() -> Cost.dense(1, 1).macsSavedAgainst(new Cost(0, 0, 0))));
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
