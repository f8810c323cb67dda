package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static upsampling.solutions.OneAnswer.assertForbidden;
import static upsampling.solutions.OneAnswer.grade;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.Verdict;
import upsampling.grader.result.TaskResult;

/// What an answer of lesson 5 must not call: the measures of `upsampling.metric`, and the operators by which a pattern could be painted instead of counted.
class CheckerboardsForbiddenTest {
    @TempDir
    Path answers;

    @Test
    void theMeasuresOfTheLibraryAreForbidden() throws Exception {
        assertForbidden(grade(answers, "5.2", """
            public int patternPeriod(String topology, int[] strides) {
                return (int) upsampling.metric.PatternPeriod.branches(strides);
            }"""), "MyAnswer.java:10 uses upsampling.metric.PatternPeriod.branches: task 5.2 asks you to write this yourself; of the library it may use "
                + "upsampling.tensor.Window and upsampling.show");
        assertForbidden(grade(answers, "5.3", """
            public double[][] phaseSums(double[][] kernel, int stride) {
                return upsampling.metric.PhaseSums.of(kernel, stride).sums();
            }"""), "uses upsampling.metric.PhaseSums.of");
        assertForbidden(grade(answers, "5.4", """
            public double psv(double[][] image, int stride) {
                return upsampling.metric.Psv.of(image, stride).variance();
            }"""), "uses upsampling.metric.Psv.of");
        assertForbidden(grade(answers, "5.5", """
            public double[][] aliasMagnitudes(double[][] kernel, int stride) {
                return upsampling.metric.Response.of(kernel).aliasMagnitudes(stride, stride);
            }"""), "uses upsampling.metric.Response.of");
    }

    @Test
    void countsMustNotBePaintedByAnOperator() throws Exception {
        assertForbidden(grade(answers, "5.1", """
            public int[] overlapCount(int size, Window window) {
                Tensor painted = ConvTranspose2d.of(window.kernel()).forward(Tensor.zeros(1, 1, 1, size), Tensor.zeros(1, 1, 3, 3));
                return new int[painted.shape().w()];
            }"""), "upsampling.op.ConvTranspose2d.of");
        assertForbidden(grade(answers, "5.6", """
            public int[] gradientCoverage(int size, Window window) {
                return new int[Unfold.of(window).forward(Tensor.zeros(1, 1, 1, size)).shape().w()];
            }"""), "upsampling.op.Unfold.of");
    }

    @Test
    void aWindowMayBeAskedForItsSizes() throws Exception {
        TaskResult unfinished = grade(answers, "5.1", """
            public int[] overlapCount(int size, Window window) {
                return new int[window.transposedOutputSize(size)];
            }""");
        assertNotEquals(Verdict.FORBIDDEN, unfinished.verdict(), unfinished.message());
    }
}
