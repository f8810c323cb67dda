package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import upsampling.tensor.Window;

/// Numbers of the curriculum: caveat K12, row S2.14, task 13.2.
class SeparableCostTest {
    private static final Window K4 = Window.of(4).withStride(2).withPadding(1);

    @Test
    void theLayerOfTheTask() {
        Cost full = Cost.convTranspose2d(8, 8, 256, 128, K4).withoutBias();
        assertEquals(128, SeparableCost.convTranspose2dDepthwiseFirst(8, 8, 256, 128, K4).biases(), "only the second step has biases");
        assertEquals(128, SeparableCost.convTranspose2dPointwiseFirst(8, 8, 256, 128, K4).biases());
        Cost depthwise = SeparableCost.convTranspose2dDepthwiseFirst(8, 8, 256, 128, K4).withoutBias();
        Cost pointwise = SeparableCost.convTranspose2dPointwiseFirst(8, 8, 256, 128, K4).withoutBias();
        assertEquals(new Cost(33_554_432, 524_288, 0), full);
        assertEquals(new Cost(8_650_752, 36_864, 0), depthwise);
        assertEquals(new Cost(2_228_224, 34_816, 0), pointwise);
        assertEquals(.742, depthwise.macsSavedAgainst(full), 5e-4);
        assertEquals(.934, pointwise.macsSavedAgainst(full), 5e-4);
        assertEquals(.9297, 1 - (double) depthwise.parameters() / full.parameters(), 5e-5);
    }

    /// More than 90 % of the weights are saved from this many output channels on; never for k = 3.
    @ParameterizedTest
    @CsvSource({"3, 1000000", "4, 27", "5, 17", "6, 14", "7, 13"})
    void ninetyPercentNeedsLargeKernelsAndManyChannels(int kernel, int outChannels) {
        assertEquals(kernel > 3, saved(kernel, outChannels) > .9);
        assertTrue(saved(kernel, outChannels - 1) <= .9);
        assertEquals(1 - 1.0 / outChannels - 1.0 / (kernel * kernel), saved(kernel, outChannels), 1e-12);
    }

    private static double saved(int kernel, int outChannels) {
        Window window = Window.of(kernel).withPadding(kernel / 2);
        Cost full = Cost.conv2d(1, 1, 8, outChannels, window);
        return 1 - (double) SeparableCost.conv2dDepthwiseFirst(2, 2, 8, outChannels, window).weights() / full.weights();
    }

    @Test
    void rowOfTheCurriculum() {
        assertEquals(.8733, saved(3, 64), 5e-5);
        assertEquals(.9219, saved(4, 64), 5e-5);
    }

    /// Counts the innermost statement of a transposed convolution: once per input position, channel pair and tap.
    @Test
    void transposedMacsAreCountedAtTheInput() {
        Window height = Window.of(3).withStride(2);
        Window width = Window.of(2).withStride(3).withPadding(1);
        long counted = 0;
        for (int positions = 0; positions < 5 * 4; positions++) for (int ci = 0; ci < 6; ci++) for (int co = 0; co < 4 / 2; co++) {
            for (int taps = 0; taps < 3 * 2; taps++) counted++;
        }
        assertEquals(new Cost(counted, 6 * 2 * 6, 4), Cost.convTranspose2d(5, 4, 6, 4, 2, height, width));
    }

    @Test
    void aStrideDownIsCheaperDepthwiseFirst() {
        Window window = Window.of(3).withStride(2).withPadding(1);
        Cost depthwise = SeparableCost.conv2dDepthwiseFirst(16, 12, 10, 20, window);
        Cost pointwise = SeparableCost.conv2dPointwiseFirst(16, 12, 10, 20, window);
        assertEquals(new Cost(8 * 6 * (10 * 9 + 10 * 20), 10 * 9 + 10 * 20, 20), depthwise);
        assertEquals(new Cost(16 * 12 * 10 * 20 + 8 * 6 * 20 * 9, 10 * 20 + 20 * 9, 20), pointwise);
        assertTrue(depthwise.macs() < pointwise.macs());
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsLayersThatDoNotExist() {
        assertEquals("Cost.convTranspose2d: inHeight must be >= 1, but was 0", message(() -> Cost.convTranspose2d(0, 1, 1, 1, K4)));
        assertEquals("Cost.convTranspose2d: inWidth must be >= 1, but was 0", message(() -> Cost.convTranspose2d(1, 0, 1, 1, K4)));
        assertEquals("Cost.convTranspose2d: inChannels must be >= 1, but was 0", message(() -> Cost.convTranspose2d(1, 1, 0, 1, K4)));
        assertEquals("Cost.convTranspose2d: groups must divide inChannels=4 and outChannels=6, but was 4",
                message(() -> Cost.convTranspose2d(1, 1, 4, 6, 4, K4, K4)));
        assertTrue(message(() -> SeparableCost.conv2dDepthwiseFirst(2, 9, 1, 1, Window.of(5))).startsWith("SeparableCost: output height would be -2"));
        assertTrue(message(() -> SeparableCost.convTranspose2dDepthwiseFirst(1, 9, 1, 1, Window.of(1).withPadding(1)))
                .startsWith("SeparableCost: output height would be -1"));
        assertEquals("Cost.conv2d: outHeight must be >= 1, but was 0", message(() -> SeparableCost.convTranspose2dPointwiseFirst(0, 1, 1, 1, K4)));
        assertThrows(ArithmeticException.class, () -> Cost.convTranspose2d(1 << 20, 1 << 20, 1 << 15, 1 << 15, K4));
    }
}
