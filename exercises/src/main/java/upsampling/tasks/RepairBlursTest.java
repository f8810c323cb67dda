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

/// The public tests of the tasks of lesson 6 on one axis: the three taps of a blur, how they change with its width, and the zero-order hold. They run
/// on any {@link Repairs}: an answer file, an object in a cell, the reference solution. {@link ResizeConvTest} and {@link BalanceTest} have the others.
///
/// The expected numbers follow from the formulas by hand, and agree with NumPy 2 and PyTorch 2.13:
/// ```
/// e = numpy.exp(-numpy.array([1, 0, 1]) / (2*sigma**2)); e / e.sum()                                                # 6.1
/// numpy.convolve(kernel, numpy.ones(s))                                                                             # 6.2
/// torch.autograd.functional.jacobian(lambda t: torch.softmax(-j*j / 2 * torch.exp(-2*t), 0), log_sigma)             # 6.6
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Blurs and holds along one axis")
public class RepairBlursTest {
    /// An answer may compute in float32: no number here is larger than 10.
    private static final double TOLERANCE = 1e-5;
    private static final double LN_2 = Math.log(2);

    @Test
    @Task("6.1")
    @Points(2)
    @DisplayName("makes the three taps of a Gaussian blur")
    @Part(value = "quarter", hint = "sigma = 1/√(2 ln 2): what is 2*sigma², and what is exp(−ln 2)? What is Z?")
    @Part(value = "one", hint = "sigma = 1: the middle exponential is 1, those beside it exp(−1/2) = 0.606531. What is Z?")
    @Part(value = "narrow", hint = "sigma = 1/2: what is 1/(2*sigma²)? The middle tap gets most of the weight.")
    @Part(value = "wide", hint = "sigma = 10: three taps in the middle of a wide bell. How much do they differ?")
    @Part(value = "sums", hint = "What do the three taps add up to, whatever the width is?")
    @Part(value = "refusal", hint = "What should happen with a width of 0, or a negative one?")
    @Hint(id = "density", text = "Normalise the three taps, not the continuous bell: divide by the sum of the three exponentials.")
    @Hint(id = "forgetsHalf", text = "The exponent is −j²/(2σ²): there is a 2 below the line.")
    @Hint(id = "squaresTwo", text = "The 2 is not squared: 2σ², not (2σ)².")
    @Hint(id = "forgetsSquare", text = "The width is squared: 2σ², not 2σ.")
    @Hint(id = "unnormalised", text = "The taps must add up to 1: divide each exponential by the sum of all three.")
    @Hint(id = "countsOneSide", text = "Z has three exponentials: there is a tap on each side of the middle.")
    @Hint(id = "wrongSign", text = "The exponent is negative: far taps count less.")
    @Hint(id = "startsAtZero", text = "The taps stand at j = −1, 0 and 1: the middle one is the largest.")
    @Hint(id = "ignoresSigma", text = "(1/4, 1/2, 1/4) is the blur of one width only: use sigma.")
    @Hint(id = "multipliesSigma", text = "A larger sigma makes a wider blur: divide j² by 2σ², do not multiply.")
    @Hint(id = "acceptsAnySigma", text = "A width must be positive: throw an IllegalArgumentException otherwise.")
    void makesTheTapsOfABlur(Repairs repairs, Parts parts) {
        parts.check("quarter", () -> reals(repairs.gaussian3(1 / Math.sqrt(2 * LN_2)), .25, .5, .25));
        parts.check("one", () -> reals(repairs.gaussian3(1), .274069, .451863, .274069));
        parts.check("narrow", () -> reals(repairs.gaussian3(.5), .106507, .786986, .106507));
        parts.check("wide", () -> reals(repairs.gaussian3(10), .332777, .334445, .332777));
        parts.check("sums", () -> {
            for (double sigma : new double[] {.3, .7, 2}) Expect.real("sum", 1, sum(repairs.gaussian3(sigma)), TOLERANCE);
        });
        parts.check("refusal", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> repairs.gaussian3(0));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.gaussian3(-1));
        });
    }

    @Test
    @Task("6.2")
    @Points(2)
    @DisplayName("convolves a kernel with ones")
    @Part(value = "two", hint = "Write (1, 2, 3) twice, the second time one place further right, and add.")
    @Part(value = "three", hint = "s = 3: the kernel (1, 0, −1) is written three times. How many places does that take?")
    @Part(value = "shortKernel", hint = "The kernel is shorter than the stride: which taps reach each place?")
    @Part(value = "strideOne", hint = "What is the convolution with a single 1?")
    @Part(value = "phases", hint = "Every tap is in every phase once. What is the sum of each phase?")
    @Part(value = "refusal", hint = "What should happen with a stride of 0?")
    @Hint(id = "sameLength", text = "A cut convolution loses the balance: the result has k + s − 1 taps.")
    @Hint(id = "repeatsTaps", text = "Convolve with ones; do not stretch the kernel.")
    @Hint(id = "divides", text = "H₀ has sum s; the gain is part of the convention: add, do not average.")
    @Hint(id = "alwaysTwo", text = "There are s ones: two of them only when the stride is 2.")
    @Hint(id = "oneTooMany", text = "There are s ones, for j = 0 to s − 1, and k + s − 1 taps.")
    @Hint(id = "overwrites", text = "Several taps fall on the same place: add with +=.")
    @Hint(id = "runningSum", text = "Each place adds up the last s taps, not all taps so far.")
    @Hint(id = "reversed", text = "The first tap of the result is kernel[0]: place o adds kernel[o − j].")
    @Hint(id = "clampsToEdge", text = "Before the first and behind the last tap the kernel is 0: its border is not repeated.")
    @Hint(id = "acceptsAnyStride", text = "A stride below 1 is an error: throw an IllegalArgumentException.")
    void convolvesWithOnes(Repairs repairs, Parts parts) {
        double[] six = {1, -2, 4, 8, -3, 5};
        parts.check("two", () -> reals(repairs.zeroOrderHold(new double[] {1, 2, 3}, 2), 1, 3, 5, 3));
        parts.check("three", () -> reals(repairs.zeroOrderHold(new double[] {1, 0, -1}, 3), 1, 1, 0, -1, -1));
        parts.check("shortKernel", () -> {
            reals(repairs.zeroOrderHold(new double[] {2, 7}, 4), 2, 9, 9, 9, 7);
            reals(repairs.zeroOrderHold(new double[] {5}, 3), 5, 5, 5);
        });
        parts.check("strideOne", () -> reals(repairs.zeroOrderHold(new double[] {4, -1, 2}, 1), 4, -1, 2));
        parts.check("phases", () -> {
            Expect.reals("phase sums", new double[] {13, 13}, phaseSums(repairs.zeroOrderHold(six, 2), 2), TOLERANCE);
            Expect.reals("phase sums", new double[] {13, 13, 13}, phaseSums(repairs.zeroOrderHold(six, 3), 3), TOLERANCE);
        });
        parts.check("refusal", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> repairs.zeroOrderHold(six, 0));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.zeroOrderHold(six, -2));
        });
    }

    @Test
    @Task("6.6")
    @Points(4)
    @DisplayName("differentiates the taps by the logarithm of the width")
    @Part(value = "one", hint = "logSigma = 0: what is sigma? The taps are 0.274069, 0.451863, 0.274069; what is m?")
    @Part(value = "half", hint = "logSigma = −ln 2: what is sigma, and what is 1/sigma²?")
    @Part(value = "best", hint = "The taps are 1/4, 1/2, 1/4, and 1/sigma² is 2 ln 2: what is m, and what are the three products?")
    @Part(value = "two", hint = "logSigma = ln 2: what is sigma, and what is 1/sigma²?")
    @Part(value = "sums", hint = "The taps add up to 1 for every width. What do their derivatives add up to?")
    @Part(value = "differences", hint = "Compute the taps a little to the right and left of logSigma: is their difference over the step your derivative?")
    @Hint(id = "withRespectToSigma", text = "Chain rule: d/d log σ = σ·d/dσ.")
    @Hint(id = "withRespectToVariance", text = "That is the derivative by σ². By log σ it is 2σ² times as large.")
    @Hint(id = "forgetsNormalisation", text = "Z depends on σ too; the gain stays 1, so the gradient sums to 0.")
    @Hint(id = "forgetsDivision", text = "The exponent contains 1/σ²: so does the derivative.")
    @Hint(id = "forgetsSquare", text = "Divide by σ², not by σ.")
    @Hint(id = "forgetsHalf", text = "The taps are those of task 6.1, with exponent −j²/(2σ²).")
    @Hint(id = "readsSigma", text = "The argument is log σ: σ is its exponential.")
    @Hint(id = "decimalLogarithm", text = "It is the natural logarithm: σ = Math.exp(logSigma).")
    @Hint(id = "wrongSign", text = "A wider blur has more weight on the sides and less in the middle.")
    @Hint(id = "relativeChange", text = "That is how the logarithms of the taps change: multiply by g[j].")
    @Hint(id = "countsOneSide", text = "m adds up both sides: j = −1 and j = 1 both have j² = 1.")
    @Hint(id = "middleOnce", text = "What both sides gain, the middle loses: the three add up to 0.")
    @Hint(id = "forgetsZ", text = "g[j] are the normalised taps, everywhere in the formula.")
    void differentiatesTheTaps(Repairs repairs, Parts parts) {
        parts.check("one", () -> reals(repairs.gaussian3Gradient(0), .123841, -.247683, .123841));
        parts.check("half", () -> reals(repairs.gaussian3Gradient(-LN_2), .335278, -.670556, .335278));
        parts.check("best", () -> reals(repairs.gaussian3Gradient(-Math.log(2 * LN_2) / 2), LN_2 / 4, -LN_2 / 2, LN_2 / 4));
        parts.check("two", () -> reals(repairs.gaussian3Gradient(LN_2), .028858, -.057716, .028858));
        parts.check("sums", () -> {
            for (double logSigma : new double[] {-1, .2, 1.3}) Expect.real("sum", 0, sum(repairs.gaussian3Gradient(logSigma)), TOLERANCE);
        });
        parts.check("differences", () -> {
            for (double logSigma : new double[] {-.6, .3}) reals(repairs.gaussian3Gradient(logSigma), differences(logSigma));
        });
    }

    /// How the taps differ a little to the right and to the left of a width, over the distance.
    private static double[] differences(double logSigma) {
        double step = 1e-4;
        double[] differences = new double[3];
        for (int t = 0; t < 3; t++) differences[t] = (tap(t - 1, logSigma + step) - tap(t - 1, logSigma - step)) / (2 * step);
        return differences;
    }

    private static double tap(int j, double logSigma) {
        double side = Math.exp(-Math.exp(-2 * logSigma) / 2);
        return (j == 0 ? 1 : side) / (1 + 2 * side);
    }

    private static void reals(double[] actual, double... expected) {
        Expect.reals("", expected, actual, TOLERANCE);
    }

    private static double sum(double[] values) {
        Expect.present("", values);
        double sum = 0;
        for (double v : values) sum += v;
        return sum;
    }

    private static double[] phaseSums(double[] kernel, int stride) {
        Expect.present("", kernel);
        double[] sums = new double[stride];
        for (int t = 0; t < kernel.length; t++) sums[t % stride] += kernel[t];
        return sums;
    }
}
