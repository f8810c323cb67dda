package upsampling.tasks;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.Expect;
import upsampling.grader.Hint;
import upsampling.grader.Part;
import upsampling.grader.Parts;
import upsampling.grader.Points;
import upsampling.grader.Task;
import upsampling.grader.engine.SubjectExtension;

/// The public tests of the tasks of lesson 9 that shift signals by parts of a cell. {@link ShiftingTest} has the others.
///
/// The expected numbers were made with NumPy 2:
/// ```
/// f = numpy.fft.fftfreq(n, 1/n)
/// shift = lambda x, d: numpy.fft.ifft(numpy.fft.fft(x)*numpy.exp(-2j*numpy.pi*f*d/n)).real                   # 9.4, 9.5
/// p = abs(numpy.fft.fft(y))**2; p[abs(f) > m/2].sum()/p.sum()       y of n outputs, made of m inputs          # 9.6
/// ```
/// Inputs come from `StrictMath`, so that the committed table of misconceptions has the same digits on every machine.
@ExtendWith(SubjectExtension.class)
@DisplayName("Shifts by parts of a cell, and what upsampling makes of them")
public class ShiftingSignalsTest {
    /// An answer may compute in float32: with numbers up to 10 its results are exact to about 1e-5, whatever the order of the sums.
    private static final double TOLERANCE = 2e-5;
    /// Some shares of energy are far below 1; what rounding in float32 adds to them is far below this.
    private static final double SHARE_TOLERANCE = 1e-8;
    private static final double[] COSINE = {1, 0, -1, 0};
    private static final double[] ODD = {3, 1, -2, 0, 4};
    /// It has a wave at half of its length: its alternating sum is not 0.
    private static final double[] EVEN = {1, 4, 2, 0, -3, 2};
    private static final double[] NEAREST = {1, 1};
    private static final double[] RISING = {1, 2, 3};
    private static final double[] LONG = {1, 2, 3, 1};
    private static final double[] THREE_ONES = {2 / 3.0, 2 / 3.0, 2 / 3.0};
    private static final double[] ASYMMETRIC = {0.4, 0.9, 0.6, 0.1};

    @Test
    @Task("9.4")
    @Points(4)
    @DisplayName("moves a periodic signal by any distance")
    @Part(value = "half", hint = "cos(2πn/8) moved by half a cell: what is its formula? Is its value at n = 0 larger or smaller than 1?")
    @Part(value = "odd", hint = "Five cells: which five frequencies are there, with their signs?")
    @Part(value = "even", hint = "Six cells: what becomes of +1, −1, +1, ... in them, and what of the mean?")
    @Part(value = "left", hint = "delta = −0.5: do the waves come later or earlier?")
    @Part(value = "whole", hint = "By whole cells: should any value change?")
    @Part(value = "alternating", hint = "+1, −1, +1, ... is the fastest wave: what is its factor for delta = 1/2, and for 1/3?")
    @Part(value = "constant", hint = "What does a shift make of a signal that is the same everywhere?")
    @Hint(id = "unsignedFrequencies", text = "Bins above N/2 are negative frequencies.")
    @Hint(id = "wrongSign", text = "Delay multiplies by e^(−iωδ).")
    @Hint(id = "linearInterpolation", text = "A blend of neighbours is not a shift: it damps high frequencies.")
    @Hint(id = "dropsFastest", text = "The wave at N/2 is there too: its factor is cos(πδ), not 0.")
    @Hint(id = "takesMagnitude", text = "The result is the real part of the sum, which may be negative; its magnitude may not.")
    @Hint(id = "forgetsScale", text = "Divide by N on the way back.")
    @Hint(id = "dropsMean", text = "The wave 0 is the mean: the sum begins at k = 0.")
    @Hint(id = "roundsShift", text = "A part of a cell counts too: do not round the shift.")
    @Hint(id = "shiftsWholeSignals", text = "δ is counted in cells: the angle is 2πfδ/N, not 2πfδ.")
    @Hint(id = "realPartOnly", text = "Each wave has two sums: the one with sin takes part as well.")
    @Hint(id = "cutsHalf", text = "Compare 2k with N: for N = 5, N/2 is 2 only after the fraction is cut off.")
    @Hint(id = "padsWithZeros", text = "The signal is a ring of N cells: zeros behind it make another one.")
    void movesSignals(Shifting shifting, Parts parts) {
        double[] odd = {3.47174904, 1.60366772, -1.39997744, -1.15218293, 3.47674361};
        double[] even = {1.2187796, 3.33061057, 2.72256143, 0.7812204, -3.06266137, 1.00948938};
        double[] left = {2.09442719, -0.58885438, -1.93049517, 2.54164079, 3.88328157};
        parts.check("half", () -> reals(cosine(0.5), shifting.shiftFourier(cosine(0), 0.5)));
        parts.check("odd", () -> reals(odd, shifting.shiftFourier(ODD, 0.25)));
        parts.check("even", () -> reals(even, shifting.shiftFourier(EVEN, 0.25)));
        parts.check("left", () -> reals(left, shifting.shiftFourier(ODD, -0.5)));
        parts.check("whole", () -> {
            reals(new double[] {0, 4, 3, 1, -2}, shifting.shiftFourier(ODD, 2));
            reals(new double[] {4, 2, 0, -3, 2, 1}, shifting.shiftFourier(EVEN, -1));
            reals(new double[] {2, 1, 4, 2, 0, -3}, shifting.shiftFourier(EVEN, 7));
        });
        parts.check("alternating", () -> {
            reals(new double[] {0, 0, 0, 0}, shifting.shiftFourier(new double[] {1, -1, 1, -1}, 0.5));
            reals(new double[] {0.5, -0.5, 0.5, -0.5, 0.5, -0.5}, shifting.shiftFourier(new double[] {1, -1, 1, -1, 1, -1}, 1 / 3.0));
        });
        parts.check("constant", () -> {
            reals(new double[] {5, 5, 5}, shifting.shiftFourier(new double[] {5, 5, 5}, 0.3));
            reals(new double[] {7}, shifting.shiftFourier(new double[] {7}, 0.4));
        });
    }

    @Test
    @Task("9.5")
    @Points(4)
    @DisplayName("measures whether an upsampling moves along")
    @Part(value = "cosine", hint = "The example: what are the eight outputs on each of the two ways?")
    @Part(value = "whole", hint = "By whole input cells: is there any difference between the two ways?")
    @Part(value = "rough", hint = "The kernel is longer than the stride: what happens where stamps overlap, also around the end? And what do you divide by?")
    @Part(value = "three", hint = "s = 3: how many outputs are there, and how far do they move?")
    @Part(value = "strideOne", hint = "With s = 1 both ways are convolutions, one after the other: does their order matter?")
    @Part(value = "bump", hint = "Which of the three kernels repeats cells, which one is uneven, and which one is balanced?")
    @Part(value = "quarter", hint = "A quarter of an input cell: how many output cells are that?")
    @Part(value = "refusal", hint = "What should happen with a stride of 0, or when all outputs are 0?")
    @Hint(id = "shiftsOutputByDelta", text = "One input pixel is s output pixels.")
    @Hint(id = "absolute", text = "Relative to the norm of the shifted output.")
    @Hint(id = "squared", text = "A norm is the root of the sum of squares: take the root of the ratio.")
    @Hint(id = "dividesByInput", text = "Divide by the norm of the shifted output, not of the input signal.")
    @Hint(id = "dividesByOtherWay", text = "Divide by the norm of T U x: the other way may have lost some of the wave at n/2.")
    @Hint(id = "losesTail", text = "Places are taken modulo s·n: a stamp that leaves at the end comes in at the start.")
    @Hint(id = "linearShift", text = "T is the exact shift of task 9.4: a blend of neighbours has an error of its own.")
    @Hint(id = "ignoresKernel", text = "U uses the kernel that is given; nearest neighbour is only one of many.")
    @Hint(id = "alwaysTwo", text = "The stride is s, not always 2.")
    @Hint(id = "sumOfMagnitudes", text = "The norm squares its elements; a sum of magnitudes is another one.")
    @Hint(id = "swapsShifts", text = "The input moves by δ and the output by s·δ, not the other way round.")
    @Hint(id = "overwritesStamps", text = "Where stamps overlap they are added: use +=.")
    @Hint(id = "acceptsAnyStride", text = "A stride below 1 is an error, not a stride of 1: throw an IllegalArgumentException.")
    @Hint(id = "acceptsZero", text = "Nothing is relative to 0: throw an IllegalArgumentException.")
    void measuresEquivariance(Shifting shifting, Parts parts) {
        double[] bump = bump();
        parts.check("cosine", () -> real(2 * Math.sin(Math.PI / 8), shifting.equivarianceError(NEAREST, COSINE, 0.5, 2)));
        parts.check("whole", () -> {
            real(0, shifting.equivarianceError(RISING, EVEN, 1, 2));
            real(0, shifting.equivarianceError(LONG, ODD, -2, 3));
            real(0, shifting.equivarianceError(NEAREST, bump, 1, 2));
        });
        parts.check("rough", () -> {
            real(0.45226919, shifting.equivarianceError(RISING, EVEN, 0.25, 2));
            real(0.66747867, shifting.equivarianceError(RISING, EVEN, 0.5, 2));
        });
        parts.check("three", () -> {
            real(0.41910543, shifting.equivarianceError(LONG, ODD, 0.25, 3));
            real(0.59270459, shifting.equivarianceError(LONG, ODD, 0.5, 3));
        });
        parts.check("strideOne", () -> real(0, shifting.equivarianceError(new double[] {1, 2, -1}, ODD, 0.25, 1)));
        parts.check("bump", () -> {
            real(0.23407487, shifting.equivarianceError(NEAREST, bump, 0.5, 2));
            real(0.61278006, shifting.equivarianceError(THREE_ONES, bump, 0.5, 2));
            real(0.03035228, shifting.equivarianceError(ASYMMETRIC, bump, 0.5, 2));
        });
        parts.check("quarter", () -> {
            real(0.16551593, shifting.equivarianceError(NEAREST, bump, 0.25, 2));
            real(0.02146230, shifting.equivarianceError(ASYMMETRIC, bump, 0.25, 2));
        });
        parts.check("refusal", () -> {
            refused("stride 0", () -> shifting.equivarianceError(NEAREST, COSINE, 0.5, 0));
            refused("a signal of zeros", () -> shifting.equivarianceError(NEAREST, new double[4], 0.5, 2));
            refused("a kernel of zeros", () -> shifting.equivarianceError(new double[2], COSINE, 0.5, 2));
        });
    }

    @Test
    @Task("9.6")
    @Points(4)
    @DisplayName("finds the share of the images")
    @Part(value = "cosine", hint = "The example has four waves, two slow ones and their two images: which energies have they?")
    @Part(value = "flat", hint = "A constant input: which two waves has 1, 0.5, 1, 0.5, ..., and which of them is an image?")
    @Part(value = "rough", hint = "Six inputs: on which side is the wave with 3 = n/2?")
    @Part(value = "three", hint = "s = 3: how many waves are slow, and how many are images?")
    @Part(value = "strideOne", hint = "With s = 1, is any wave faster than n/2?")
    @Part(value = "nearest", hint = "The bump, nearest neighbour: which waves have |f| above 32, with both signs?")
    @Part(value = "smooth", hint = "The kernel (1, 3, 3, 1)/4: is the energy a sum of squares, and the share a ratio of two such sums?")
    @Part(value = "law", hint = "2·sqrt(share) should be the error E(0.5) of task 9.5: 0.234 for nearest neighbour, 0.613 for three equal taps.")
    @Part(value = "refusal", hint = "What should happen with a stride of 0, or when all outputs are 0?")
    @Hint(id = "oneSided", text = "Both signs of the frequency count.")
    @Hint(id = "amplitude", text = "Energy is the squared magnitude.")
    @Hint(id = "dropsMean", text = "The base band includes the constant.")
    @Hint(id = "sumsMagnitudes", text = "Add up re² + im² of the waves, not their magnitudes.")
    @Hint(id = "countsBoundary", text = "The wave with |f| = n/2 belongs to the base band.")
    @Hint(id = "baseShare", text = "This is the share of the base band; the images have the rest.")
    @Hint(id = "unsignedFrequencies", text = "Bins above M/2 are negative frequencies: the last ones are slow.")
    @Hint(id = "overBase", text = "A share is a part of the whole: divide by the energy of all waves.")
    @Hint(id = "ignoresKernel", text = "Zero insertion alone makes images as strong as the signal: the kernel comes next.")
    @Hint(id = "losesTail", text = "Places are taken modulo s·n: a stamp that leaves at the end comes in at the start.")
    @Hint(id = "realPartOnly", text = "A wave has two sums, with cos and with sin: both belong to its energy.")
    @Hint(id = "quarterBand", text = "The base band ends at n/2, which is M/(2s), and that is M/4 only for s = 2.")
    @Hint(id = "overwritesStamps", text = "Where stamps overlap they are added: use +=.")
    @Hint(id = "acceptsAnyStride", text = "A stride below 1 is an error, not a stride of 1: throw an IllegalArgumentException.")
    @Hint(id = "acceptsZero", text = "Nothing has no share: throw an IllegalArgumentException.")
    void findsImageEnergy(Shifting shifting, Parts parts) {
        double[] bump = bump();
        double[] smooth = {0.25, 0.75, 0.75, 0.25};
        parts.check("cosine", () -> share(Math.pow(Math.sin(Math.PI / 8), 2), shifting.imageEnergy(NEAREST, COSINE, 2)));
        parts.check("flat", () -> {
            share(0.1, shifting.imageEnergy(new double[] {1, 0.5}, new double[] {2, 2, 2, 2}, 2));
            share(0.1, shifting.imageEnergy(new double[] {1, 0.5}, new double[] {3}, 2));
        });
        parts.check("rough", () -> share(0.08848118058, shifting.imageEnergy(RISING, EVEN, 2)));
        parts.check("three", () -> {
            share(0.08782468227, shifting.imageEnergy(LONG, ODD, 3));
            share(0.07344211771, shifting.imageEnergy(LONG, EVEN, 3));
        });
        parts.check("strideOne", () -> share(0, shifting.imageEnergy(RISING, ODD, 1)));
        parts.check("nearest", () -> share(0.01369776137, shifting.imageEnergy(NEAREST, bump, 2)));
        parts.check("smooth", () -> share(3.799719857e-5, shifting.imageEnergy(smooth, bump, 2)));
        parts.check("law", () -> {
            Expect.real("2*sqrt(share)", 0.23407487, 2 * Math.sqrt(shifting.imageEnergy(NEAREST, bump, 2)), TOLERANCE);
            Expect.real("2*sqrt(share)", 0.61278006, 2 * Math.sqrt(shifting.imageEnergy(THREE_ONES, bump, 2)), TOLERANCE);
        });
        parts.check("refusal", () -> {
            refused("stride 0", () -> shifting.imageEnergy(NEAREST, COSINE, 0));
            refused("a signal of zeros", () -> shifting.imageEnergy(NEAREST, new double[4], 2));
            refused("a kernel of zeros", () -> shifting.imageEnergy(new double[2], COSINE, 2));
        });
    }

    private static void reals(double[] expected, double[] actual) {
        Expect.reals("", expected, actual, TOLERANCE);
    }

    private static void real(double expected, double actual) {
        Expect.real("", expected, actual, TOLERANCE);
    }

    private static void share(double expected, double actual) {
        Expect.real("", expected, actual, SHARE_TOLERANCE + TOLERANCE * expected);
    }

    private static void refused(String what, Runnable call) {
        Expect.refused(what, IllegalArgumentException.class, call);
    }

    /// `cos(2*pi*(n - delta)/8)`.
    private static double[] cosine(double delta) {
        double[] cosine = new double[8];
        for (int n = 0; n < 8; n++) cosine[n] = StrictMath.cos(2 * Math.PI * (n - delta) / 8);
        return cosine;
    }

    /// The Gaussian bump of the lesson: 64 cells, around 30.3, sigma 1.5.
    private static double[] bump() {
        double[] bump = new double[64];
        for (int n = 0; n < bump.length; n++) bump[n] = StrictMath.exp(-(n - 30.3) * (n - 30.3) / (2 * 1.5 * 1.5));
        return bump;
    }
}
