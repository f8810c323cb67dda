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
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The public tests of the tasks of lesson 8 that follow the energy through a layer, a weight and a stack. {@link FansTest} has the others.
///
/// The expected numbers of 8.4 and 8.6 can be checked by hand. Those of 8.5 are what the Javadoc of `java.util.Random` prescribes. Those of 8.6 agree
/// with PyTorch 2.15:
/// ```
/// for w in weights: y = F.conv_transpose2d(x, w, stride=s, padding=p, dilation=d); trace.append((y ** 2).mean()); x = F.relu(y)
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Phases, drawn weights and stacks")
public class InitialisationTest {
    /// An answer may compute in float32; no expected number is above 110.
    private static final double TOLERANCE = 1e-4;
    /// 100,000 numbers, so that a mean is known to 0.3 % of the standard deviation.
    private static final int[] MANY = {1000, 4, 5, 5};
    private static final int[] FEW = {5, 4, 3, 2};
    private static final double FAN = 18;
    /// What `sqrt(2 / fan)` is for {@link #FAN}.
    private static final double STD = 1.0 / 3;

    @Test
    @Task("8.4")
    @Points(4)
    @DisplayName("finds the variance of each phase")
    @Part(value = "odd", hint = "k3 s2: which of the taps 0, 1, 2 meet in an even output, and which in an odd one?")
    @Part(value = "padded", hint = "k3 s2 p1: the first output is cut off. Which taps meet in the one that is first now?")
    @Part(value = "even", hint = "k4 s2: how many taps meet in each phase?")
    @Part(value = "three", hint = "k4 s3: which phase has two taps? How many rows and columns has the result?")
    @Part(value = "shifted", hint = "k5 s3 p1: tap 0 falls on the place −1. Which phase has that place?")
    @Part(value = "gaps", hint = "k2 s3: which phase is reached by no tap, and what is its variance?")
    @Part(value = "dilated", hint = "k2 s2 d2: on which places do the two taps fall?")
    @Part(value = "dense", hint = "With s = 1 there is a single phase: how many taps meet in it, along one axis and along both?")
    @Part(value = "channels", hint = "What should happen with 0 channels?")
    @Part(value = "variance", hint = "What should happen with a negative variance, and with NaN? And with 0?")
    @Hint(id = "meanOnly", text = "Phases differ when s does not divide k.")
    @Hint(id = "ignoresPadding", text = "Cropping by p moves the phases.")
    @Hint(id = "oneAxis", text = "Counts multiply over both axes.")
    @Hint(id = "addsAxes", text = "Every row tap meets every column tap: taps(r) times taps(q), not plus.")
    @Hint(id = "movesTheOtherWay", text = "Cropping takes cells away in front: tap t falls on d*t − p, not on d*t + p.")
    @Hint(id = "dropsNegative", text = "A tap on a place before cell 0 is cut off for input cell 0 only; from the other cells it reaches the output.")
    @Hint(id = "absoluteRemainder", text = "The phase of place −1 is s−1, not 1: Math.floorMod gives it.")
    @Hint(id = "ignoresDilation", text = "Tap t falls on the place d*t: with dilation some phases may get nothing.")
    @Hint(id = "largestEverywhere", text = "⌈k/s⌉ taps meet only in some phases, the others have one less.")
    @Hint(id = "ignoresChannels", text = "An output sums over all input channels.")
    @Hint(id = "ignoresVariance", text = "The count of products is not yet the variance: each product adds weightVariance.")
    @Hint(id = "standardDeviation", text = "The variance is asked for, not its root.")
    @Hint(id = "relative", text = "The variances themselves are asked for: do not divide by their mean.")
    @Hint(id = "dropsEmptyPhases", text = "There are s phases on each axis, also when the kernel has fewer taps.")
    @Hint(id = "acceptsNoChannels", text = "Without channels there is no output: throw an IllegalArgumentException.")
    @Hint(id = "acceptsAnyVariance", text = "No variance is negative, and NaN is none: throw an IllegalArgumentException unless weightVariance >= 0.")
    void findsPhaseVariances(Initialisation answer, Parts parts) {
        Window three = Window.of(3).withStride(2);
        parts.check("odd", () -> matrix(new double[][] {{4 / 9.0, 2 / 9.0}, {2 / 9.0, 1 / 9.0}}, answer.phaseVariance(64, three, 1 / 576.0)));
        parts.check("padded", () -> matrix(new double[][] {{1 / 9.0, 2 / 9.0}, {2 / 9.0, 4 / 9.0}},
            answer.phaseVariance(64, three.withPadding(1), 1 / 576.0)));
        parts.check("even", () -> matrix(new double[][] {{1, 1}, {1, 1}}, answer.phaseVariance(64, Window.of(4).withStride(2), 1 / 256.0)));
        parts.check("three", () -> matrix(new double[][] {{4, 2, 2}, {2, 1, 1}, {2, 1, 1}},
            answer.phaseVariance(9, Window.of(4).withStride(3), 1 / 9.0)));
        parts.check("shifted", () -> {
            double[][] twoOneTwo = {{4, 2, 4}, {2, 1, 2}, {4, 2, 4}};
            matrix(twoOneTwo, answer.phaseVariance(2, Window.of(5).withStride(3).withPadding(1), 0.5));
            matrix(twoOneTwo, answer.phaseVariance(2, Window.of(5).withStride(3).withPadding(4), 0.5));
        });
        parts.check("gaps", () -> matrix(new double[][] {{1, 1, 0}, {1, 1, 0}, {0, 0, 0}}, answer.phaseVariance(1, Window.of(2).withStride(3), 1)));
        parts.check("dilated", () -> {
            matrix(new double[][] {{4, 0}, {0, 0}}, answer.phaseVariance(1, Window.of(2).withStride(2).withDilation(2), 1));
            matrix(new double[][] {{1, 2}, {2, 4}}, answer.phaseVariance(1, three.withDilation(3).withPadding(1), 1));
        });
        parts.check("dense", () -> matrix(new double[][] {{9}}, answer.phaseVariance(4, Window.of(3), 0.25)));
        parts.check("channels", () -> {
            refused(() -> answer.phaseVariance(0, three, 1));
            refused(() -> answer.phaseVariance(-2, three, 1));
        });
        parts.check("variance", () -> {
            refused(() -> answer.phaseVariance(1, three, -1));
            refused(() -> answer.phaseVariance(1, three, Double.NaN));
            matrix(new double[][] {{0}}, answer.phaseVariance(2, Window.of(3), 0)); // weights that are all 0 are no error
        });
    }

    @Test
    @Task("8.5")
    @Points(4)
    @DisplayName("draws normal weights")
    @Part(value = "numbers", hint = "Which numbers does new java.util.Random(5) give, one after the other, and what is sqrt(2/32)?")
    @Part(value = "shape", hint = "Which sizes has the tensor, and in which order?")
    @Part(value = "mean", hint = "What is the mean of 100,000 weights? It must be near 0.")
    @Part(value = "deviation", hint = "What is sqrt(2/18), and what do you multiply by it?")
    @Part(value = "tails", hint = "Of a normal distribution 4.6 % lie beyond two standard deviations: how many of yours?")
    @Part(value = "independence", hint = "Is every element a number of its own, or do some come again in the next kernel or filter?")
    @Part(value = "seed", hint = "What does another seed change, and what does the same seed change?")
    @Part(value = "wholeSeed", hint = "A seed is a long: do two seeds that differ only in their upper half give two tensors?")
    @Part(value = "shapes", hint = "What should happen when there are not four sizes, or one is 0?")
    @Part(value = "fan", hint = "What should happen with a fan of 0, a negative one, and NaN?")
    @Hint(id = "uniform", text = "Normal was asked for: the tails matter.")
    @Hint(id = "varianceAsStd", text = "nextGaussian() times the standard deviation.")
    @Hint(id = "ignoresSeed", text = "Reproducibility is part of the result.")
    @Hint(id = "castsSeed", text = "The seed is a long: (int) throws half of it away.")
    @Hint(id = "forgetsGain", text = "A ReLU follows: std² is 2/fan, not 1/fan.")
    @Hint(id = "fanOfShape", text = "The fan is the argument: for a transposed convolution the shape does not know it.")
    @Hint(id = "uniformBound", text = "A uniform number between −std and std has the standard deviation std/√3; and normal was asked for.")
    @Hint(id = "onlyPositive", text = "nextDouble() is never negative: the weights need the mean 0.")
    @Hint(id = "absolute", text = "Weights of both signs are needed: the mean is 0.")
    @Hint(id = "truncated", text = "Keep the numbers beyond two standard deviations: without them the deviation is 0.88 of what it should be.")
    @Hint(id = "onePerKernel", text = "One number for each element: all cells of a kernel are drawn.")
    @Hint(id = "repeatsFilter", text = "One number for each element: every filter is drawn anew.")
    @Hint(id = "newGeneratorEachTime", text = "One generator, made once: a new one with the same seed gives its first number again and again.")
    @Hint(id = "swapsChannels", text = "The shape is given: its first size stays first, whatever the layer is.")
    @Hint(id = "acceptsAnyLength", text = "A weight has four sizes: with more or fewer, throw an IllegalArgumentException.")
    @Hint(id = "acceptsAnyFan", text = "Unless fan > 0 there is no finite width: throw an IllegalArgumentException.")
    void drawsNormalWeights(Initialisation answer, Parts parts) {
        parts.check("numbers", () -> {
            double[] random = {0.235063670, -0.419857481, -0.888507075, -3.056018850, -0.476107036, 1.831309176};
            float[] quarters = new float[random.length];
            for (int i = 0; i < quarters.length; i++) quarters[i] = (float) (random[i] / 4);
            Expect.tensor("", Tensor.of(Shape.of(2, 1, 1, 3), quarters), answer.heNormal(new int[] {2, 1, 1, 3}, 32, 5), 1e-6);
        });
        parts.check("shape", () -> Expect.shape("", Shape.of(2, 3, 4, 5), answer.heNormal(new int[] {2, 3, 4, 5}, FAN, 7)));
        parts.check("mean", () -> many(answer, 7).expectMean(STD));
        parts.check("deviation", () -> many(answer, 7).expectDeviation(STD));
        parts.check("tails", () -> many(answer, 7).expectTails());
        parts.check("independence", () -> {
            WeightSample sample = many(answer, 7);
            for (int distance : new int[] {100, 25, 1}) sample.expectIndependence(distance); // a filter, a kernel, a cell
        });
        parts.check("seed", () -> {
            Expect.real("percent of the numbers that the same seed gives again", 100, few(answer, 7).percentEqual(few(answer, 7)), 0);
            Expect.real("percent of the numbers that another seed gives again", 0, few(answer, 7).percentEqual(few(answer, 8)), 0);
        });
        parts.check("wholeSeed", () -> {
            double percent = few(answer, 7).percentEqual(few(answer, 7 + (1L << 40)));
            Expect.real("percent of the numbers that another seed gives again", 0, percent, 0);
        });
        parts.check("shapes", () -> {
            refused(() -> answer.heNormal(new int[] {2, 3, 4, 5, 6}, FAN, 7));
            refused(() -> answer.heNormal(new int[] {2, 3, 4}, FAN, 7));
            refused(() -> answer.heNormal(new int[] {2, 0, 4, 5}, FAN, 7));
        });
        parts.check("fan", () -> {
            for (double fan : new double[] {0, -2, Double.NaN}) refused(() -> answer.heNormal(new int[] {1, 1, 1, 2}, fan, 7));
        });
    }

    @Test
    @Task("8.6")
    @Points(4)
    @DisplayName("follows the energy through a stack")
    @Part(value = "hand", hint = "Write the 16 numbers of the first layer down. Which of them go on to the second one?")
    @Part(value = "deep", hint = "Three layers with one weight each, −1, −1 and 3: what becomes of the cells 1 and −2?")
    @Part(value = "overlap", hint = "k3 s2 p1: 3x3 outputs, then 5x5. Do overlapping stamps add up, and is the rim cut off?")
    @Part(value = "dilated", hint = "k2 d2: how large is the output, and where do the taps fall?")
    @Part(value = "images", hint = "Two images: over how many numbers is the mean taken?")
    @Part(value = "channels", hint = "2 channels become 3, then 1: over how many numbers is each mean taken?")
    @Hint(id = "afterRelu", text = "Measure before the nonlinearity; the factor 2 stands for it.")
    @Hint(id = "subtractsMean", text = "He's argument is about E[y²], not the variance around the mean.")
    @Hint(id = "forgetsRelu", text = "ReLU between the layers, not after the last measurement.")
    @Hint(id = "reluFirst", text = "x goes into the first layer as it is; the ReLU comes behind a layer.")
    @Hint(id = "absoluteValues", text = "A ReLU turns negative numbers into 0, it does not change their sign.")
    @Hint(id = "sums", text = "The mean of the squares: divide by the number of elements.")
    @Hint(id = "root", text = "E[y²] itself is asked for, without a root.")
    @Hint(id = "sampleVariance", text = "A mean over n squares divides by n, not by n − 1.")
    @Hint(id = "perInputCell", text = "Divide by the number of outputs, not by the number of inputs of the layer.")
    @Hint(id = "firstImageOnly", text = "The mean goes over all images.")
    @Hint(id = "firstChannelOnly", text = "The mean goes over all channels.")
    @Hint(id = "perImage", text = "Divide by the number of all elements: images, channels, rows and columns.")
    @Hint(id = "alwaysTheInput", text = "Each layer gets what the layer before has made.")
    @Hint(id = "includesInput", text = "One number for each layer: the energy of x is none of them.")
    @Hint(id = "lastOnly", text = "Measure after every layer, not only after the last one.")
    @Hint(id = "ignoresPadding", text = "The window has a padding: it cuts cells off each layer's output.")
    @Hint(id = "ignoresDilation", text = "The window has a dilation: the taps fall d cells apart.")
    void followsTheEnergy(Initialisation answer, Parts parts) {
        Window two = Window.of(2);
        parts.check("hand", () -> trace(answer, image(new double[][] {{1, -1}, {2, 1}}), two.withStride(2), new double[] {2.625, 1},
            image(new double[][] {{1, -2}, {0, 1}}), image(new double[][] {{1, 1}, {1, -1}})));
        parts.check("deep", () -> trace(answer, image(new double[][] {{1, -2}}), Window.of(1), new double[] {2.5, 2, 0},
            image(new double[][] {{-1}}), image(new double[][] {{-1}}), image(new double[][] {{3}})));
        parts.check("overlap", () -> trace(answer, image(new double[][] {{1, -2}, {3, 4}}), new Window(3, 2, 1, 1), new double[] {204 / 9.0, 64.88},
            image(new double[][] {{1, 2, -1}, {0, 1, 1}, {-2, 0, 3}}), image(new double[][] {{1, -1, 0}, {2, 0, 1}, {-1, 1, 1}})));
        parts.check("dilated", () -> trace(answer, image(new double[][] {{2, -1, 3}, {-2, 1, 1}}), two.withDilation(2),
            new double[] {15.4, 1762 / 42.0}, image(new double[][] {{1, -2}, {3, 1}}), image(new double[][] {{2, 1}, {-1, 1}})));
        parts.check("images", () -> trace(answer, Tensor.of(Shape.of(2, 1, 1, 2), 1, -2, 3, 1), two.withStride(2), new double[] {5.625, 6.453125},
            image(new double[][] {{1, -1}, {2, 0}}), image(new double[][] {{2, -1}, {-1, 1}})));
        parts.check("channels", () -> trace(answer, Tensor.of(Shape.of(1, 2, 1, 1), 3, -2), Window.of(1), new double[] {30, 9},
            Tensor.of(Shape.of(2, 3, 1, 1), 1, -2, 3, 4, -5, 1), Tensor.of(Shape.of(3, 1, 1, 1), 2, 1, -1)));
    }

    private static WeightSample many(Initialisation answer, long seed) {
        return drawn(answer, MANY, seed);
    }

    private static WeightSample few(Initialisation answer, long seed) {
        return drawn(answer, FEW, seed);
    }

    private static WeightSample drawn(Initialisation answer, int[] sizes, long seed) {
        Tensor weight = answer.heNormal(sizes.clone(), FAN, seed);
        Expect.shape("", Shape.of(sizes[0], sizes[1], sizes[2], sizes[3]), weight);
        return WeightSample.of(weight);
    }

    private static void trace(Initialisation answer, Tensor x, Window window, double[] expected, Tensor... weights) {
        Expect.reals("", expected, answer.varianceTrace(x, weights, window), TOLERANCE);
    }

    private static Tensor image(double[][] rows) {
        return Tensor.image(rows);
    }

    private static void matrix(double[][] expected, double[][] actual) {
        Expect.matrix("", expected, actual, TOLERANCE);
    }

    private static void refused(Runnable call) {
        Expect.refused("", IllegalArgumentException.class, call);
    }
}
