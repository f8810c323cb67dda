package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static upsampling.solutions.OneAnswer.assertForbidden;
import static upsampling.solutions.OneAnswer.grade;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.Verdict;
import upsampling.grader.result.TaskResult;

/// Answers that do not write what the task asks for, each by another way; with the operators of lesson 1. The other lessons have a test of their own.
class ForbiddenTest {
    @TempDir
    Path answers;

    @Test
    void callingTheOperatorOfTheLibraryIsForbiddenWithLineAndReason() throws Exception {
        TaskResult result = grade(answers, "1.2", """
            public Pooled maxPool2d(Tensor x, Window window) {
                var pooled = MaxPool2d.of(window).forwardWithIndices(x);
                return new Pooled(pooled.values(), pooled.indices());
            }""");
        assertForbidden(result, "MyAnswer.java:10 uses upsampling.op.MaxPool2d.of: task 1.2 asks you to write this yourself");
    }

    @Test
    void theReferenceOfTheOperatorIsForbiddenToo() throws Exception {
        assertForbidden(grade(answers, "1.2", """
            public Pooled maxPool2d(Tensor x, Window window) {
                var pooled = MaxPool2d.of(window).reference().forward(DoubleTensor.of(x));
                return new Pooled(pooled.values().toFloat(), pooled.indices());
            }"""), "upsampling.op.MaxPool2d");
    }

    @Test
    void aMethodReferenceInAHelperIsFound() throws Exception {
        Files.writeString(Files.createDirectories(answers.resolve("lesson01")).resolve("Helper.java"), """
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
        assertForbidden(grade(answers, "1.3", """
            public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
                return Helper.pool(window).apply(x);
            }"""), "Helper.java:7 uses upsampling.op.AvgPool2d.");
    }

    @Test
    void theSizeFormulaOfWindowIsWhatTask11AsksFor() throws Exception {
        assertForbidden(grade(answers, "1.1", "public int outputSize(int size, Window window, boolean ceilMode) { return window.outputSize(size, ceilMode); }"),
            "uses upsampling.tensor.Window.outputSize: task 1.1 asks you to write this yourself; of the library it may use "
                + "upsampling.tensor and upsampling.show, but not Window.outputSize");
    }

    @Test
    void theSizeFormulaOfWindowMayBeUsedInLaterTasks() throws Exception {
        TaskResult result = grade(answers, "1.3", """
            public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
                int size = window.outputSize(x.shape().h(), ceilMode);
                return Tensor.wrap(Shape.of(1, 1, size, size), new float[size * size], x.backend());
            }""");
        assertEquals(Verdict.WRONG, result.verdict(), result.message());
    }

    @Test
    void thePoolingOfABackendIsForbidden() throws Exception {
        assertForbidden(grade(answers, "1.2", "public Pooled maxPool2d(Tensor x, Window window) { x.backend().maxPool(x, window, window, x); return null; }"),
            "MyAnswer.java:9 uses upsampling.backend.Backend.maxPool");
    }

    @Test
    void theReceptiveFieldOfTheLibraryIsForbidden() throws Exception {
        assertForbidden(grade(answers, "1.5", """
            public ReceptiveField receptiveField(Window[] layers) {
                var field = upsampling.metric.ReceptiveField.of(layers);
                return new ReceptiveField((int) field.size(), (int) field.jump());
            }"""), "MyAnswer.java:10 uses upsampling.metric.ReceptiveField.of");
    }

    @Test
    void reflectionIsForbidden() throws Exception {
        assertForbidden(grade(answers, "1.4", """
            public long convMacs(int oh, int ow, int in, int out, Window k) {
                try { return (long) Class.forName("upsampling.metric.Cost").getMethods()[0].invoke(null); } catch (Exception e) { return 0; }
            }"""), "java.lang.Class.forName");
    }

    @Test
    void awtIsForbidden() throws Exception {
        assertForbidden(grade(answers, "1.3", """
            public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
                new java.awt.image.AffineTransformOp(null, 1);
                return x;
            }"""), "new java.awt.image.AffineTransformOp");
    }

    @Test
    void lambdasRecordsSwitchesAndStreamsAreAllowed() throws Exception {
        TaskResult result = grade(answers, "1.4", """
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
}
