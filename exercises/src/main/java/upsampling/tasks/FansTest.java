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
import upsampling.tensor.Window;

/// The public tests of the tasks of lesson 8 that count products and say how wide weights must be. They run on any {@link Initialisation}: an answer
/// file, an object in a cell, the reference solution. {@link InitialisationTest} has the others.
///
/// The expected numbers can be checked by hand, and agree with PyTorch 2.15:
/// ```
/// torch.nn.init._calculate_fan_in_and_fan_out(torch.empty(8, 3, 5, 5))              # 8.1
/// torch.nn.init.calculate_gain("leaky_relu", slope) / fan ** 0.5                    # 8.2
/// F.conv_transpose2d(ones, ones of shape [Cin, Cout/g, k, k], stride=s, groups=g)   # 8.3: the mean of the counts inside a large picture
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Fans and standard deviations")
public class FansTest {
    /// An answer may compute in float32.
    private static final double TOLERANCE = 1e-6;

    @Test
    @Task("8.1")
    @Points(2)
    @DisplayName("says what PyTorch calls fan_in and fan_out")
    @Part(value = "conv", hint = "[8, 3, 5, 5]: which of the two channel sizes goes into fan_in, and how many cells has the kernel?")
    @Part(value = "transposed", hint = "[64, 4, 4, 4]: PyTorch cannot see that this belongs to a transposed convolution. What does its rule give?")
    @Part(value = "rectangle", hint = "[16, 4, 1, 3]: how many cells has a kernel of 1 row and 3 columns?")
    @Part(value = "large", hint = "40000*300*200 is 2.4 billion: where does an int end?")
    @Part(value = "length", hint = "What should happen when there are not four sizes?")
    @Part(value = "sizes", hint = "What should happen when a size is 0 or negative?")
    @Hint(id = "swapped", text = "fan_in is size(1) times the kernel area, also for transposed weights: that is the trap.")
    @Hint(id = "forgetsArea", text = "Every kernel cell is a connection: multiply by kH*kW.")
    @Hint(id = "areaOnce", text = "The kernel area belongs to both fans.")
    @Hint(id = "addsSides", text = "The kernel has kH*kW cells, not kH + kW.")
    @Hint(id = "assumesSquare", text = "A kernel may be wider than high: its area is kH*kW.")
    @Hint(id = "overflows", text = "Multiply in long from the first factor on: an int ends at 2,147,483,647.")
    @Hint(id = "fanOutOfFanIn", text = "fan_out has size(0) in the place of size(1), not beside it.")
    @Hint(id = "tensorFlowLayout", text = "PyTorch puts the channels first and the kernel last; [kH, kW, in, out] is TensorFlow's order.")
    @Hint(id = "acceptsAnyLength", text = "A weight has four sizes: with more or fewer, throw an IllegalArgumentException.")
    @Hint(id = "acceptsZero", text = "A size below 1 is an error, not a fan of 0: throw an IllegalArgumentException.")
    void countsConnections(Initialisation answer, Parts parts) {
        parts.check("conv", () -> fans(answer, new int[] {8, 3, 5, 5}, 75, 200));
        parts.check("transposed", () -> fans(answer, new int[] {64, 4, 4, 4}, 64, 1024));
        parts.check("rectangle", () -> fans(answer, new int[] {16, 4, 1, 3}, 12, 48));
        parts.check("large", () -> fans(answer, new int[] {50_000, 40_000, 300, 200}, 2_400_000_000L, 3_000_000_000L));
        parts.check("length", () -> {
            refused(() -> answer.fans(new int[] {8, 3, 5, 5, 2}));
            refused(() -> answer.fans(new int[] {8, 3, 5}));
        });
        parts.check("sizes", () -> {
            refused(() -> answer.fans(new int[] {8, 0, 5, 5}));
            refused(() -> answer.fans(new int[] {0, 3, 5, 5}));
            refused(() -> answer.fans(new int[] {8, 3, 5, -1}));
        });
    }

    @Test
    @Task("8.2")
    @Points(2)
    @DisplayName("finds the standard deviation of He's weights")
    @Part(value = "relu", hint = "Fan 75, slope 0: what is 2/75, and what is its root?")
    @Part(value = "leaky", hint = "Fan 75, slope 0.2: by how much does the gain change, compared with slope 0?")
    @Part(value = "pytorch", hint = "Slope √5: what is 2 / (1 + 5)?")
    @Part(value = "linear", hint = "Slope 1 is no nonlinearity: what is the gain then, and what is left of the formula?")
    @Part(value = "negative", hint = "Slope −0.5: what is its square?")
    @Part(value = "fraction", hint = "A fan of 4.5 is no mistake: what is 2/4.5?")
    @Part(value = "fan", hint = "What should happen with a fan of 0, and with a negative one?")
    @Part(value = "notANumber", hint = "Which of fan <= 0 and !(fan > 0) is true for NaN?")
    @Hint(id = "variance", text = "std is the root of the variance.")
    @Hint(id = "ignoresSlope", text = "Gain² = 2/(1+a²).")
    @Hint(id = "slopeNotSquared", text = "Energy is a square, so the slope is squared: 1 + a², not 1 + a.")
    @Hint(id = "fanNotRooted", text = "Divide by the root of the fan: the fan belongs to the variance, std is its root.")
    @Hint(id = "gainNotRooted", text = "2/(1+a²) is gain²; std needs the gain itself.")
    @Hint(id = "forgetsGain", text = "Without the gain, 1/√fan, half of the energy is lost in each ReLU.")
    @Hint(id = "uniformBound", text = "√3·std is the bound of a uniform distribution with this standard deviation; std alone is asked for.")
    @Hint(id = "minusSlope", text = "A leaky ReLU keeps more energy than a ReLU: (1+a²)/2 of it, so 1 + a² and not 1 − a².")
    @Hint(id = "slopeOutsideRoot", text = "1 + a² stands under the root too.")
    @Hint(id = "truncatesFan", text = "The fan of a transposed convolution need not be whole: keep it a double.")
    @Hint(id = "acceptsAnyFan", text = "A fan of 0 gives no finite width: throw an IllegalArgumentException.")
    @Hint(id = "letsNanPass", text = "NaN <= 0 is false. Ask the other way round, !(fan > 0), and NaN is refused too.")
    void findsTheWidth(Initialisation answer, Parts parts) {
        parts.check("relu", () -> real(0.16329931618554522, answer.heStd(75, 0)));
        parts.check("leaky", () -> real(0.16012815380508713, answer.heStd(75, 0.2)));
        parts.check("pytorch", () -> real(1.0 / 12, answer.heStd(48, Math.sqrt(5))));
        parts.check("linear", () -> real(0.25, answer.heStd(16, 1)));
        parts.check("negative", () -> real(0.17888543819998318, answer.heStd(50, -0.5)));
        parts.check("fraction", () -> real(2.0 / 3, answer.heStd(4.5, 0)));
        parts.check("fan", () -> {
            refused(() -> answer.heStd(0, 0.2));
            refused(() -> answer.heStd(-3, 0));
        });
        parts.check("notANumber", () -> refused(() -> answer.heStd(Double.NaN, 0)));
    }

    @Test
    @Task("8.3")
    @Points(4)
    @DisplayName("counts the products of an output of a transposed convolution")
    @Part(value = "even", hint = "64 channels, k4 s2: 16 products from each channel and input cell, shared by how many output cells?")
    @Part(value = "odd", hint = "64 channels, k3 s2: what is 9/4 of 64?")
    @Part(value = "fraction", hint = "16 channels, k5 s3: is 16·25/9 a whole number?")
    @Part(value = "gaps", hint = "9 channels, k2 s3: only some outputs get a product at all. What is the mean over all of them?")
    @Part(value = "groups", hint = "64 channels in 4 groups: how many of them does one output see?")
    @Part(value = "padding", hint = "k4 s2 p1: padding cuts cells off. Does an output inside the picture get fewer products from it?")
    @Part(value = "dilation", hint = "k3 s2 d2: how many taps has the stamp?")
    @Part(value = "large", hint = "A million channels, k100: where does an int end?")
    @Part(value = "indivisible", hint = "What should happen when the groups do not divide the channels?")
    @Part(value = "channels", hint = "What should happen with 0 channels?")
    @Hint(id = "ignoresStride", text = "Only 1/s² of the stamp positions hit an output.")
    @Hint(id = "dividesOnce", text = "Two axes, two factors s.")
    @Hint(id = "oneAxis", text = "The stamp has k*k cells: k/s is the mean number of products along one axis only.")
    @Hint(id = "ignoresGroups", text = "An output sees the input channels of its own group: Cin/g.")
    @Hint(id = "multipliesGroups", text = "Groups make an output see fewer channels: divide by g.")
    @Hint(id = "truncates", text = "The mean need not be whole: divide in double.")
    @Hint(id = "truncatesRatio", text = "k/s between two ints cuts off the fraction: 3/2 becomes 1.")
    @Hint(id = "mostCovered", text = "⌈k/s⌉ taps meet in the best covered phase; the mean over all phases is k/s.")
    @Hint(id = "cropsKernel", text = "Padding cuts cells off the output, not taps off the kernel: inside the picture nothing changes.")
    @Hint(id = "effectiveKernel", text = "Dilation moves the taps apart and adds none: there are k of them along an axis, not d(k−1)+1.")
    @Hint(id = "overflows", text = "Multiply in double or long from the first factor on: an int ends at 2,147,483,647.")
    @Hint(id = "acceptsIndivisible", text = "Every group must have equally many channels: otherwise throw an IllegalArgumentException.")
    @Hint(id = "acceptsNoChannels", text = "Without channels there is no product: throw an IllegalArgumentException.")
    void countsProducts(Initialisation answer, Parts parts) {
        Window two = Window.of(4).withStride(2);
        Window three = Window.of(3).withStride(2);
        parts.check("even", () -> products(256, answer.effectiveFanIn(64, 1, two)));
        parts.check("odd", () -> products(144, answer.effectiveFanIn(64, 1, three)));
        parts.check("fraction", () -> products(400.0 / 9, answer.effectiveFanIn(16, 1, Window.of(5).withStride(3))));
        parts.check("gaps", () -> products(4, answer.effectiveFanIn(9, 1, Window.of(2).withStride(3))));
        parts.check("groups", () -> products(64, answer.effectiveFanIn(64, 4, two)));
        parts.check("padding", () -> products(256, answer.effectiveFanIn(64, 1, two.withPadding(1))));
        parts.check("dilation", () -> products(144, answer.effectiveFanIn(64, 1, three.withDilation(2))));
        parts.check("large", () -> products(2.5e9, answer.effectiveFanIn(1_000_000, 1, Window.of(100).withStride(2))));
        parts.check("indivisible", () -> {
            refused(() -> answer.effectiveFanIn(64, 3, two));
            refused(() -> answer.effectiveFanIn(2, 4, two));
            refused(() -> answer.effectiveFanIn(64, 0, two));
            refused(() -> answer.effectiveFanIn(64, -4, two));
        });
        parts.check("channels", () -> {
            refused(() -> answer.effectiveFanIn(0, 1, two));
            refused(() -> answer.effectiveFanIn(-4, 2, two));
        });
    }

    private static void fans(Initialisation answer, int[] shape, long fanIn, long fanOut) {
        long[] actual = answer.fans(shape);
        Expect.present("", actual);
        double[] wide = new double[actual.length];
        for (int i = 0; i < wide.length; i++) wide[i] = actual[i];
        Expect.reals("", new double[] {fanIn, fanOut}, wide, 0);
    }

    private static void real(double expected, double actual) {
        Expect.real("", expected, actual, TOLERANCE);
    }

    private static void products(double expected, double actual) {
        Expect.real("", expected, actual, TOLERANCE * expected);
    }

    private static void refused(Runnable call) {
        Expect.refused("", IllegalArgumentException.class, call);
    }
}
