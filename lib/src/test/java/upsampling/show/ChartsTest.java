package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.jfree.chart.axis.NumberAxis;
import org.junit.jupiter.api.Test;

class ChartsTest {
    private static final double[] X = {0, 1, 2, 3};

    private static boolean has(BufferedImage image, Color color) {
        return leftOf(image, color) < image.getWidth();
    }

    private static int leftOf(BufferedImage image, Color color) {
        for (int x = 0; x < image.getWidth(); x++) for (int y = 0; y < image.getHeight(); y++) {
            if (image.getRGB(x, y) == color.getRGB()) return x;
        }
        return image.getWidth();
    }

    private static int rightOf(BufferedImage image, Color color) {
        for (int x = image.getWidth() - 1; x >= 0; x--) for (int y = 0; y < image.getHeight(); y++) {
            if (image.getRGB(x, y) == color.getRGB()) return x;
        }
        return -1;
    }

    @Test
    void densityCountsEveryValueOnce() {
        Bins bins = new Bins(0, 4, 8);
        assertArrayEquals(new double[] {.5, 0, 0, .5, 0, 0, 0, .5}, bins.density(new double[] {0, 1.9, 4, 7}), 1e-12);
        double area = 0;
        for (double d : bins.density(new double[] {0, .1, 1.9, 2, 3.999, 4})) area += d * bins.width();
        assertEquals(1, area, 1e-12);
    }

    @Test
    void everyCurveIsDrawnInItsRole() {
        BufferedImage image = Charts.lines("x", "y", Curve.of("a", Ink.INPUT, X, new double[] {0, 1, 2, 5}),
            Curve.of("b", Ink.ACCENT, X, new double[] {3, 2, 1, 0}).asBaseline()).image();
        assertTrue(has(image, Ink.INPUT.deep) && has(image, Ink.ACCENT.deep) && !has(image, Ink.OUTPUT.deep));
    }

    @Test
    void aLongNameBehindACurveIsNotCut() {
        String name = "bilinear, aligned corners, clamped";
        BufferedImage image = Charts.lines("x", "y", Curve.of(name, Ink.INPUT, X, X)).image();
        double end = rightOf(image, Ink.INPUT.deep) / (double) Sheet.SCALE;
        assertTrue(end < ChartStyle.WIDTH, "the name ends at " + end);
        BufferedImage shorter = Charts.lines("x", "y", Curve.of("b", Ink.INPUT, X, X)).image();
        assertTrue(rightOf(shorter, Ink.INPUT.deep) > 0);
    }

    @Test
    void aBarIsAsLongAsItsValue() {
        BufferedImage image = Charts.bars("v", new Bar("a", 1, Ink.KERNEL), new Bar("b", 3, Ink.PLAIN)).image();
        int zero = leftOf(image, Ink.KERNEL.fill);
        assertEquals(zero, leftOf(image, Ink.PLAIN.fill), 2, "both begin at 0");
        assertEquals(3.0, (rightOf(image, Ink.PLAIN.fill) - zero) / (double) (rightOf(image, Ink.KERNEL.fill) - zero), 0.02);
    }

    @Test
    void negativeBarsGoToTheOtherSide() {
        BufferedImage image = Charts.bars("v", new Bar("a", -2, Ink.KERNEL), new Bar("b", 3, Ink.PLAIN)).image();
        assertEquals(leftOf(image, Ink.PLAIN.fill), rightOf(image, Ink.KERNEL.fill), 3);
    }

    @Test
    void ticksAreRoundAndFew() {
        NumberAxis axis = ChartStyle.axis("v");
        axis.setRange(-0.4, 0.5);
        ChartStyle.ticks(axis, 5, 0.4);
        assertEquals(0.2, axis.getTickUnit().getSize(), 1e-12);
        assertEquals("−.2", axis.getNumberFormatOverride().format(-0.2));
        assertEquals("0", axis.getNumberFormatOverride().format(5.5e-17));
        assertEquals(".4", axis.getNumberFormatOverride().format(0.1 + 0.3));
        assertEquals("", axis.getNumberFormatOverride().format(0.5), "beyond the data nothing is written");
    }

    @Test
    void rejectsWhatCannotBeRead() {
        Curve curve = Curve.of("a", Ink.INPUT, X, X);
        assertThrows(IllegalArgumentException.class, () -> Charts.lines("x", "y"));
        assertThrows(IllegalArgumentException.class, () -> Charts.lines("x", "y", curve, curve, curve, curve, curve, curve));
        assertThrows(IllegalArgumentException.class, () -> Charts.bars("v"));
        assertThrows(IllegalArgumentException.class, () -> Charts.bars("v", new Bar("a", 1, Ink.PLAIN), new Bar("a", 2, Ink.PLAIN)));
        assertThrows(IllegalArgumentException.class, () -> new Bar("a", Double.NaN, Ink.PLAIN));
        assertThrows(IllegalArgumentException.class, () -> new Bins(1, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> new Distribution("a", Ink.PLAIN, new double[0]));
        assertEquals("Curve: 'a' has 4 positions and 2 values; both must be equal and >= 2",
            assertThrows(IllegalArgumentException.class, () -> Curve.of("a", Ink.INPUT, X, new double[] {1, 2})).getMessage());
        assertEquals("Curve: the name of 'a' must stand at a point 0 to 3, but was 4",
            assertThrows(IllegalArgumentException.class, () -> curve.labelAt(4, Place.ABOVE)).getMessage());
    }

    @Test
    void aDistributionIsNamedAtItsPeakOrWhereItAsksFor() {
        double[] values = {0.5, 1.5, 1.5, 1.5, 2.5, 3.5};
        Distribution atPeak = new Distribution("d", Ink.PLAIN, values);
        Bins bins = new Bins(0, 4, 4);
        assertEquals(1.5, nameOf(Charts.histograms("v", bins, atPeak)), 1e-12);
        assertEquals(3.5, nameOf(Charts.histograms("v", bins, atPeak.namedAt(3.2))), 1e-12);
        assertEquals(0.5, nameOf(Charts.histograms("v", bins, atPeak.namedAt(-7))), 1e-12);
    }

    private static double nameOf(LineChart chart) {
        Curve curve = chart.curves().getFirst();
        return curve.x()[curve.labelAt()];
    }
}
