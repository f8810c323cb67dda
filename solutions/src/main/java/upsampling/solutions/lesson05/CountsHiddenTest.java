package upsampling.solutions.lesson05;

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
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// The hidden tests of the tasks of lesson 5 that count cells along one axis, part by part beside the public ones: inputs come from the seed,
/// expected values from the alternative solution (a mutant of the reference must not be compared with itself). {@link CheckerboardsHiddenTest} has the
/// others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: strides whose sum is not their product, axes that end with
/// cells which no window reads.
@ExtendWith(SubjectExtension.class)
@DisplayName("Counts and periods of checkerboards, drawn from a seed")
public class CountsHiddenTest {
    private static final int DRAWS = 4;
    private static final Checkerboards ORACLE = new Alternative();
    private static final int[] PRIMES = {2, 3, 5, 7};

    @Test
    @Task("5.1")
    @Part("odd")
    @Part("padding")
    @Part("gaps")
    @Part("dilated")
    @Part("shifted")
    @Part("deep")
    @Part("refusal")
    @DisplayName("counts the inputs that paint each output of any axis")
    void countsOverlaps(Checkerboards checkerboards, Parts parts, Seed seed) {
        parts.check("odd", () -> {
            RandomGenerator random = seed.random("odd");
            overlaps(checkerboards, random, Window.of(2 * random.nextInt(1, 3) + 1).withStride(2));
        });
        parts.check("padding", () -> {
            RandomGenerator random = seed.random("padding");
            int half = random.nextInt(2, 4);
            overlaps(checkerboards, random, Window.of(2 * half).withStride(2).withPadding(random.nextInt(1, half)));
        });
        parts.check("gaps", () -> {
            RandomGenerator random = seed.random("gaps");
            int stride = random.nextInt(2, 5);
            overlaps(checkerboards, random, Window.of(random.nextInt(1, stride)).withStride(stride));
        });
        parts.check("dilated", () -> {
            RandomGenerator random = seed.random("dilated");
            overlaps(checkerboards, random, Window.of(random.nextInt(2, 5)).withStride(2).withDilation(random.nextInt(2, 5)));
        });
        parts.check("shifted", () -> {
            RandomGenerator random = seed.random("shifted");
            overlaps(checkerboards, random, Window.of(random.nextInt(3, 5)).withStride(2).withPadding(random.nextInt(1, 3)).withDilation(2));
        });
        parts.check("deep", () -> {
            RandomGenerator random = seed.random("deep");
            Window window = Window.of(random.nextInt(5, 8)).withStride(random.nextInt(1, 3));
            overlaps(checkerboards, random, window);
            overlaps(checkerboards, 1, window);
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            int padding = random.nextInt(1, 4);
            Window cutOff = Window.of(2 * padding).withStride(random.nextInt(1, 4)).withPadding(padding);
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.overlapCount(1, cutOff));
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.overlapCount(2, Window.of(2 * padding).withPadding(padding + 1)));
        });
    }

    @Test
    @Task("5.2")
    @Part("coprime")
    @Part("shared")
    @Part("cascade")
    @Part("many")
    @Part("one")
    @Part("topology")
    @Part("strides")
    @DisplayName("finds the period of any branches and cascades")
    void findsPeriods(Checkerboards checkerboards, Parts parts, Seed seed) {
        parts.check("coprime", () -> {
            RandomGenerator random = seed.random("coprime");
            for (int draw = 0; draw < DRAWS; draw++) period(checkerboards, "branches", twoPrimes(random, 1));
        });
        parts.check("shared", () -> {
            RandomGenerator random = seed.random("shared");
            for (int draw = 0; draw < DRAWS; draw++) {
                int shared = random.nextInt(2, 5);
                period(checkerboards, "branches", twoPrimes(random, shared));
                period(checkerboards, "branches", new int[] {shared, shared * random.nextInt(2, 4)});
            }
        });
        parts.check("cascade", () -> {
            RandomGenerator random = seed.random("cascade");
            for (int draw = 0; draw < DRAWS; draw++) period(checkerboards, "cascade", twoPrimes(random, random.nextInt(2, 5)));
        });
        parts.check("many", () -> {
            int shared = seed.random("many").nextInt(2, 5);
            int[] strides = {2 * shared, 3 * shared, 5 * shared};
            period(checkerboards, "branches", strides);
            period(checkerboards, "cascade", strides);
        });
        parts.check("one", () -> {
            int stride = seed.random("one").nextInt(2, 20);
            period(checkerboards, "branches", new int[] {stride});
            period(checkerboards, "cascade", new int[] {stride});
            period(checkerboards, "branches", new int[] {1, stride});
            period(checkerboards, "cascade", new int[] {stride, 1});
        });
        parts.check("topology", () -> {
            RandomGenerator random = seed.random("topology");
            String[] names = {"series", "Branches", "cascades", "branch", ""};
            String name = names[random.nextInt(names.length)];
            int[] strides = twoPrimes(random, 1);
            Expect.refusal("", IllegalArgumentException.class, () -> checkerboards.patternPeriod(name, strides));
        });
        parts.check("strides", () -> {
            RandomGenerator random = seed.random("strides");
            int stride = random.nextInt(2, 9);
            for (String topology : new String[] {"branches", "cascade"}) {
                Expect.refusal("", IllegalArgumentException.class, () -> checkerboards.patternPeriod(topology, new int[0]));
                Expect.refusal("", IllegalArgumentException.class, () -> checkerboards.patternPeriod(topology, new int[] {stride, 0}));
                Expect.refusal("", IllegalArgumentException.class, () -> checkerboards.patternPeriod(topology, new int[] {-stride, stride}));
            }
        });
    }

    @Test
    @Task("5.6")
    @Part("padded")
    @Part("gaps")
    @Part("dense")
    @Part("tail")
    @Part("dilated")
    @Part("widePadding")
    @Part("refusal")
    @DisplayName("counts the outputs that read each input of any axis")
    void countsReads(Checkerboards checkerboards, Parts parts, Seed seed) {
        parts.check("padded", () -> {
            RandomGenerator random = seed.random("padded");
            int kernel = 2 * random.nextInt(1, 3) + 1;
            for (int draw = 0; draw < DRAWS; draw++) {
                coverage(checkerboards, 2 * random.nextInt(3, 9), Window.of(kernel).withStride(2).withPadding(1));
            }
        });
        parts.check("gaps", () -> {
            RandomGenerator random = seed.random("gaps");
            int stride = random.nextInt(2, 5);
            coverage(checkerboards, stride * random.nextInt(2, 6), Window.of(random.nextInt(1, stride)).withStride(stride));
        });
        parts.check("dense", () -> {
            RandomGenerator random = seed.random("dense");
            int kernel = random.nextInt(3, 6);
            coverage(checkerboards, kernel + random.nextInt(2, 8), Window.of(kernel));
        });
        parts.check("tail", () -> {
            RandomGenerator random = seed.random("tail");
            int stride = random.nextInt(3, 6);
            coverage(checkerboards, stride * random.nextInt(2, 5) + random.nextInt(1, stride), Window.of(stride).withStride(stride));
        });
        parts.check("dilated", () -> {
            RandomGenerator random = seed.random("dilated");
            coverage(checkerboards, random.nextInt(9, 15), Window.of(random.nextInt(2, 4)).withStride(2).withDilation(2));
            coverage(checkerboards, random.nextInt(9, 15), Window.of(3).withPadding(1).withDilation(3));
        });
        parts.check("widePadding", () -> {
            RandomGenerator random = seed.random("widePadding");
            int padding = random.nextInt(2, 4);
            coverage(checkerboards, random.nextInt(6, 12), Window.of(2 * padding + 1).withStride(2).withPadding(padding));
        });
        parts.check("refusal", () -> {
            int size = seed.random("refusal").nextInt(2, 9);
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.gradientCoverage(size, Window.of(size + 1)));
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.gradientCoverage(2 * size, Window.of(size + 1).withDilation(2)));
            coverage(checkerboards, size, Window.of(size)); // it fits exactly once
        });
    }

    private static void overlaps(Checkerboards checkerboards, RandomGenerator random, Window window) {
        for (int draw = 0; draw < DRAWS; draw++) overlaps(checkerboards, random.nextInt(4, 9), window);
    }

    private static void overlaps(Checkerboards checkerboards, int size, Window window) {
        Expect.counts("", ORACLE.overlapCount(size, window), checkerboards.overlapCount(size, window));
    }

    private static void coverage(Checkerboards checkerboards, int size, Window window) {
        Expect.counts("", ORACLE.gradientCoverage(size, window), checkerboards.gradientCoverage(size, window));
    }

    private static void period(Checkerboards checkerboards, String topology, int[] strides) {
        Expect.number("", ORACLE.patternPeriod(topology, strides), checkerboards.patternPeriod(topology, strides));
    }

    /// Two different primes, both times a shared factor.
    private static int[] twoPrimes(RandomGenerator random, int shared) {
        int first = random.nextInt(PRIMES.length);
        int second = (first + random.nextInt(1, PRIMES.length)) % PRIMES.length;
        return new int[] {shared * PRIMES[first], shared * PRIMES[second]};
    }
}
