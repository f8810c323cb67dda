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

/// The hidden tests of the tasks of lesson 9 that shift signals by parts of a cell, part by part beside the public ones: inputs come from the seed,
/// expected values from the alternative solution (a mutant of the reference must not be compared with itself). {@link ShiftingHiddenTest} has the
/// others.
///
/// Most signals are ramps `n + noise` with noise below 1/4. On a ring a ramp has a jump, so each of its waves is there: the wave `k` of `0, 1, 2, ...`
/// has the magnitude `N/(2 sin(pi*k/N))`, at least `N/2`, and the noise takes away less than `N/4`. A mistake with one wave therefore always shows.
@ExtendWith(SubjectExtension.class)
@DisplayName("Shifts by parts of a cell and upsampling, drawn from a seed")
public class SignalsHiddenTest {
    /// An answer may compute in float32: relative to the largest number in a result.
    private static final double TOLERANCE = 1e-5;
    private static final double SHARE_TOLERANCE = 1e-8;
    private static final int[] ODD_LENGTHS = {5, 7, 9};
    private static final int[] EVEN_LENGTHS = {6, 10};
    private static final Shifting ORACLE = new Alternative();

    @Test
    @Task("9.4")
    @Part("half")
    @Part("odd")
    @Part("even")
    @Part("left")
    @Part("whole")
    @Part("alternating")
    @Part("constant")
    @DisplayName("moves any periodic signal by any distance")
    void movesSignals(Shifting shifting, Parts parts, Seed seed) {
        parts.check("half", () -> {
            RandomGenerator random = seed.random("half");
            double[] wave = new double[2 * random.nextInt(4, 7)];
            int frequency = random.nextInt(1, 4);
            Arrays.setAll(wave, n -> Math.cos(2 * Math.PI * frequency * n / wave.length));
            moved(shifting, wave, 0.5);
        });
        parts.check("odd", () -> {
            RandomGenerator random = seed.random("odd");
            moved(shifting, ramp(random, one(random, ODD_LENGTHS)), part(random));
        });
        parts.check("even", () -> {
            RandomGenerator random = seed.random("even");
            moved(shifting, ramp(random, one(random, EVEN_LENGTHS)), part(random));
        });
        parts.check("left", () -> {
            RandomGenerator random = seed.random("left");
            double[] ramp = ramp(random, one(random, ODD_LENGTHS));
            Arrays.setAll(ramp, n -> ramp[n] - ramp.length / 2.0); // the sum is below 0, and a shift leaves it there
            moved(shifting, ramp, -0.5 - random.nextInt(2));
        });
        parts.check("whole", () -> {
            RandomGenerator random = seed.random("whole");
            moved(shifting, ramp(random, one(random, ODD_LENGTHS)), random.nextInt(1, 5));
            moved(shifting, ramp(random, one(random, EVEN_LENGTHS)), -1);
            moved(shifting, ramp(random, one(random, EVEN_LENGTHS)), random.nextInt(11, 15));
        });
        parts.check("alternating", () -> {
            RandomGenerator random = seed.random("alternating");
            double[] alternating = new double[2 * random.nextInt(2, 5)];
            double height = random.nextInt(1, 9);
            Arrays.setAll(alternating, n -> n % 2 == 0 ? height : -height);
            moved(shifting, alternating, 0.5);
            moved(shifting, alternating, 1 / 3.0);
        });
        parts.check("constant", () -> {
            RandomGenerator random = seed.random("constant");
            double[] constant = new double[random.nextInt(2, 8)];
            Arrays.fill(constant, random.nextInt(1, 9));
            moved(shifting, constant, part(random));
            moved(shifting, new double[] {random.nextInt(1, 9)}, part(random));
        });
    }

    @Test
    @Task("9.5")
    @Part("cosine")
    @Part("whole")
    @Part("rough")
    @Part("three")
    @Part("strideOne")
    @Part("bump")
    @Part("quarter")
    @Part("refusal")
    @DisplayName("measures whether any upsampling moves along")
    void measuresEquivariance(Shifting shifting, Parts parts, Seed seed) {
        parts.check("cosine", () -> {
            RandomGenerator random = seed.random("cosine");
            error(shifting, nearest(random), cosine(random), 0.5, 2);
        });
        parts.check("whole", () -> {
            RandomGenerator random = seed.random("whole");
            error(shifting, uneven(random), ramp(random, one(random, EVEN_LENGTHS)), 1, 2);
            error(shifting, longKernel(random), ramp(random, one(random, ODD_LENGTHS)), -2, 3);
            error(shifting, nearest(random), bump(random), 1, 2);
        });
        parts.check("rough", () -> {
            RandomGenerator random = seed.random("rough");
            double[] ramp = ramp(random, one(random, EVEN_LENGTHS));
            error(shifting, uneven(random), ramp, 0.25, 2);
            error(shifting, uneven(random), ramp, 0.5, 2);
        });
        parts.check("three", () -> {
            RandomGenerator random = seed.random("three");
            double[] ramp = ramp(random, one(random, ODD_LENGTHS));
            error(shifting, longKernel(random), ramp, 0.25, 3);
            error(shifting, longKernel(random), ramp, 0.5, 3);
        });
        parts.check("strideOne", () -> {
            RandomGenerator random = seed.random("strideOne");
            error(shifting, uneven(random), ramp(random, one(random, ODD_LENGTHS)), part(random), 1);
        });
        parts.check("bump", () -> {
            RandomGenerator random = seed.random("bump");
            error(shifting, nearest(random), bump(random), 0.5, 2);
            error(shifting, uneven(random), bump(random), 0.5, 2);
            error(shifting, asymmetric(random), bump(random), 0.5, 2);
        });
        parts.check("quarter", () -> {
            RandomGenerator random = seed.random("quarter");
            error(shifting, nearest(random), bump(random), 0.25, 2);
            error(shifting, asymmetric(random), bump(random), 0.25, 2);
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            double[] cosine = cosine(random);
            refused("stride below 1", () -> shifting.equivarianceError(nearest(random), cosine, 0.5, -random.nextInt(3)));
            refused("a signal of zeros", () -> shifting.equivarianceError(nearest(random), new double[random.nextInt(1, 6)], 0.5, 2));
            refused("a kernel of zeros", () -> shifting.equivarianceError(new double[random.nextInt(1, 4)], cosine, 0.5, 2));
        });
    }

    @Test
    @Task("9.6")
    @Part("cosine")
    @Part("flat")
    @Part("rough")
    @Part("three")
    @Part("strideOne")
    @Part("nearest")
    @Part("smooth")
    @Part("law")
    @Part("refusal")
    @DisplayName("finds the share of the images of any kernel")
    void findsImageEnergy(Shifting shifting, Parts parts, Seed seed) {
        parts.check("cosine", () -> {
            RandomGenerator random = seed.random("cosine");
            share(shifting, nearest(random), cosine(random), 2);
        });
        parts.check("flat", () -> {
            RandomGenerator random = seed.random("flat");
            double low = random.nextInt(1, 5);
            double[] kernel = {low + random.nextInt(1, 5), low};
            double[] constant = new double[2 * random.nextInt(1, 4)];
            Arrays.fill(constant, random.nextInt(1, 9));
            share(shifting, kernel, constant, 2);
            share(shifting, kernel, new double[] {random.nextInt(1, 9)}, 2);
        });
        parts.check("rough", () -> {
            RandomGenerator random = seed.random("rough");
            share(shifting, uneven(random), ramp(random, one(random, EVEN_LENGTHS)), 2);
        });
        parts.check("three", () -> {
            RandomGenerator random = seed.random("three");
            share(shifting, longKernel(random), ramp(random, one(random, ODD_LENGTHS)), 3);
            share(shifting, longKernel(random), ramp(random, one(random, EVEN_LENGTHS)), 3);
        });
        parts.check("strideOne", () -> {
            RandomGenerator random = seed.random("strideOne");
            share(shifting, uneven(random), ramp(random, one(random, ODD_LENGTHS)), 1);
        });
        parts.check("nearest", () -> {
            RandomGenerator random = seed.random("nearest");
            share(shifting, nearest(random), bump(random), 2);
        });
        parts.check("smooth", () -> share(shifting, new double[] {0.25, 0.75, 0.75, 0.25}, bump(seed.random("smooth")), 2));
        parts.check("law", () -> {
            RandomGenerator random = seed.random("law");
            double[] bump = bump(random);
            double[] uneven = uneven(random);
            double error = ORACLE.equivarianceError(uneven, bump, 0.5, 2);
            Expect.real("2*sqrt(share)", error, 2 * Math.sqrt(shifting.imageEnergy(uneven, bump, 2)), 1e-4); // a bump has next to nothing at n/2
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            double[] cosine = cosine(random);
            refused("stride below 1", () -> shifting.imageEnergy(nearest(random), cosine, -random.nextInt(3)));
            refused("a signal of zeros", () -> shifting.imageEnergy(nearest(random), new double[random.nextInt(1, 6)], 2));
            refused("a kernel of zeros", () -> shifting.imageEnergy(new double[random.nextInt(1, 4)], cosine, 2));
        });
    }

    private static void moved(Shifting shifting, double[] signal, double delta) {
        double largest = 1;
        for (double value : signal) largest = Math.max(largest, Math.abs(value));
        Expect.reals("", ORACLE.shiftFourier(signal, delta), shifting.shiftFourier(signal, delta), TOLERANCE * largest);
    }

    private static void error(Shifting shifting, double[] kernel, double[] signal, double delta, int stride) {
        double expected = ORACLE.equivarianceError(kernel, signal, delta, stride);
        Expect.real("", expected, shifting.equivarianceError(kernel, signal, delta, stride), 2 * TOLERANCE);
    }

    private static void share(Shifting shifting, double[] kernel, double[] signal, int stride) {
        double expected = ORACLE.imageEnergy(kernel, signal, stride);
        Expect.real("", expected, shifting.imageEnergy(kernel, signal, stride), SHARE_TOLERANCE + TOLERANCE * expected);
    }

    private static void refused(String what, Runnable call) {
        Expect.refused(what, IllegalArgumentException.class, call);
    }

    private static int one(RandomGenerator random, int[] values) {
        return values[random.nextInt(values.length)];
    }

    /// A part of a cell that is no half.
    private static double part(RandomGenerator random) {
        return 0.2 + 0.2 * random.nextDouble();
    }

    /// See the class comment.
    private static double[] ramp(RandomGenerator random, int size) {
        double[] ramp = new double[size];
        Arrays.setAll(ramp, n -> n + 0.25 * random.nextDouble());
        return ramp;
    }

    /// `height*cos(2*pi*(n - start)/4)`.
    private static double[] cosine(RandomGenerator random) {
        double[] cosine = new double[4];
        int start = random.nextInt(4);
        double height = random.nextInt(1, 9);
        cosine[start] = height;
        cosine[(start + 2) % 4] = -height;
        return cosine;
    }

    /// A Gaussian bump so wide that it has next to nothing at `n/2`.
    private static double[] bump(RandomGenerator random) {
        double centre = 20 + 20 * random.nextDouble();
        double sigma = 1.3 + 0.4 * random.nextDouble();
        double[] bump = new double[64];
        Arrays.setAll(bump, n -> Math.exp(-(n - centre) * (n - centre) / (2 * sigma * sigma)));
        return bump;
    }

    private static double[] nearest(RandomGenerator random) {
        double tap = random.nextInt(1, 5);
        return new double[] {tap, tap};
    }

    /// Three taps; in phase 0 there is much more than in phase 1.
    private static double[] uneven(RandomGenerator random) {
        return new double[] {random.nextInt(1, 3), random.nextInt(1, 3), random.nextInt(5, 9)};
    }

    /// Four taps for stride 3: the first and the last one meet.
    private static double[] longKernel(RandomGenerator random) {
        return new double[] {random.nextInt(1, 3), random.nextInt(2, 4), random.nextInt(3, 6), random.nextInt(1, 3)};
    }

    /// Both phases add up to 1, and neither the taps nor their places are symmetric.
    private static double[] asymmetric(RandomGenerator random) {
        double first = 0.1 + 0.2 * random.nextDouble();
        double second = 0.7 + 0.2 * random.nextDouble();
        return new double[] {first, second, 1 - first, 1 - second};
    }
}
