package upsampling.show;

import java.util.List;
import java.util.Random;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// One sample of every kind of output, with content of the first lessons: to look at, to measure, and to copy from.
final class Samples {
    private static final double[][] INPUT = {{1, 8, 2, 4}, {7, 3, 5, 1}, {4, 2, 9, 6}, {3, 6, 1, 5}};
    private static final double[][] MAX = {{8, 5}, {6, 9}};
    private static final double[][] AVERAGE = {{4.75, 3}, {3.75, 5.25}};
    private static final int WINDOWS = 100_000;

    private Samples() { }

    static Shown pooling() {
        Scale shared = Scale.of(INPUT, MAX, AVERAGE);
        Tile row = Tile.row(22, PixelMap.of("input 4×4", Ink.INPUT, INPUT).scale(shared).cell(40).axes().ring(0, 0, 2, 2, Ink.ACCENT),
            Tile.sign("→", "k2 s2"),
            PixelMap.of("max", Ink.OUTPUT, MAX).scale(shared).cell(40).ring(0, 0, 1, 1, Ink.ACCENT),
            PixelMap.of("average", Ink.OUTPUT, AVERAGE).scale(shared).cell(40).ring(0, 0, 1, 1, Ink.ACCENT));
        return Shown.figure(Tile.column(12, row, new Legend(shared, "value", Ramp.INPUT, Ramp.OUTPUT)),
            "Max keeps the strongest value of a window, average its level.",
            "The framed window {1, 8, 7, 3} becomes 8 or 19/4 = 4.75. One scale for all three maps.",
            "A 4 by 4 input and its 2 by 2 max pooling (8, 5, 6, 9) and average pooling (4.75, 3, 3.75, 5.25); the window at the top left is framed.");
    }

    /// The window walks over the example; both outputs fill up.
    static Shown walk() {
        Scale shared = Scale.of(INPUT, MAX, AVERAGE);
        double[][] max = {{Double.NaN, Double.NaN}, {Double.NaN, Double.NaN}};
        double[][] average = {{Double.NaN, Double.NaN}, {Double.NaN, Double.NaN}};
        Stepper stepper = Stepper.of("Every window becomes one value.",
            "k2 s2: windows lie beside each other, so every input is read once. 4×4 becomes 2×2.");
        for (int i = 0; i < 4; i++) {
            int row = i / 2;
            int column = i % 2;
            max[row][column] = MAX[row][column];
            average[row][column] = AVERAGE[row][column];
            PixelMap input = PixelMap.of("input", Ink.INPUT, INPUT).scale(shared).cell(40).ring(2 * row, 2 * column, 2, 2, Ink.ACCENT);
            PixelMap output = PixelMap.of("max", Ink.OUTPUT, max).scale(shared).cell(40).ring(row, column, 1, 1, Ink.ACCENT);
            PixelMap mean = PixelMap.of("average", Ink.OUTPUT, average).scale(shared).cell(40).ring(row, column, 1, 1, Ink.ACCENT);
            PixelMap small = PixelMap.of("", Ink.OUTPUT, max).scale(shared).cell(24).ring(row, column, 1, 1, Ink.ACCENT);
            stepper = stepper.frame(Tile.row(22, input, Tile.sign("→", "k2 s2"), output, mean), small,
                "The window at (%d, %d) holds %s; its maximum is %s, its mean %s."
                .formatted(2 * row, 2 * column, window(row, column), Numbers.text(MAX[row][column]), Numbers.text(AVERAGE[row][column])));
        }
        return stepper.still(3).shown();
    }

    private static String window(int row, int column) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) text.append(i == 0 ? "" : ", ").append(Numbers.text(INPUT[2 * row + i / 2][2 * column + i % 2]));
        return text.toString();
    }

    static Shown matrix() {
        double[][] c = new double[4][16];
        for (int o = 0; o < 4; o++) {
            for (int tap = 0; tap < 9; tap++) c[o][(o / 2 + tap / 3) * 4 + o % 2 + tap % 3] = tap + 1;
        }
        return Shown.figure(PixelMap.of("C: 4 outputs × 16 inputs, kernel 1…9", Ink.KERNEL, c).cell(33).quietZeros().blocks(2, 4).axes(),
            "A convolution is a matrix: every row is the same kernel, moved on.",
            "Columns are the 16 input values, in blocks of one image row; rows are the 4 outputs. 36 of 64 places are not zero.",
            "A matrix of 4 rows and 16 columns. Each row holds 1 to 9 in three groups of three; the groups move right by one within an output row and "
                + "by one block between output rows.");
    }

    static Shown signed() {
        double[][] x = {{0, 0, 0, 0, 0}, {0, 1, 1, 1, 0}, {0, 1, 2, 1, 0}, {0, 1, 1, 1, 0}, {0, 0, 0, 0, 0}};
        double[][] w = {{-.6, .1, .9}, {.2, -.3, .4}, {1.2, 0, -.8}};
        double[][] y = {{-1.5, .7, 2.3}, {.7, .8, .8}, {2, .8, -1.2}};
        Scale shared = Scale.of(w, x, y);
        Tile row = Tile.row(14, PixelMap.of("input", Ink.INPUT, x).scale(shared), Tile.sign("∗", ""),
            PixelMap.of("kernel", Ink.KERNEL, w).scale(shared), Tile.sign("=", ""), PixelMap.of("output", Ink.OUTPUT, y).scale(shared));
        return Shown.figure(Tile.column(12, row, new Legend(shared, "value", Ramp.SIGNED)),
            "With negative values all maps of a figure change to the signed ramp.",
            "Purple is below zero, orange above; the squares in front of the titles keep the roles.",
            "A 5 by 5 input, a 3 by 3 kernel with negative weights and the 3 by 3 result.");
    }

    /// The longest numbers that cells of different sizes can hold.
    static Shown crowded() {
        double[][] long4 = {{-.4917, 1234.5, -.012346}, {Double.NaN, 9999, 1. / 3}, {-1.5e-7, 2.5e9, Double.POSITIVE_INFINITY}};
        return Shown.figure(Tile.row(20, PixelMap.of("44 px", Ink.PLAIN, long4).cell(44).axes().namesNaN(),
                PixelMap.of("34 px", Ink.PLAIN, long4).cell(34),
                PixelMap.of("24 px", Ink.PLAIN, long4).cell(24), PixelMap.of("18 px", Ink.PLAIN, long4).cell(18)),
            "Numbers fit their cells or are left out.", "One size in a map; fewer digits before no digits.",
            "Four maps of the same nine extreme numbers in cells of 44, 34, 24 and 18 pixels.");
    }

    static Shown pattern() {
        double[][] board = new double[24][24];
        for (int r = 0; r < 24; r++) for (int c = 0; c < 24; c++) board[r][c] = (r % 2 + 1) * (c % 2 + 1);
        return Shown.figure(Tile.row(20, PixelMap.of("counts k3 s2", Ink.ACCENT, board).cell(9).noNumbers().axes(),
            PixelMap.of("k3 s2, 3 px a cell", Ink.ACCENT, board).cell(3).noNumbers()),
            "A checkerboard is drawn cell by cell.", "Nothing is smoothed.",
            "Two enlargements of the counts 1, 2, 2, 4 that repeat in blocks of two by two.");
    }

    static Shown noise() {
        Random random = new Random(7);
        double[] max = new double[WINDOWS];
        double[] mean = new double[WINDOWS];
        for (int i = 0; i < WINDOWS; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double c = random.nextGaussian();
            double d = random.nextGaussian();
            max[i] = Math.max(Math.max(a, b), Math.max(c, d));
            mean[i] = (a + b + c + d) / 4;
        }
        LineChart chart = Charts.histograms("pooled value of four N(0, 1)", new Bins(-3, 4, 70),
            new Distribution("mean: variance .25", Ink.OUTPUT, mean), new Distribution("max: variance .4917", Ink.ACCENT, max));
        return Shown.figure(chart, "Max pooling is the less noise-robust one.",
            "The maximum of four noise values is shifted by +1.03 and spreads twice as much as their mean. 100 000 windows.",
            "Two histograms: the mean of four normal values is narrow around 0, the maximum is wider and centred at 1.03.");
    }

    /// Curves that end close together, so that their names must give way.
    static Shown growth() {
        double[] layers = {1, 2, 3, 4, 5, 6};
        return Shown.figure(Charts.lines("layer", "receptive field in px",
                Curve.of("conv only", Ink.PLAIN, layers, new double[] {3, 5, 7, 9, 11, 13}).asBaseline(),
                Curve.of("one pool", Ink.OUTPUT, layers, new double[] {3, 4, 8, 12, 16, 20}),
                Curve.of("pool after each", Ink.ACCENT, layers, new double[] {3, 4, 8, 10, 18, 22})),
            "A pool enlarges what later layers see.", "conv3 adds 2 times the jump; a pool of stride 2 doubles the jump.",
            "Three rising lines over six layers: 13, 20 and 22 pixels at the end.");
    }

    static Shown errors() {
        return Shown.figure(Charts.bars("mean squared error, ×2 on 1/f images (example run)",
                new Bar("learned, k6", .2437, Ink.KERNEL), new Bar("bicubic", .2560, Ink.PLAIN),
                new Bar("learned, k4", .2771, Ink.KERNEL), new Bar("nearest", .2944, Ink.PLAIN), new Bar("bilinear", .3000, Ink.PLAIN),
                new Bar("[.5, 1, .5], half a pixel off", .3589, Ink.WRONG)),
            "Learning pays once the kernel is large enough.",
            "Least-squares kernels (orange) beside fixed ones (grey). The last bar: a grid error costs more than any choice of kernel.",
            "Six upsamplers by mean squared error, from learned k6 (.2437) to a bilinear kernel half a pixel off (.3589).");
    }

    /// Means with their standard errors, one of them around 0, and a range that is wider on one side.
    static Shown spreads() {
        return Shown.figure(Tile.column(8,
                Charts.bars("mean square error, 5 seeds", Bar.ofMean("learned, k6", Ink.KERNEL, .2437, .2391, .2472, .2508, .2402),
                    Bar.ofMean("bicubic", Ink.PLAIN, .2560, .2544, .2571, .2549, .2566), new Bar("exact", .3, Ink.PLAIN)),
                Charts.bars("gain in dB, all seeds", new Bar("learned, k6", .31, Ink.KERNEL).withRange(-.05, .52),
                    new Bar("trained too short", -.22, Ink.WRONG).withRange(-.4, .02))),
            "An error bar says which differences are real.", "Above: mean and standard error. Below: mean, least and largest.",
            "Learned k6 .2442 ± .0022, bicubic .2558 ± .0005, exact .3; gains .31, from −.05 to .52, and −.22, from −.4 to .02.");
    }

    /// Two prices of several methods, with their spread, and a path between two of them.
    static Shown prices() {
        return Shown.figure(Charts.dots("pattern in % of the brightness", "mean square error",
                Mark.of("as drawn", Ink.WRONG, 12.6, .2685).withSpread(1, .009).nameAt(Place.ABOVE_LEFT),
                Mark.ofMeans("projected", Ink.KERNEL, new double[] {0, 0, 0}, new double[] {.25, .26, .27}))
                .with(Curve.of("blurred", Ink.PLAIN, new double[] {0, 6, 12.6}, new double[] {.293, .273, .2685}).labelAt(1, Place.ABOVE_RIGHT)),
            "What a repair gains, and what it costs.", "Dots with standard errors: the closer to the lower left corner, the better.",
            "Two dots: as drawn 12.6 % and .2685, projected 0 % and .26; a curve leads from the first to 0 % and .293.");
    }

    static Shown parameters() {
        return Shown.figure(Charts.bars("parameters", new Bar("pool and one dense layer", 513_000, Ink.KERNEL),
            new Bar("first dense layer of VGG-16", 102_764_544, Ink.PLAIN)),
            "Global average pooling makes the dense layer small.", "512 channels of 7×7 become 512 numbers before the classes.",
            "Two bars: 513 000 parameters with global average pooling, 102 764 544 with a dense layer on 7 by 7 maps.");
    }

    static Shown table() {
        Table t = Table.create("sizes").addColumns(
            StringColumn.create("layer", "conv k3 s2 p1", "convT k3 s2 p1", "convT k3 s2 p1, op 1", "convT k4 s2 p1", "convT k2 s3"),
            IntColumn.create("input", 12, 6, 6, 6, 6), IntColumn.create("output", 6, 11, 12, 12, 17),
            DoubleColumn.create("offset in px", Double.NaN, -.5, -.5, 0, -.5),
            IntColumn.create("MACs at 64→64, 2-D", 1327104, 1327104, 1327104, 2359296, 589824));
        return HtmlTable.of(t, "A strided convolution forgets the exact size.",
            "12 becomes 6, but 6 becomes 11 unless output padding asks for 12. The offset says how far the output lies from its grid.");
    }

    static Shown predict() {
        return Cards.predict("How often is each output of a 2-D transposed convolution with k3 s2 painted?",
            List.of("2 : 1, like in one dimension", "4 : 2 : 2 : 1", "evenly, after training"),
            "B, 4 : 2 : 2 : 1.", "Counts multiply: 2·2, 2·1, 1·2 and 1·1. (Training does not change a count; it can change the **sums**.)");
    }

    static Shown compared() {
        return Cards.prediction("1.noise", "A", "B: max .4917, mean .25", false);
    }

    static Shown score() {
        return Cards.predictions("You predicted 2 of 3. As predicted: 1. Surprises: 1.", List.of(new String[] {"1.noise", "A: The maximum", "B: max .4917, mean .25", "→ a surprise"},
            new String[] {"1.relu", "B: 0 and .75", "B: 0 against .75", "✓ as predicted"}, new String[] {"1.saving", "–", "50 % and 0 %", ""}));
    }

    static Shown claim() {
        return Cards.claim("the window {1, 8, 7, 3} has the mean 19/4", "(4.75)");
    }

    static Shown passed() {
        return Cards.passed("Task 1.2 `maxPool2d`", "5 of 5 checks: worked example, padding, ties, dilation, NaN.", 4, 4);
    }

    static Shown failed() {
        return Cards.failed("Task 1.2 `maxPool2d`", "maxPool2d(all −1, k3 s2 p1)", new double[][] {{-1, -1}, {-1, -1}},
            new double[][] {{0, 0}, {0, -1}},
            "Padding of max pooling is −∞: an empty place must never win.", 2, 4);
    }

    /// A difference deep inside a large map, with NaN.
    static Shown failedLarge() {
        double[][] expected = new double[20][30];
        for (int r = 0; r < 20; r++) for (int c = 0; c < 30; c++) expected[r][c] = (r * 7 + c * 3) % 11 / 4.0;
        double[][] actual = new double[20][];
        for (int r = 0; r < 20; r++) actual[r] = expected[r].clone();
        actual[12][14] = Double.NaN;
        actual[13][15] = 7.125;
        return Cards.failed("Task 1.3 `avgPool2d`", "avgPool2d(x [1, 1, 40, 60], k2 s2)", expected, actual,
            "Divide by the number of cells in the window.", 1.5, 4);
    }

    static Shown failedText() {
        return Cards.failed("Task 1.1 `outputSize`", "outputSize(2, k3 s2)", "IllegalArgumentException", "1",
            "Java rounds −1/2 to 0; use `Math.floorDiv` and check.", 0, 2);
    }

    static Shown notStarted() {
        return Cards.notStarted("Task 1.6 `maxPool2dBackward`", 4);
    }

    static Shown task() {
        return Cards.task("1.2 maxPool2d", "core", 4,
            "Write max pooling. Ties go to the first maximum in row-major order; `indices` address the input, not the padded copy.",
            List.of("Which value can never win a maximum? Put it into the padding.", "Compare with `>`, not with `>=`."));
    }

    static Shown error() {
        return Cards.error("IllegalArgumentException",
            "`ConvTranspose2d`: output padding 2 is not allowed for k3 s2 p1; it must be smaller than stride or dilation.",
            "size = s(n−1) + d(k−1) + 1 − 2p + op\n     = 2·5 + 1·2 + 1 − 2·1 + 2 = 13\nno convolution k3 s2 p1 turns 13 into 6",
            "`withOutputPadding(1)` for 12, or none for 11.",
            "at upsample, cell 7, line 3");
    }
}
