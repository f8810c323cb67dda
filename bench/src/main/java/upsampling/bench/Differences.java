package upsampling.bench;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import upsampling.tensor.Interpolation;

/// Where this course differs from PyTorch on purpose: the one list of such places. What stands here is checked as well, the other way round: a
/// difference that has gone is reported as a disagreement.
final class Differences {
    static final String EMPTY_BATCH = "empty batch";
    static final String EMPTY_PICTURE = "empty picture";
    static final String EMPTY_RESULT = "output size 0";
    static final String DILATION_ZERO = "dilation 0";
    static final String CORNERS_OF_NEAREST_EXACT = "corners with nearest-exact";
    static final String BLIND_WINDOW = "window that sees no cell";
    static final String ONE_STRIDE_AWAY = "size exactly one stride above the usual one";
    static final String ANTIALIAS_CORNERS = "antialias with corners";

    /// One difference.
    ///
    /// @param operator names of operators; `*` for all
    /// @param kind the kind of the fault, see {@link Fault}; we reject it, libtorch does not
    /// @param isAlways whether libtorch never rejects it; otherwise its answer depends on how it computes
    /// @param reason why we do
    record Difference(String operator, String kind, boolean isAlways, String reason) {
        static Difference always(String operator, String kind, String reason) {
            return new Difference(operator, kind, true, reason);
        }

        static Difference sometimes(String operator, String kind, String reason) {
            return new Difference(operator, kind, false, reason);
        }

        String toText() {
            return (operator.equals(ALL) ? "all operators" : operator) + ", " + kind
                    + ": we refuse it, libtorch " + (isAlways ? "does not" : "does not always") + "; " + reason;
        }
    }

    private static final String ALL = "*";
    private static final String ELEMENTS = "Relu, LeakyRelu, Sigmoid, Tanh, Softmax";

    private static final List<Difference> ACCEPTED_BY_LIBTORCH = List.of(
            Difference.always(ALL, EMPTY_BATCH, "a batch of no pictures has no result to look at; in a lesson it is always a mistake"),
            Difference.always(ALL, EMPTY_RESULT, "a picture without cells is no picture, see the empty batch"),
            Difference.sometimes("ConvTranspose2d", DILATION_ZERO, "of libtorch's ways to compute, the one for several pictures or groups does not look at it; most"
                    + " such calls fail later all the same, but not all, a kernel of 1 for one"),
            Difference.always("MaxPool2d", BLIND_WINDOW, "libtorch answers -infinity with an index outside the plane, which unpooling then refuses"),
            Difference.always(ELEMENTS, EMPTY_PICTURE, "see the empty batch"),
            Difference.sometimes("AdaptiveAvgPool2d", EMPTY_PICTURE, "to one cell, libtorch answers NaN, the mean of nothing"),
            Difference.sometimes("Resize", EMPTY_PICTURE, "area to one cell is adaptive pooling"),
            Difference.always("Resize", CORNERS_OF_NEAREST_EXACT, "PyTorch in Python refuses it as we do; in C++ it ignores the corners"),
            Difference.always("MaxUnpool2d", ONE_STRIDE_AWAY, "PyTorch in Python refuses it as we do; in C++ it is the last one that is allowed"),
            Difference.always("Resize", ANTIALIAS_CORNERS, "PyTorch and ONNX disagree on what it means"));

    private static final List<LeftOut> LEFT_OUT = List.of(
            new LeftOut("Resize", "antialias to a width of 1", "libtorch repeats the first row in all others",
                    p -> p.is("antialias") && outputs(p, "W") == 1),
            new LeftOut("Resize", "bicubic with a scale other than 1 that leaves both sizes as they are", "libtorch resamples forward but copies backward",
                    p -> p.get("mode") == Interpolation.BICUBIC.ordinal() && !p.is("antialias") && !p.is("corners") && !p.is("bySize")
                            && outputs(p, "H") == p.get("H") && outputs(p, "W") == p.get("W")),
            new LeftOut("Resize", "antialias with a scale other than 1 that leaves the size as it is", "libtorch copies forward but resamples backward",
                    p -> p.is("antialias") && !p.is("bySize") && (outputs(p, "H") == p.get("H") || outputs(p, "W") == p.get("W"))));

    /// A legal configuration on which libtorch is wrong, so that it is not drawn.
    ///
    /// @param operator name of the operator
    /// @param kind which configurations
    /// @param reason what is wrong with libtorch's answer
    /// @param holds whether it is such a configuration
    record LeftOut(String operator, String kind, String reason, Predicate<Parameters> holds) {
        String toText() {
            return operator + ", " + kind + ", is left out: " + reason;
        }
    }

    private Differences() { }

    /// Returns whether a legal configuration is left out.
    static boolean isLeftOut(String operator, Parameters p) {
        return LEFT_OUT.stream().anyMatch(d -> d.operator().equals(operator) && d.holds().test(p));
    }

    private static int outputs(Parameters p, String axis) {
        return p.is("bySize") ? p.get("out" + axis) : (int) Math.floor(p.get(axis) * p.fraction("scale" + axis));
    }

    /// Returns why libtorch accepts what we reject, or null if it rejects it too.
    static Difference of(String operator, String kind) {
        for (Difference d : ACCEPTED_BY_LIBTORCH) {
            if ((d.operator().equals(ALL) || List.of(d.operator().split(", ")).contains(operator)) && d.kind().equals(kind)) return d;
        }
        return null;
    }

    /// Returns all differences as sentences.
    static List<String> all() {
        return Stream.concat(ACCEPTED_BY_LIBTORCH.stream().map(Difference::toText), LEFT_OUT.stream().map(LeftOut::toText)).toList();
    }
}
