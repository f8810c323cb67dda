package upsampling.solutions.lesson02;

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
import upsampling.tasks.Resizing;
import upsampling.tasks.Resizing.Box;
import upsampling.tasks.Resizing.Corners;

/// The hidden tests of the tasks of lesson 2 that work on one axis or one point, part by part beside the public ones: inputs come from the seed,
/// expected values from the alternative solution (a mutant of the reference must not be compared with itself). {@link ResizingHiddenTest} has the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: boxes that neither begin at 0 nor are as wide as high,
/// corners that fit no plane, sizes on which exact arithmetic, double and PyTorch's float32 copy the same cells.
@ExtendWith(SubjectExtension.class)
@DisplayName("Indices and weights of interpolation, drawn from a seed")
public class WeightsHiddenTest {
    private static final int DRAWS = 6;
    /// An answer may compute in float32.
    private static final double TOLERANCE = 2e-5;
    private static final Resizing ORACLE = new Alternative();

    @Test
    @Task("2.1")
    @Part("shrink")
    @Part("shrinkExact")
    @Part("enlarge")
    @Part("enlargeExact")
    @Part("double")
    @Part("halve")
    @Part("one")
    @Part("large")
    @DisplayName("copies the right cell of any axis")
    void copiesTheRightCell(Resizing resizing, Parts parts, Seed seed) {
        parts.check("shrink", () -> pairs(resizing, seed.random("shrink"), true, false));
        parts.check("shrinkExact", () -> pairs(resizing, seed.random("shrinkExact"), true, true));
        parts.check("enlarge", () -> pairs(resizing, seed.random("enlarge"), false, false));
        parts.check("enlargeExact", () -> pairs(resizing, seed.random("enlargeExact"), false, true));
        parts.check("double", () -> {
            int size = seed.random("double").nextInt(3, 20);
            indices(resizing, size, 2 * size, false);
            indices(resizing, size, 2 * size, true);
        });
        parts.check("halve", () -> {
            int size = seed.random("halve").nextInt(3, 20);
            indices(resizing, 2 * size, size, false);
            indices(resizing, 2 * size, size, true);
        });
        parts.check("one", () -> {
            int size = 2 * seed.random("one").nextInt(2, 10) + 1;
            for (boolean exact : new boolean[] {false, true}) {
                indices(resizing, size, 1, exact);
                indices(resizing, 1, size, exact);
            }
        });
        parts.check("large", () -> {
            RandomGenerator random = seed.random("large");
            int size = 1 << random.nextInt(16, 18);
            for (int draw = 0; draw < DRAWS; draw++) {
                int out = random.nextInt(size / 2, size);
                for (boolean exact : new boolean[] {false, true}) {
                    Expect.number("", ORACLE.nearestIndex(out, 2 * size, size, exact), resizing.nearestIndex(out, 2 * size, size, exact));
                }
            }
        });
    }

    @Test
    @Task("2.2")
    @Part("unit")
    @Part("box")
    @Part("inside")
    @Part("corners")
    @DisplayName("finds the value at any point between four corners")
    void findsTheValueBetweenCorners(Resizing resizing, Parts parts, Seed seed) {
        parts.check("unit", () -> points(resizing, seed.random("unit"), new Box(0, 1, 0, 1)));
        parts.check("box", () -> {
            RandomGenerator random = seed.random("box");
            points(resizing, random, box(random));
        });
        parts.check("inside", () -> {
            RandomGenerator random = seed.random("inside");
            points(resizing, random, box(random));
        });
        parts.check("corners", () -> {
            RandomGenerator random = seed.random("corners");
            Corners q = corners(random);
            Box box = box(random);
            for (double x : new double[] {box.x1(), box.x2()}) {
                for (double y : new double[] {box.y1(), box.y2()}) point(resizing, q, box, x, y);
            }
        });
    }

    @Test
    @Task("2.3")
    @Part("pytorch")
    @Part("keys")
    @Part("onCell")
    @Part("sums")
    @DisplayName("weighs the four neighbours of any point")
    void weighsFourNeighbours(Resizing resizing, Parts parts, Seed seed) {
        parts.check("pytorch", () -> cubic(resizing, seed.random("pytorch"), -0.75));
        parts.check("keys", () -> cubic(resizing, seed.random("keys"), -0.5));
        parts.check("onCell", () -> cubic(resizing, 0, seed.random("onCell").nextDouble(-1, -0.25)));
        parts.check("sums", () -> {
            RandomGenerator random = seed.random("sums");
            for (int draw = 0; draw < DRAWS; draw++) {
                double[] weights = resizing.cubicWeights(random.nextDouble(), random.nextDouble(-1, -0.25));
                Expect.present("", weights);
                Expect.real("sum of the weights", 1, Arrays.stream(weights).sum(), TOLERANCE);
            }
        });
    }

    @Test
    @Task("2.4")
    @Part("halfPixel")
    @Part("corners")
    @Part("toOne")
    @Part("fromOne")
    @Part("shrink")
    @Part("edges")
    @Part("rowSums")
    @Part("refusal")
    @DisplayName("writes linear interpolation of any axis as a matrix")
    void writesTheMatrix(Resizing resizing, Parts parts, Seed seed) {
        parts.check("halfPixel", () -> enlarged(resizing, seed.random("halfPixel"), "half-pixel"));
        parts.check("corners", () -> enlarged(resizing, seed.random("corners"), "corners"));
        parts.check("toOne", () -> both(resizing, seed.random("toOne").nextInt(2, 9), 1));
        parts.check("fromOne", () -> both(resizing, 1, seed.random("fromOne").nextInt(2, 9)));
        parts.check("shrink", () -> {
            int size = seed.random("shrink").nextInt(3, 6);
            both(resizing, 2 * size - 1, size);
        });
        parts.check("edges", () -> both(resizing, 2, seed.random("edges").nextInt(3, 9)));
        parts.check("rowSums", () -> {
            int size = seed.random("rowSums").nextInt(2, 5);
            double[] ones = new double[2 * size + 1];
            Arrays.fill(ones, 1);
            for (String alignment : new String[] {"half-pixel", "corners"}) {
                double[][] matrix = resizing.linearMatrix(size, ones.length, alignment);
                Expect.matrix("", ORACLE.linearMatrix(size, ones.length, alignment), matrix, 1);
                Expect.reals("row sums", ones, Arrays.stream(matrix).mapToDouble(row -> Arrays.stream(row).sum()).toArray(), TOLERANCE);
            }
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            int size = random.nextInt(2, 9);
            String[] names = {"center", "corner", "half_pixel", "align-corners", ""};
            String name = names[random.nextInt(names.length)];
            Expect.refused("", IllegalArgumentException.class, () -> resizing.linearMatrix(size, size, name));
            Expect.refused("", IllegalArgumentException.class, () -> resizing.linearMatrix(-random.nextInt(5), size, "corners"));
            Expect.refused("", IllegalArgumentException.class, () -> resizing.linearMatrix(size, -random.nextInt(5), "half-pixel"));
        });
    }

    private static void pairs(Resizing resizing, RandomGenerator random, boolean shrink, boolean exact) {
        for (int draw = 0; draw < DRAWS; draw++) {
            int smaller;
            int larger;
            do {
                smaller = random.nextInt(3, 20);
                larger = smaller + random.nextInt(1, smaller);
            } while (!agree(shrink ? larger : smaller, shrink ? smaller : larger));
            indices(resizing, shrink ? larger : smaller, shrink ? smaller : larger, exact);
        }
    }

    /// Whether no way to compute the cells differs: exact, with a ratio in double, and with a ratio in float32 as PyTorch does.
    private static boolean agree(int in, int out) {
        for (int o = 0; o < out; o++) {
            for (boolean exact : new boolean[] {false, true}) {
                int right = ORACLE.nearestIndex(o, in, out, exact);
                double place = exact ? o + 0.5 : o;
                boolean same = right == (int) (place * ((double) in / out)) && right == (int) ((float) place * ((float) in / out));
                if (!same) return false;
            }
        }
        return true;
    }

    private static void indices(Resizing resizing, int in, int out, boolean exact) {
        for (int o = 0; o < out; o++) Expect.number("", ORACLE.nearestIndex(o, in, out, exact), resizing.nearestIndex(o, in, out, exact));
    }

    private static Corners corners(RandomGenerator random) {
        double q11 = random.nextInt(1, 6);
        double q21 = q11 + random.nextInt(1, 4);
        double q12 = q21 + random.nextInt(1, 4);
        return new Corners(q11, q21, q12, q12 + q21 + random.nextInt(1, 4)); // a plane would have q12 + q21 - q11 here
    }

    private static Box box(RandomGenerator random) {
        double x1 = random.nextInt(1, 5);
        double y1 = -random.nextInt(1, 5);
        return new Box(x1, x1 + random.nextInt(2, 5), y1, y1 + random.nextInt(5, 9));
    }

    private static void points(Resizing resizing, RandomGenerator random, Box box) {
        Corners q = corners(random);
        for (int draw = 0; draw < DRAWS; draw++) {
            double x = box.x1() + random.nextDouble(0.1, 0.4) * (box.x2() - box.x1()); // not in the middle, where near and far weigh the same
            double y = box.y1() + random.nextDouble(0.6, 0.9) * (box.y2() - box.y1());
            point(resizing, q, box, x, y);
        }
    }

    private static void point(Resizing resizing, Corners q, Box box, double x, double y) {
        Expect.real("", ORACLE.bilinearPoint(q, box, x, y), resizing.bilinearPoint(q, box, x, y), TOLERANCE);
    }

    private static void cubic(Resizing resizing, RandomGenerator random, double a) {
        for (int draw = 0; draw < DRAWS; draw++) cubic(resizing, random.nextDouble(0.1, 0.4), a);
    }

    private static void cubic(Resizing resizing, double t, double a) {
        Expect.reals("", ORACLE.cubicWeights(t, a), resizing.cubicWeights(t, a), TOLERANCE);
    }

    private static void enlarged(Resizing resizing, RandomGenerator random, String alignment) {
        int in = random.nextInt(3, 7);
        matrix(resizing, in, in + random.nextInt(1, in), alignment);
    }

    private static void both(Resizing resizing, int in, int out) {
        matrix(resizing, in, out, "half-pixel");
        matrix(resizing, in, out, "corners");
    }

    private static void matrix(Resizing resizing, int in, int out, String alignment) {
        Expect.matrix("", ORACLE.linearMatrix(in, out, alignment), resizing.linearMatrix(in, out, alignment), TOLERANCE);
    }
}
