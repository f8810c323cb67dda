package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.jfree.chart.axis.NumberAxis;
import org.junit.jupiter.api.Test;
import upsampling.tensor.Grid;
import upsampling.tensor.Taps;

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
    void aWhiskerGoesAsFarAsTheSpread() {
        BufferedImage image = Charts.bars("v", new Bar("nnn", 2, Ink.KERNEL).withSpread(1), new Bar("long", 4, Ink.PLAIN)).image();
        int zero = leftOf(image, Ink.KERNEL.fill);
        double unit = (rightOf(image, Ink.PLAIN.fill) - zero) / 4.0;
        int[] whisker = longestInkRun(image);
        assertEquals(2 * unit, whisker[1] - whisker[0], 6, "the whisker is as long as two units");
        assertEquals(zero + unit, whisker[0], 4, "and begins one unit before the end of the bar");
    }

    /// Returns where the longest horizontal line in the colour of text begins and ends.
    private static int[] longestInkRun(BufferedImage image) {
        int[] longest = {0, 0};
        for (int y = 0; y < image.getHeight(); y++) {
            int from = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != Ink.TEXT.getRGB()) from = x + 1;
                else if (x + 1 - from > longest[1] - longest[0]) longest = new int[] {from, x + 1};
            }
        }
        return longest;
    }

    @Test
    void aNumberBehindAWhiskerIsNeitherCutNorOverItsName() {
        double gap = 4;
        Bar right = new Bar("a", 2, Ink.KERNEL).withRange(-1, 6);
        Bar left = new Bar("a long name", -2, Ink.KERNEL).withRange(-6, 1);
        BufferedImage image = Charts.bars("v", right, new Bar("a long name", -.5, Ink.PLAIN)).image();
        double end = longestInkRun(image)[1] + Sheet.SCALE * (gap + Type.width("2.0 (−1.0 to 6.0)", Type.BODY));
        assertEquals(end, rightOf(image, Ink.TEXT), 6, "the last sign of the number, a bracket, is seen"); // its own paper is 2 px wide
        image = Charts.bars("v", left, new Bar("a", .5, Ink.PLAIN)).image();
        double begin = longestInkRun(image)[0] / (double) Sheet.SCALE - gap - Type.width("−2.0 (−6.0 to 1.0)", Type.BODY);
        assertTrue(begin > Tile.MARGIN + Type.width("a long name", Type.BODY), "the number begins at " + begin + ", where the name stands");
    }

    @Test
    void aSpreadIsSaidInNumbers() {
        BarChart bars = Charts.bars("error", new Bar("a", .25, Ink.PLAIN), new Bar("b", 2.125, Ink.PLAIN).withSpread(.5),
            new Bar("c", 1, Ink.PLAIN).withRange(-.75, 1.5));
        assertEquals("error: a .250; b 2.125 ± .500; c 1.000 (−.750 to 1.500)", bars.words());
        assertTrue(Show.render(bars).html().contains("alt=\"error: a .250; b 2.125 ± .500; c 1.000 (−.750 to 1.500)\""), "a chart without a caption says its numbers");
    }

    /// The values 1, 2, 3, 4: variance 5/3, so the standard error is sqrt(5/12).
    @Test
    void aMeanComesWithItsStandardError() {
        Bar bar = Bar.ofMean("m", Ink.PLAIN, 1, 2, 3, 4);
        assertEquals(2.5, bar.value(), 1e-12);
        assertEquals(Math.sqrt(5 / 12.0), bar.below(), 1e-12);
        assertEquals(bar.below(), bar.above());
    }

    @Test
    void rejectsASpreadThatCannotBeDrawn() {
        Bar bar = new Bar("a", 1, Ink.PLAIN);
        assertEquals("Bar: the spread of 'a' must be finite and >= 0 on both sides, but reaches from 1.0 - -0.5 to 1.0 + -0.5",
            assertThrows(IllegalArgumentException.class, () -> bar.withSpread(-.5)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> bar.withSpread(Double.NaN));
        assertEquals("Bar: the value 1.0 of 'a' must lie in its range, but that goes from 2.0 to 3.0",
            assertThrows(IllegalArgumentException.class, () -> bar.withRange(2, 3)).getMessage());
        assertEquals("Bar: a standard error needs at least 2 values, but 'a' has 1",
            assertThrows(IllegalArgumentException.class, () -> Bar.ofMean("a", Ink.PLAIN, 1)).getMessage());
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

    @Test
    void aFunctionIsSampledFromEndToEnd() {
        Curve curve = Curve.sampled("f", Ink.PLAIN, -2, 2, t -> t * t);
        assertEquals(481, curve.x().length);
        assertEquals(-2, curve.x()[0]);
        assertEquals(0, curve.y()[240]);
        assertEquals(1, curve.y()[360]);
        assertEquals(4, curve.y()[480]);
        assertEquals("Curve: 'f' goes from 1.0 to 1.0; from < to is needed",
            assertThrows(IllegalArgumentException.class, () -> Curve.sampled("f", Ink.PLAIN, 1, 1, t -> t)).getMessage());
    }

    @Test
    void aStaircaseIsConstantBetweenItsEdges() {
        Curve curve = Curve.staircase("s", Ink.PLAIN, new double[] {0, 1, 3}, new double[] {5, 7});
        assertArrayEquals(new double[] {0, 1, 1, 3}, curve.x());
        assertArrayEquals(new double[] {5, 5, 7, 7}, curve.y());
        assertEquals("Curve: 's' has 2 values and 2 edges; at least one value and one edge more than values are needed",
            assertThrows(IllegalArgumentException.class, () -> Curve.staircase("s", Ink.PLAIN, new double[] {0, 1}, new double[] {5, 7})).getMessage());
    }

    @Test
    void aResampledSignalShowsBothInTheirRoles() {
        BufferedImage image = Charts.resampled("input", new double[] {0, 1}, "output", new double[] {0, .25, .75, 1}, new double[] {-.25, .25, .75, 1.25}).image();
        assertTrue(has(image, Ink.INPUT.deep) && has(image, Ink.OUTPUT.deep));
        assertTrue(rightOf(image, Ink.OUTPUT.deep) / (double) Sheet.SCALE < ChartStyle.WIDTH, "the name is not cut");
        assertThrows(IllegalArgumentException.class, () -> Charts.resampled("input", X, "output", X, new double[] {0, 1}));
    }

    @Test
    void aSamplingMatrixIsShownOnItsGrid() {
        Grid grid = Grid.ofSize(4, 8);
        LineChart chart = Charts.resampled(X, "linear", Taps.linear(grid), grid);
        assertArrayEquals(new double[] {-.25, .25, .75, 1.25, 1.75, 2.25, 2.75, 3.25}, chart.curves().get(1).x(), 1e-12);
        assertArrayEquals(new double[] {0, .25, .75, 1.25, 1.75, 2.25, 2.75, 3}, chart.curves().get(1).y(), 1e-12);
        assertEquals("Charts.resampled: the signal has 2 samples, the matrix goes from 4 to 8, the grid from 4 to 8; they must agree",
            assertThrows(IllegalArgumentException.class, () -> Charts.resampled(new double[2], "linear", Taps.linear(grid), grid)).getMessage());
    }

    @Test
    void marksAreDrawnWholeAndStemsBeginAtZero() {
        BufferedImage image = Charts.lines("x", "y", Curve.stems("a", Ink.INPUT, new double[] {0, 1}, new double[] {4, 5})).image();
        assertTrue(longestRun(image, true) > image.getHeight() / 2, "the first stem has " + longestRun(image, true) + " pixels of " + image.getHeight());
        assertEquals(16, longestRun(image, false), 2, "the width of a square");
    }

    /// Returns the longest run of pixels in the colour of an input, in the left half.
    private static int longestRun(BufferedImage image, boolean down) {
        int longest = 0;
        for (int i = 0; i < (down ? image.getWidth() / 2 : image.getHeight()); i++) {
            int run = 0;
            for (int j = 0; j < (down ? image.getHeight() : image.getWidth() / 2); j++) {
                boolean inked = image.getRGB(down ? i : j, down ? j : i) == Ink.INPUT.deep.getRGB();
                run = inked ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }

    @Test
    void aNameAtTheFootOfAChartIsNotCut() {
        double[] y = {3, 2, 1, 0};
        LineChart low = Charts.lines("x", "y", Curve.of("nnnn", Ink.INPUT, X, y)).withZero();
        LineChart high = Charts.lines("x", "y", Curve.of("nnnn", Ink.INPUT, X, new double[] {0, 1, 1, 1})).withZero();
        assertEquals(1, nameInk(low) / (double) nameInk(high), 0.15, "as much of the name is seen: a cut one has half of its ink");
    }

    /// Returns how many pixels of a name behind its curve are seen: those right of the last point.
    private static int nameInk(LineChart chart) {
        BufferedImage image = chart.image();
        int count = 0;
        for (int x = image.getWidth() - 80; x < image.getWidth(); x++) for (int y = 0; y < image.getHeight(); y++) {
            if (image.getRGB(x, y) == Ink.INPUT.deep.getRGB()) count++;
        }
        return count;
    }

    @Test
    void axesMakeRoomForDotsTheirSpreadAndTheirNames() {
        BufferedImage plain = Charts.dots("x", "y", Mark.of("a", Ink.INPUT, 1, 1), Mark.of("b", Ink.ACCENT, 2, 2)).image();
        BufferedImage wide = Charts.dots("x", "y", Mark.of("a", Ink.INPUT, 1, 1).withSpread(8, 0), Mark.of("b", Ink.ACCENT, 2, 2)).image();
        assertTrue(rightOf(wide, Ink.INPUT.deep) > leftOf(wide, Ink.ACCENT.deep), "the whisker of a reaches beyond b");
        assertTrue(rightOf(plain, Ink.INPUT.deep) < leftOf(plain, Ink.ACCENT.deep), "without a whisker a ends before b");
        BufferedImage named = Charts.dots("x", "y", Mark.of("a", Ink.INPUT, 1, 1), Mark.of("bilinear, aligned corners, clamped", Ink.ACCENT, 2, 2)).image();
        double end = rightOf(named, Ink.ACCENT.deep) / (double) Sheet.SCALE;
        assertTrue(end < ChartStyle.WIDTH - 5, "the name ends at " + end);
    }

    @Test
    void aDotOfTwoSamplesHasTheirMeansAndStandardErrors() {
        Mark dot = Mark.ofMeans("a", Ink.INPUT, new double[] {1, 3}, new double[] {2, 2, 5});
        assertEquals(new Mark("a", Ink.INPUT, 2, 3, 1, 1, Place.RIGHT), dot);
        assertEquals("Mark: 'a' at (1.0, NaN) has the spreads 0.0 and 0.0; needed are a name, finite values and finite spreads >= 0",
            assertThrows(IllegalArgumentException.class, () -> Mark.of("a", Ink.INPUT, 1, Double.NaN)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> dot.withSpread(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> Charts.dots("x", "y"));
    }
}
