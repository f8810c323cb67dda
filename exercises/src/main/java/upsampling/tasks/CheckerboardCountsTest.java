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

/// The public tests of the tasks of lesson 5 that count cells along one axis. They run on any {@link Checkerboards}: an answer file, an object in a
/// cell, the reference solution. {@link CheckerboardsTest} has the others.
///
/// The expected numbers are small enough to be checked by hand, and agree with PyTorch 2.15:
/// ```
/// F.conv_transpose1d(torch.ones(1, 1, size), torch.ones(1, 1, k), stride=s, padding=p, dilation=d)         # 5.1
/// x = torch.ones(1, 1, size, requires_grad=True)                                                           # 5.6
/// F.conv1d(x, torch.ones(1, 1, k), stride=s, padding=p, dilation=d).sum().backward(); x.grad
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Counts and periods of checkerboards")
public class CheckerboardCountsTest {
    private static final String BRANCHES = "branches";
    private static final String CASCADE = "cascade";
    private static final Window K3_S2 = Window.of(3).withStride(2);
    private static final Window K2_S3 = Window.of(2).withStride(3);

    @Test
    @Task("5.1")
    @Points(2)
    @DisplayName("counts the inputs that paint each output")
    @Part(value = "odd", hint = "k3 s2: which inputs paint the outputs 0, 1 and 2?")
    @Part(value = "padding", hint = "k4 s2 p1: what are the counts without padding, and which of them does the padding cut off?")
    @Part(value = "gaps", hint = "k2 s3: which outputs lie between two stamps?")
    @Part(value = "dilated", hint = "k3 s2 d2: on which outputs do the three taps of input 0 fall, and those of input 1?")
    @Part(value = "shifted", hint = "Padding and dilation together: count without padding first, then cut.")
    @Part(value = "deep", hint = "k5 s2: how many stamps lie one on another at the most? And with a single input?")
    @Part(value = "refusal", hint = "What should happen when the padding cuts every output off?")
    @Hint(id = "ignoresPadding", text = "Padding crops the output, and with it the counts.")
    @Hint(id = "interiorEverywhere", text = "At the border the neighbour that would paint does not exist.")
    @Hint(id = "ignoresDilation", text = "Taps lie d apart; with s and d even, odd places get nothing.")
    @Hint(id = "cropsOneSide", text = "Padding crops p outputs at each end, not 2p at one of them.")
    @Hint(id = "countsReads", text = "Here each input paints several outputs, so there are more outputs than inputs: count per output.")
    @Hint(id = "marks", text = "Several inputs paint the same output: add 1 for each of them.")
    @Hint(id = "strideTimesSize", text = "The last input paints its whole stamp: the length is s*(size-1) + d*(k-1) + 1 before the cut, not s*size.")
    @Hint(id = "acceptsEmpty", text = "An axis without outputs is an error, not an empty result: throw an IllegalArgumentException.")
    void countsOverlaps(Checkerboards checkerboards, Parts parts) {
        parts.check("odd", () -> counts(checkerboards.overlapCount(5, K3_S2), 1, 1, 2, 1, 2, 1, 2, 1, 2, 1, 1));
        parts.check("padding", () -> counts(checkerboards.overlapCount(5, Window.of(4).withStride(2).withPadding(1)), 1, 2, 2, 2, 2, 2, 2, 2, 2, 1));
        parts.check("gaps", () -> counts(checkerboards.overlapCount(4, K2_S3), 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1));
        parts.check("dilated", () -> counts(checkerboards.overlapCount(4, K3_S2.withDilation(2)), 1, 0, 2, 0, 3, 0, 3, 0, 2, 0, 1));
        parts.check("shifted", () -> counts(checkerboards.overlapCount(4, K3_S2.withDilation(2).withPadding(1)), 0, 2, 0, 3, 0, 3, 0, 2, 0));
        parts.check("deep", () -> {
            counts(checkerboards.overlapCount(5, Window.of(5).withStride(2)), 1, 1, 2, 2, 3, 2, 3, 2, 3, 2, 2, 1, 1);
            counts(checkerboards.overlapCount(1, Window.of(4).withStride(2)), 1, 1, 1, 1);
        });
        parts.check("refusal", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.overlapCount(1, Window.of(2).withStride(2).withPadding(1)));
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.overlapCount(2, Window.of(3).withPadding(2)));
        });
    }

    @Test
    @Task("5.2")
    @Points(2)
    @DisplayName("finds the period of branches and cascades")
    @Part(value = "coprime", hint = "Branches with strides 3 and 2: write both patterns in one row. When do both begin anew?")
    @Part(value = "shared", hint = "Branches with strides 2 and 4: the first pattern begins anew at 2, 4, ... and the second one?")
    @Part(value = "cascade", hint = "One after the other: how many outputs does one cell of the first input become?")
    @Part(value = "many", hint = "Three strides: what do the first two give, and what does the third one make of that?")
    @Part(value = "one", hint = "What is the period of a single upsampling? And what does a stride of 1 add?")
    @Part(value = "topology", hint = "What should happen with a topology of another name?")
    @Part(value = "strides", hint = "What should happen without a stride, or with a stride of 0?")
    @Hint(id = "alwaysLcm", text = "Strides in a row multiply.")
    @Hint(id = "alwaysProduct", text = "Patterns side by side repeat at the lcm.")
    @Hint(id = "swapsTopologies", text = "It is the other way round: branches lie side by side, a cascade is one after the other.")
    @Hint(id = "largest", text = "At the largest stride the other pattern may be in its middle: all strides must divide the period.")
    @Hint(id = "addsStrides", text = "Each cell of one stage becomes s cells of the next one: strides in a row multiply, they do not add up.")
    @Hint(id = "firstTwo", text = "There may be more than two strides: take every one of them in.")
    @Hint(id = "productOverDivisor", text = "a*b/gcd(a, b) is the lcm of two numbers only: for more of them take one after the other.")
    @Hint(id = "acceptsAnyTopology", text = "An unknown topology is an error, not one of the two: throw an IllegalArgumentException.")
    @Hint(id = "acceptsAnyStride", text = "Without a stride, or with one below 1, there is no pattern: throw an IllegalArgumentException.")
    void findsPeriods(Checkerboards checkerboards, Parts parts) {
        parts.check("coprime", () -> Expect.number("", 6, checkerboards.patternPeriod(BRANCHES, new int[] {3, 2})));
        parts.check("shared", () -> {
            Expect.number("", 4, checkerboards.patternPeriod(BRANCHES, new int[] {2, 4}));
            Expect.number("", 12, checkerboards.patternPeriod(BRANCHES, new int[] {4, 6}));
        });
        parts.check("cascade", () -> {
            Expect.number("", 4, checkerboards.patternPeriod(CASCADE, new int[] {2, 2}));
            Expect.number("", 8, checkerboards.patternPeriod(CASCADE, new int[] {2, 4}));
            Expect.number("", 24, checkerboards.patternPeriod(CASCADE, new int[] {4, 6}));
        });
        parts.check("many", () -> {
            Expect.number("", 12, checkerboards.patternPeriod(BRANCHES, new int[] {2, 3, 4}));
            Expect.number("", 60, checkerboards.patternPeriod(BRANCHES, new int[] {4, 6, 10}));
            Expect.number("", 24, checkerboards.patternPeriod(CASCADE, new int[] {2, 3, 4}));
        });
        parts.check("one", () -> {
            Expect.number("", 5, checkerboards.patternPeriod(BRANCHES, new int[] {5}));
            Expect.number("", 5, checkerboards.patternPeriod(CASCADE, new int[] {5}));
            Expect.number("", 3, checkerboards.patternPeriod(BRANCHES, new int[] {1, 3}));
            Expect.number("", 3, checkerboards.patternPeriod(CASCADE, new int[] {3, 1}));
        });
        parts.check("topology", () ->
            Expect.refusal("", IllegalArgumentException.class, () -> checkerboards.patternPeriod("parallel", new int[] {2, 2})));
        parts.check("strides", () -> {
            Expect.refusal("", IllegalArgumentException.class, () -> checkerboards.patternPeriod(BRANCHES, new int[0]));
            Expect.refusal("", IllegalArgumentException.class, () -> checkerboards.patternPeriod(CASCADE, new int[0]));
            Expect.refusal("", IllegalArgumentException.class, () -> checkerboards.patternPeriod(BRANCHES, new int[] {2, 0}));
            Expect.refusal("", IllegalArgumentException.class, () -> checkerboards.patternPeriod(CASCADE, new int[] {-2, 2}));
        });
    }

    @Test
    @Task("5.6")
    @Points(4)
    @DisplayName("counts the outputs that read each input")
    @Part(value = "padded", hint = "k3 s2 p1: which inputs do the first window and the last one read?")
    @Part(value = "gaps", hint = "k2 s3: which inputs lie between two windows, and what is their count?")
    @Part(value = "dense", hint = "k3 s1 on 5 inputs: which of the three windows read input 2?")
    @Part(value = "tail", hint = "10 inputs, k3 s3: how many windows fit, and is input 9 in one of them?")
    @Part(value = "dilated", hint = "k2 s2 d2: which two inputs does each window read?")
    @Part(value = "widePadding", hint = "k5 s2 p2: where does each of the three windows start, and where does it end?")
    @Part(value = "refusal", hint = "What should happen when the window does not fit once?")
    @Hint(id = "ignoresPadding", text = "Windows start at −p.")
    @Hint(id = "dropsUnreadTail", text = "The gradient has the size of the input; cells that are never read get 0.")
    @Hint(id = "wrapsAround", text = "Padding is not periodic: what a window reads before the first cell is not the last one.")
    @Hint(id = "clampsToEdge", text = "Padding does not repeat the border: what a window reads outside belongs to no input.")
    @Hint(id = "ignoresDilation", text = "Taps lie d apart: output o reads s*o − p, s*o − p + d, and so on.")
    @Hint(id = "paints", text = "That is task 5.1, where inputs paint. Here outputs read, and there is one count for each of the size inputs.")
    @Hint(id = "marks", text = "Several outputs read the same input: add 1 for each of them.")
    @Hint(id = "countsPartialWindows", text = "A window that does not fit completely does not exist: there are floor((size + 2p - d*(k-1) - 1) / s) + 1 outputs.")
    @Hint(id = "countsPerOutput", text = "Count for each input the outputs that read it, not for each output the inputs it reads.")
    @Hint(id = "acceptsUnfitting", text = "Without a window there is no output and no gradient: throw an IllegalArgumentException.")
    void countsReads(Checkerboards checkerboards, Parts parts) {
        parts.check("padded", () -> counts(checkerboards.gradientCoverage(12, K3_S2.withPadding(1)), 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 1));
        parts.check("gaps", () -> counts(checkerboards.gradientCoverage(9, K2_S3), 1, 1, 0, 1, 1, 0, 1, 1, 0));
        parts.check("dense", () -> counts(checkerboards.gradientCoverage(5, Window.of(3)), 1, 2, 3, 2, 1));
        parts.check("tail", () -> {
            counts(checkerboards.gradientCoverage(10, Window.of(3).withStride(3)), 1, 1, 1, 1, 1, 1, 1, 1, 1, 0);
            counts(checkerboards.gradientCoverage(8, Window.of(3).withStride(3)), 1, 1, 1, 1, 1, 1, 0, 0);
        });
        parts.check("dilated", () -> {
            counts(checkerboards.gradientCoverage(7, Window.of(2).withStride(2).withDilation(2)), 1, 0, 2, 0, 2, 0, 1);
            counts(checkerboards.gradientCoverage(9, Window.of(3).withPadding(1).withDilation(3)), 1, 1, 2, 2, 1, 2, 2, 1, 1);
        });
        parts.check("widePadding", () -> counts(checkerboards.gradientCoverage(6, Window.of(5).withStride(2).withPadding(2)), 2, 2, 3, 2, 2, 1));
        parts.check("refusal", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.gradientCoverage(2, Window.of(3)));
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.gradientCoverage(4, Window.of(3).withStride(2).withDilation(2)));
        });
    }

    private static void counts(int[] actual, int... expected) {
        Expect.counts("", expected, actual);
    }
}
