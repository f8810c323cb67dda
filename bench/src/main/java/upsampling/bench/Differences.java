package upsampling.bench;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import upsampling.tensor.Border;
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
    static final String TOO_MANY = "more than 2^31 - 1 elements";
    static final String NEGATIVE_START = "negative first row or column";
    static final String REPEATED_MATRIX = "matrices that are repeated";
    static final String BETA_NOT_POSITIVE = "beta not above 0";

    /// What libtorch does with a fault.
    enum Peer {
        /// It computes something.
        ACCEPTS("does not"),
        /// That depends on how it computes.
        SOMETIMES("does not always"),
        /// It would compute something, if it got the memory.
        NOT_ASKED("is not asked");

        private final String words;

        Peer(String words) {
            this.words = words;
        }
    }

    /// One difference.
    ///
    /// @param operator names of operators; `*` for all
    /// @param kind the kind of the fault, see {@link Fault}; we reject it, libtorch does not
    /// @param peer what libtorch does
    /// @param reason why we do
    record Difference(String operator, String kind, Peer peer, String reason) {
        static Difference always(String operator, String kind, String reason) {
            return new Difference(operator, kind, Peer.ACCEPTS, reason);
        }

        static Difference sometimes(String operator, String kind, String reason) {
            return new Difference(operator, kind, Peer.SOMETIMES, reason);
        }

        String toText() {
            return (operator.equals(ALL) ? "all operators" : operator) + ", " + kind
                    + ": we refuse it, libtorch " + peer.words + "; " + reason;
        }
    }

    private static final String ALL = "*";
    private static final String CELL_BY_CELL = "Relu, LeakyRelu, Sigmoid, Tanh, Softmax, SoftmaxOfPlanes, Add, Subtract, Multiply, ReduceSum, ReduceMean, GlobalAvgPool2d,"
            + " SoftArgmax, MatchToSize, Concat, MseLoss, BceWithLogitsLoss, CrossEntropyLoss, GaussianKlLoss, Reparameterization";

    private static final List<Difference> ACCEPTED_BY_LIBTORCH = List.of(
            Difference.always(ALL, EMPTY_BATCH, "a batch of no pictures has no result to look at; in a lesson it is always a mistake"),
            Difference.always(ALL, EMPTY_RESULT, "a picture without cells is no picture, see the empty batch"),
            new Difference(ALL, TOO_MANY, Peer.NOT_ASKED, "an array of Java has no more; libtorch counts with 64 bits and would ask for the memory"),
            Difference.sometimes("ConvTranspose2d, InsertionForm", DILATION_ZERO, "of libtorch's ways to compute, the one for several pictures or groups does not look"
                    + " at it; most such calls fail later all the same, but not all, a kernel of 1 for one"),
            Difference.always("MaxPool2d", BLIND_WINDOW, "libtorch answers -infinity with an index outside the plane, which unpooling then refuses"),
            Difference.always(CELL_BY_CELL, EMPTY_PICTURE, "see the empty batch"),
            Difference.sometimes("AdaptiveAvgPool2d", EMPTY_PICTURE, "to one cell, libtorch answers NaN, the mean of nothing"),
            Difference.sometimes("Pad", EMPTY_PICTURE, "with zeros, libtorch makes a picture of nothing but padding"),
            Difference.sometimes("Reshape", EMPTY_PICTURE, "nothing, as a vector, is a vector without values"),
            Difference.sometimes("Resize", EMPTY_PICTURE, "area to one cell is adaptive pooling"),
            Difference.always("Resize", CORNERS_OF_NEAREST_EXACT, "PyTorch in Python refuses it as we do; in C++ it ignores the corners"),
            Difference.always("MaxUnpool2d", ONE_STRIDE_AWAY, "PyTorch in Python refuses it as we do; in C++ it is the last one that is allowed"),
            Difference.always("Resize", ANTIALIAS_CORNERS, "PyTorch and ONNX disagree on what it means"),
            Difference.sometimes("Crop", NEGATIVE_START, "PyTorch counts it from the end, and takes what then lies inside; in a lesson it is a mistake"),
            Difference.always("MatMul", REPEATED_MATRIX, "PyTorch repeats along N and C what has size 1 there; here a missing batch shows"),
            Difference.always("SoftArgmax", BETA_NOT_POSITIVE, "the twin is a formula, which computes a soft minimum then"));

    private static final int LARGE_RESULT = 128; // a threshold in libtorch's own code

    private static final List<LeftOut> LEFT_OUT = List.of(
            new LeftOut("ConvTranspose2dToSize", "dilation of a kernel with more than one tap",
                    "PyTorch in Python takes the sizes that we take; in C++ it forgets the dilation there",
                    p -> p.get("dH") > 1 && p.get("kH") > 1 || p.get("dW") > 1 && p.get("kW") > 1),
            new LeftOut("Pad", "circular border on an axis that is padded at one end and cropped at the other",
                    "PyTorch crops first and repeats what is left, we repeat the picture, as with every other border",
                    p -> p.get("border") == Border.CIRCULAR.ordinal() && (p.get("beforeH") * p.get("afterH") < 0 || p.get("beforeW") * p.get("afterW") < 0)),
            new LeftOut("Pad", "border of zeros, and one end cropped by more cells than there are",
                    "PyTorch refuses it, though not with other borders; we answer by the formula",
                    p -> p.get("border") == Border.ZERO.ordinal() && (Math.min(p.get("beforeH"), p.get("afterH")) < -p.get("H")
                            || Math.min(p.get("beforeW"), p.get("afterW")) < -p.get("W"))),
            new LeftOut("ReduceSum, ReduceMean", "no axis at all", "we leave the picture as it is, PyTorch then takes all axes", p -> p.get("axes") == 0),
            new LeftOut("Resize", "antialias to a width of 1", "libtorch repeats the first row in all others",
                    p -> p.is("antialias") && outputs(p, "W") == 1),
            new LeftOut("Resize", "bicubic with a scale other than 1 that leaves both sizes as they are", "libtorch resamples forward but copies backward",
                    p -> p.get("mode") == Interpolation.BICUBIC.ordinal() && !p.is("antialias") && !p.is("corners") && !p.is("bySize")
                            && outputs(p, "H") == p.get("H") && outputs(p, "W") == p.get("W")),
            new LeftOut("Resize", "nearest with a scale that is rounded to once or twice the size, where rows and columns of the result are more than 128 together",
                    "libtorch then has another kernel, which goes by the scale; the one for smaller results goes by whole numbers, and so do we for all",
                    p -> p.get("mode") == Interpolation.NEAREST.ordinal() && !p.is("bySize") && outputs(p, "H") + outputs(p, "W") > LARGE_RESULT
                            && (isRounded(p, "H") || isRounded(p, "W"))),
            new LeftOut("Resize", "antialias with a scale other than 1 that leaves the size as it is", "libtorch copies forward but resamples backward",
                    p -> p.is("antialias") && !p.is("bySize") && (outputs(p, "H") == p.get("H") || outputs(p, "W") == p.get("W"))));

    /// A legal configuration that is not drawn: libtorch is wrong there, or each is right by a rule of its own.
    ///
    /// @param operator name of the operator
    /// @param kind which configurations
    /// @param reason how the answers differ
    /// @param holds whether it is such a configuration
    record LeftOut(String operator, String kind, String reason, Predicate<Parameters> holds) {
        String toText() {
            return operator + ", " + kind + ", is left out: " + reason;
        }
    }

    /// What libtorch has no counterpart of, so that nothing can be compared; where it is tested instead.
    private static final List<String> NOT_COMPARED = List.of(
            "Resize, bicubic with an `a` of one's own: PyTorch has -0.75, and -0.5 with antialias; others are compared with the double reference in `ResizeTest`",
            "Tensors of two backends, and closed tensors: libtorch has one backend here, and frees a tensor when nobody holds it any more; `TwinsTest` hands both to"
                    + " each operator above, without libtorch");

    private Differences() { }

    /// Returns whether a legal configuration is left out.
    static boolean isLeftOut(String operator, Parameters p) {
        return LEFT_OUT.stream().anyMatch(d -> names(d.operator()).contains(operator) && d.holds().test(p));
    }

    private static List<String> names(String operators) {
        return List.of(operators.split(", "));
    }

    private static boolean isRounded(Parameters p, String axis) {
        int times = outputs(p, axis) / p.get(axis);
        return times >= 1 && times <= 2 && times * p.get(axis) == outputs(p, axis) && p.fraction("scale" + axis) != times;
    }

    private static int outputs(Parameters p, String axis) {
        return p.is("bySize") ? p.get("out" + axis) : (int) Math.floor(p.get(axis) * p.fraction("scale" + axis));
    }

    /// Returns why libtorch accepts what we reject, or null if it rejects it too.
    static Difference of(String operator, String kind) {
        for (Difference d : ACCEPTED_BY_LIBTORCH) {
            if ((d.operator().equals(ALL) || names(d.operator()).contains(operator)) && d.kind().equals(kind)) return d;
        }
        return null;
    }

    /// Returns all differences as sentences.
    static List<String> all() {
        return Stream.of(ACCEPTED_BY_LIBTORCH.stream().map(Difference::toText), LEFT_OUT.stream().map(LeftOut::toText), NOT_COMPARED.stream())
                .flatMap(sentences -> sentences).toList();
    }
}
