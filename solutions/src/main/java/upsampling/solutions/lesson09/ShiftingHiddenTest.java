package upsampling.solutions.lesson09;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.Expect;
import upsampling.grader.Part;
import upsampling.grader.Parts;
import upsampling.grader.Seed;
import upsampling.grader.Task;
import upsampling.grader.engine.SubjectExtension;
import upsampling.tasks.Shifting;

/// The hidden tests of the tasks of lesson 9 that work on pictures, part by part beside the public ones: inputs come from the seed, expected values
/// from the alternative solution (a mutant of the reference must not be compared with itself). {@link SignalsHiddenTest} has the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: cells that all differ, shifts that are not half a turn, fields
/// that grow towards the border.
@ExtendWith(SubjectExtension.class)
@DisplayName("Whole shifts, keypoints and blur, drawn from a seed")
public class ShiftingHiddenTest {
    /// An answer may compute in float32: relative to the largest number in a result.
    private static final double TOLERANCE = 1e-5;
    private static final double[] TENT = {0.25, 0.5, 0.25};
    private static final double[] FIVE = {0.0625, 0.25, 0.375, 0.25, 0.0625};
    private static final Shifting ORACLE = new Alternative();

    @Test
    @Task("9.1")
    @Part("down")
    @Part("left")
    @Part("both")
    @Part("around")
    @Part("far")
    @Part("high")
    @DisplayName("moves any picture by whole cells, around the border")
    void movesPictures(Shifting shifting, Parts parts, Seed seed) {
        parts.check("down", () -> rolled(shifting, wide(seed.random("down")), 1, 0));
        parts.check("left", () -> rolled(shifting, wide(seed.random("left")), 0, -1));
        parts.check("both", () -> {
            double[][] picture = wide(seed.random("both"));
            rolled(shifting, picture, -picture.length - 1, picture[0].length + 1);
        });
        parts.check("around", () -> {
            RandomGenerator random = seed.random("around");
            double[][] picture = wide(random);
            rolled(shifting, picture, random.nextInt(1, 3) * picture.length, -random.nextInt(2, 4) * picture[0].length);
        });
        parts.check("far", () -> {
            RandomGenerator random = seed.random("far");
            double[][] picture = wide(random);
            rolled(shifting, picture, -random.nextInt(2, 9) * picture.length - 1, random.nextInt(2, 9) * picture[0].length + 2);
        });
        parts.check("high", () -> {
            RandomGenerator random = seed.random("high");
            rolled(shifting, distinct(random, random.nextInt(5, 8), random.nextInt(2, 4)), 2, -1);
        });
    }

    @Test
    @Task("9.2")
    @Part("line")
    @Part("flat")
    @Part("soft")
    @Part("sharp")
    @Part("signs")
    @Part("offset")
    @DisplayName("finds the peak of any heat map between the cells")
    void findsPeaks(Shifting shifting, Parts parts, Seed seed) {
        parts.check("line", () -> {
            double beta = Math.log(seed.random("line").nextInt(4, 10)); // not near 1, where 1/beta would do as well
            place(shifting, new double[][] {{0, 1}}, beta);
            place(shifting, new double[][] {{0}, {1}}, beta);
        });
        parts.check("flat", () -> {
            RandomGenerator random = seed.random("flat");
            place(shifting, new double[random.nextInt(2, 4)][random.nextInt(4, 7)], random.nextInt(1, 5));
        });
        parts.check("soft", () -> {
            RandomGenerator random = seed.random("soft");
            place(shifting, impulse(random, 1), Math.log(random.nextInt(5, 30)));
        });
        parts.check("sharp", () -> {
            RandomGenerator random = seed.random("sharp");
            place(shifting, impulse(random, random.nextInt(1000, 3000)), random.nextInt(2, 7)); // exp(7) is not yet all there is
        });
        parts.check("signs", () -> {
            RandomGenerator random = seed.random("signs");
            place(shifting, signs(random, 2), Math.log(2));
            place(shifting, signs(random, 3), Math.log(4));
        });
        parts.check("offset", () -> {
            RandomGenerator random = seed.random("offset");
            double[][] heat = signs(random, 2);
            double offset = random.nextInt(2000, 4000);
            for (double[] row : heat) Arrays.setAll(row, w -> row[w] + offset);
            place(shifting, heat, Math.log(2));
            for (double[] row : heat) Arrays.setAll(row, w -> row[w] - 2 * offset);
            place(shifting, heat, Math.log(2));
        });
    }

    @Test
    @Task("9.3")
    @Part("zhang")
    @Part("ones")
    @Part("field")
    @Part("five")
    @Part("skew")
    @Part("strideOne")
    @Part("oneTap")
    @Part("refusal")
    @DisplayName("blurs any picture before it drops cells")
    void blursBeforeItDrops(Shifting shifting, Parts parts, Seed seed) {
        parts.check("zhang", () -> {
            RandomGenerator random = seed.random("zhang");
            double[][] stripes = new double[random.nextInt(4, 9)][8];
            double bright = random.nextInt(1, 9);
            for (double[] row : stripes) Arrays.setAll(row, w -> w % 4 < 2 ? 0 : bright);
            blurred(shifting, stripes, TENT, 2);
        });
        parts.check("ones", () -> {
            RandomGenerator random = seed.random("ones");
            double[][] flat = new double[random.nextInt(3, 7)][random.nextInt(3, 7)];
            double value = random.nextInt(1, 9);
            for (double[] row : flat) Arrays.fill(row, value);
            blurred(shifting, flat, TENT, 2);
        });
        parts.check("field", () -> blurred(shifting, field(seed.random("field")), TENT, 2));
        parts.check("five", () -> blurred(shifting, field(seed.random("five")), FIVE, 3));
        parts.check("skew", () -> {
            RandomGenerator random = seed.random("skew");
            double first = random.nextInt(1, 4);
            double[] rising = {first, random.nextInt(1, 5), first + random.nextInt(1, 4)}; // turned around, it makes less of a field that grows
            blurred(shifting, field(random), rising, 2);
        });
        parts.check("strideOne", () -> blurred(shifting, wide(seed.random("strideOne")), TENT, 1));
        parts.check("oneTap", () -> {
            RandomGenerator random = seed.random("oneTap");
            double[] one = {random.nextInt(2, 9)};
            blurred(shifting, wide(random), one, 2);
            blurred(shifting, distinct(random, 1, 1), one, random.nextInt(1, 4));
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            double[][] field = field(random);
            refused("even taps", () -> shifting.blurPool(field, new double[2 * random.nextInt(1, 3)], 2));
            refused("stride below 1", () -> shifting.blurPool(field, TENT, -random.nextInt(3)));
            refused("few rows", () -> shifting.blurPool(new double[2][random.nextInt(3, 7)], FIVE, 2));
            refused("few columns", () -> shifting.blurPool(new double[random.nextInt(3, 7)][2], FIVE, 2));
        });
    }

    private static void rolled(Shifting shifting, double[][] image, int dy, int dx) {
        Expect.matrix("", ORACLE.roll(image, dy, dx), shifting.roll(image, dy, dx), 0);
    }

    private static void place(Shifting shifting, double[][] heat, double beta) {
        double largest = Math.max(heat.length, heat[0].length);
        Expect.reals("", ORACLE.softArgmax2d(heat, beta), shifting.softArgmax2d(heat, beta), TOLERANCE * largest);
    }

    private static void blurred(Shifting shifting, double[][] image, double[] taps, int stride) {
        double[][] expected = ORACLE.blurPool(image, taps, stride);
        double largest = 1;
        for (double[] row : expected) {
            for (double v : row) largest = Math.max(largest, Math.abs(v));
        }
        Expect.matrix("", expected, shifting.blurPool(image, taps, stride), TOLERANCE * largest);
    }

    private static void refused(String what, Runnable call) {
        Expect.refused(what, IllegalArgumentException.class, call);
    }

    /// More columns than rows, and at least three rows: one cell down is not one cell up.
    private static double[][] wide(RandomGenerator random) {
        int rows = random.nextInt(3, 6);
        return distinct(random, rows, rows + random.nextInt(1, 4));
    }

    /// 1, 2, 3, ... in any order: no two cells are alike, and none is 0.
    private static double[][] distinct(RandomGenerator random, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            int other = random.nextInt(i + 1);
            values[i] = values[other];
            values[other] = i + 1;
        }
        double[][] picture = new double[rows][];
        for (int h = 0; h < rows; h++) picture[h] = Arrays.copyOfRange(values, h * columns, (h + 1) * columns);
        return picture;
    }

    /// Zeros and one value, above the middle and right of it, in another row than column.
    private static double[][] impulse(RandomGenerator random, double value) {
        double[][] heat = new double[random.nextInt(4, 7)][random.nextInt(5, 8)];
        heat[1][heat[0].length - 2] = value;
        return heat;
    }

    /// One positive value in the first corner and negative ones elsewhere: the peak pulls to the corner, a centre of mass away from it.
    private static double[][] signs(RandomGenerator random, int rows) {
        double[][] heat = new double[rows][rows + 1];
        for (double[] row : heat) Arrays.setAll(row, w -> random.nextInt(-4, -2));
        heat[0][0] = random.nextInt(1, 3);
        return heat;
    }

    /// `a*(h*h + 1)*(w + b)`: both axes grow, the number of rows and the larger number of columns are odd.
    private static double[][] field(RandomGenerator random) {
        double a = random.nextInt(1, 4);
        double b = random.nextInt(1, 5);
        double[][] field = new double[2 * random.nextInt(2, 4) + 1][];
        int width = field.length + 2 * random.nextInt(1, 3);
        for (int h = 0; h < field.length; h++) {
            double down = a * (h * h + 1);
            field[h] = new double[width];
            Arrays.setAll(field[h], w -> down * (w + b));
        }
        return field;
    }
}
