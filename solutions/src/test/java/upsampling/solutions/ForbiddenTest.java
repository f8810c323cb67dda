package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.Verdict;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.CheckRun;

/// Answers that do not write what the task asks for, each by another way.
class ForbiddenTest {
    @TempDir
    Path answers;

    @BeforeEach
    void makeFolders() throws Exception {
        Files.createDirectories(answers.resolve("lesson01"));
        Files.createDirectories(answers.resolve("lesson02"));
        Files.createDirectories(answers.resolve("lesson03"));
    }

    @Test
    void callingTheOperatorOfTheLibraryIsForbiddenWithLineAndReason() throws Exception {
        TaskResult result = grade("1.2", """
            public Pooled maxPool2d(Tensor x, Window window) {
                var pooled = MaxPool2d.of(window).forwardWithIndices(x);
                return new Pooled(pooled.values(), pooled.indices());
            }""");
        assertForbidden(result, "MyAnswer.java:10 uses upsampling.op.MaxPool2d.of: task 1.2 asks you to write this yourself");
    }

    @Test
    void theReferenceOfTheOperatorIsForbiddenToo() throws Exception {
        assertForbidden(grade("1.2", """
            public Pooled maxPool2d(Tensor x, Window window) {
                var pooled = MaxPool2d.of(window).reference().forward(DoubleTensor.of(x));
                return new Pooled(pooled.values().toFloat(), pooled.indices());
            }"""), "upsampling.op.MaxPool2d");
    }

    @Test
    void aMethodReferenceInAHelperIsFound() throws Exception {
        Files.writeString(answers.resolve("lesson01/Helper.java"), """
            package answers.lesson01;
            import java.util.function.UnaryOperator;
            import upsampling.op.*;
            import upsampling.tensor.*;
            class Helper {
                static UnaryOperator<Tensor> pool(Window window) {
                    return AvgPool2d.of(window)::forward;
                }
            }
            """);
        assertForbidden(grade("1.3", """
            public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
                return Helper.pool(window).apply(x);
            }"""), "Helper.java:7 uses upsampling.op.AvgPool2d.");
    }

    @Test
    void theSizeFormulaOfWindowIsWhatTask11AsksFor() throws Exception {
        assertForbidden(grade("1.1", "public int outputSize(int size, Window window, boolean ceilMode) { return window.outputSize(size, ceilMode); }"),
            "uses upsampling.tensor.Window.outputSize: task 1.1 asks you to write this yourself; of the library it may use "
                + "upsampling.tensor and upsampling.show, but not Window.outputSize");
    }

    @Test
    void theSizeFormulaOfWindowMayBeUsedInLaterTasks() throws Exception {
        TaskResult result = grade("1.3", """
            public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
                int size = window.outputSize(x.shape().h(), ceilMode);
                return Tensor.wrap(Shape.of(1, 1, size, size), new float[size * size], x.backend());
            }""");
        assertEquals(Verdict.WRONG, result.verdict(), result.message());
    }

    @Test
    void thePoolingOfABackendIsForbidden() throws Exception {
        assertForbidden(grade("1.2", "public Pooled maxPool2d(Tensor x, Window window) { x.backend().maxPool(x, window, window, x); return null; }"),
            "MyAnswer.java:9 uses upsampling.backend.Backend.maxPool");
    }

    @Test
    void theReceptiveFieldOfTheLibraryIsForbidden() throws Exception {
        assertForbidden(grade("1.5", """
            public ReceptiveField receptiveField(Window[] layers) {
                var field = upsampling.metric.ReceptiveField.of(layers);
                return new ReceptiveField((int) field.size(), (int) field.jump());
            }"""), "MyAnswer.java:10 uses upsampling.metric.ReceptiveField.of");
    }

    @Test
    void theTapsOfTheLibraryAreTheMatrixThatTask24AsksFor() throws Exception {
        assertForbidden(grade("2.4", """
            public double[][] linearMatrix(int inSize, int outSize, String alignment) {
                return Taps.linear(Grid.ofSize(inSize, outSize)).matrix();
            }"""), "MyAnswer.java:10 uses upsampling.tensor.Grid.ofSize: task 2.4 asks you to write this yourself; of the library it may use "
                + "upsampling.tensor.Tensor and upsampling.tensor.Shape and upsampling.show");
    }

    @Test
    void theCurvesAndGridsOfTheLibraryAreForbiddenInInterpolation() throws Exception {
        assertForbidden(grade("2.3", "public double[] cubicWeights(double t, double a) { return new double[] {Kernels.cubic(1 + t, a)}; }"),
            "uses upsampling.tensor.Kernels.cubic");
        assertForbidden(grade("2.1", "public int nearestIndex(int out, int in, int size, boolean exact) { return new Grid(in, size, null, 0).nearest(out); }"),
            "uses new upsampling.tensor.Grid");
        assertForbidden(grade("2.2", "public double bilinearPoint(Corners q, Box box, double x, double y) { return Kernels.triangle(x); }"),
            "uses upsampling.tensor.Kernels.triangle");
    }

    @Test
    void theResizeOfTheLibraryIsForbiddenInBothDirections() throws Exception {
        assertForbidden(grade("2.5", """
            public Tensor resizeBilinear(Tensor x, int height, int width, String alignment) {
                return Resize.bilinear().toSize(height, width).forward(x);
            }"""), "MyAnswer.java:10 uses upsampling.op.Resize.bilinear");
        assertForbidden(grade("2.6", """
            public Tensor resizeBilinearBackward(Tensor gradOutput, int height, int width, String alignment) {
                return Resize.bilinear().toSize(gradOutput.shape().h(), gradOutput.shape().w()).backward(gradOutput, Shape.plane(height, width));
            }"""), "uses upsampling.op.Resize.bilinear");
    }

    @Test
    void theTapsOfABackendAreForbidden() throws Exception {
        assertForbidden(grade("2.5", "public Tensor resizeBilinear(Tensor x, int height, int width, String a) { x.backend().applyTaps(x, null, null, x); return x; }"),
            "uses upsampling.backend.Backend.applyTaps");
    }

    @Test
    void theConvolutionOfTheLibraryIsForbiddenInEveryForm() throws Exception {
        assertForbidden(grade("3.3", """
            public Tensor conv2d(Tensor x, Tensor weight, float[] bias, Window window, int groups) {
                return Conv2d.of(window.kernel()).withStride(window.stride()).forward(x, weight);
            }"""), "MyAnswer.java:10 uses upsampling.op.Conv2d.of: task 3.3 asks you to write this yourself; of the library it may use "
                + "upsampling.tensor.Tensor and upsampling.tensor.Shape and upsampling.tensor.Window and upsampling.show");
        assertForbidden(grade("3.4", """
            public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
                return Conv2d.of(window.kernel()).on(Shape.plane(height, width), Tensor.image(kernel)).matrix();
            }"""), "uses upsampling.op.Conv2d.of");
        assertForbidden(grade("3.4", """
            public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
                return Taps.linear(Grid.ofSize(height, width)).matrix();
            }"""), "uses upsampling.tensor.Grid.ofSize");
        assertForbidden(grade("3.5", """
            public Tensor scatterTranspose(Tensor x, Tensor weight, int stride) {
                return ConvTranspose2d.of(weight.shape().h()).withStride(stride).forward(x, weight);
            }"""), "uses upsampling.op.ConvTranspose2d.of");
        assertForbidden(grade("3.6", """
            public Tensor col2im(Tensor columns, int height, int width, Window window) {
                return Fold.of(Unfold.of(window), height, width).forward(columns);
            }"""), "uses upsampling.op.Unfold.of");
    }

    @Test
    void theConvolutionsOfABackendAreForbidden() throws Exception {
        assertForbidden(grade("3.3", """
            public Tensor conv2d(Tensor x, Tensor weight, float[] bias, Window window, int groups) {
                x.backend().convolve(x, weight, null, x);
                return x;
            }"""), "uses upsampling.backend.Backend.convolve");
    }

    @Test
    void reflectionIsForbidden() throws Exception {
        assertForbidden(grade("1.4", """
            public long convMacs(int oh, int ow, int in, int out, Window k) {
                try { return (long) Class.forName("upsampling.metric.Cost").getMethods()[0].invoke(null); } catch (Exception e) { return 0; }
            }"""), "java.lang.Class.forName");
    }

    @Test
    void awtIsForbidden() throws Exception {
        assertForbidden(grade("1.3", """
            public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
                new java.awt.image.AffineTransformOp(null, 1);
                return x;
            }"""), "new java.awt.image.AffineTransformOp");
    }

    @Test
    void lambdasRecordsSwitchesAndStreamsAreAllowed() throws Exception {
        TaskResult result = grade("1.4", """
            private record Sizes(long pixels, long channels) { }
            private enum Kind { SMALL, LARGE }
            public long convMacs(int oh, int ow, int in, int out, Window k) {
                var sizes = new Sizes((long) oh * ow, (long) in * out);
                Kind kind = sizes.pixels() > 9 ? Kind.LARGE : Kind.SMALL;
                System.out.println("sizes " + sizes + switch (kind) { case SMALL -> 1; case LARGE -> 2; });
                Object o = sizes;
                return switch (o) {
                    case Sizes(long pixels, long channels) -> java.util.stream.LongStream.of(pixels, channels, k.kernel(), k.kernel()).reduce(1, (a, b) -> a * b);
                    default -> 0;
                };
            }""");
        assertEquals(Verdict.PASS, result.verdict(), result.message());
    }

    private static void assertForbidden(TaskResult result, String reason) {
        assertEquals(Verdict.FORBIDDEN, result.verdict(), result.message());
        assertTrue(result.score().isZero());
        assertTrue(result.message().contains(reason), result.message());
        assertEquals(result.id() + "/forbidden", result.hint().id());
    }

    private static String interfaceOf(String task) {
        return switch (task.charAt(0)) {
            case '1' -> "Pooling";
            case '2' -> "Resizing";
            default -> "ConvolutionMatrix";
        };
    }

    private TaskResult grade(String task, String body) throws Exception {
        String lesson = "lesson0" + task.charAt(0);
        Files.writeString(answers.resolve(lesson + "/MyAnswer.java"), "package answers." + lesson + ";\n" + """

            import upsampling.tasks.*;
            import upsampling.tensor.*;
            import upsampling.op.*;

            public class MyAnswer implements %s {

            """.formatted(interfaceOf(task)) + body + "\n}\n");
        return CheckRun.of(answers).select(task).run().tasks().getFirst();
    }
}
