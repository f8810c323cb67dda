package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static upsampling.solutions.OneAnswer.assertForbidden;
import static upsampling.solutions.OneAnswer.grade;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.Verdict;
import upsampling.grader.result.TaskResult;

/// What an answer of lesson 4 must not call: the sizes of `Window` where they are the task, and every way in which the library computes a transposed
/// convolution.
class TransposedConvolutionForbiddenTest {
    @TempDir
    Path answers;

    @Test
    void theSizesOfAWindowAreWhatTheWarmUpsAskFor() throws Exception {
        assertForbidden(grade(answers, "4.1", "public int outputSize(int size, Window window, int op) { return window.transposedOutputSize(size) + op; }"),
            "upsampling.tensor.Window.transposedOutputSize");
        assertForbidden(grade(answers, "4.1", "public int outputSize(int size, Window window, int op) { return (int) window.transposedSpan(size) + op; }"),
            "upsampling.tensor.Window.transposedSpan");
        assertForbidden(grade(answers, "4.2", """
            public int outputPaddingFor(int size, int wanted, Window window) {
                return window.outputPaddingFor("answer", "size", size, wanted);
            }"""), "upsampling.tensor.Window.outputPaddingFor");
    }

    @Test
    void laterTasksMayAskAWindowForTheSize() throws Exception {
        TaskResult result = grade(answers, "4.3", """
            public Tensor byZeroInsertion(Tensor x, Tensor weight, Window window, int op) {
                return Tensor.zeros(1, 1, window.transposedOutputSize(x.shape().h()) + op, window.transposedOutputSize(x.shape().w()) + op);
            }""");
        assertEquals(Verdict.WRONG, result.verdict(), result.message());
    }

    @Test
    void theOperatorsOfTheLibraryAreForbidden() throws Exception {
        assertForbidden(grade(answers, "4.3", """
            public Tensor byZeroInsertion(Tensor x, Tensor weight, Window window, int op) {
                return TransposedForms.of(ConvTranspose2d.of(window.kernel())).insertion().forward(x, weight);
            }"""), "upsampling.op.ConvTranspose2d.of");
        assertForbidden(grade(answers, "4.4", """
            public Tensor convTranspose2d(Tensor x, Tensor weight, float[] bias, Window window, int op, int groups) {
                return new ConvTranspose2d(new Geometry(window, window, groups), op, op).forward(x, weight);
            }"""), "new upsampling.tensor.Geometry");
        assertForbidden(grade(answers, "4.6", """
            public Gradients backward(Tensor x, Tensor weight, Window window, Tensor g) {
                return new Gradients(Conv2d.of(window.kernel()).forward(g, weight), weight, new float[1]);
            }"""), "upsampling.op.Conv2d.of");
    }

    @Test
    void theStampsOfABackendAreForbidden() throws Exception {
        assertForbidden(grade(answers, "4.4", """
            public Tensor convTranspose2d(Tensor x, Tensor weight, float[] bias, Window window, int op, int groups) {
                x.backend().stamp(x, weight, null, x);
                return x;
            }"""), "upsampling.backend.Backend.stamp");
    }
}
