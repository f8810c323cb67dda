package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static upsampling.solutions.OneAnswer.assertForbidden;
import static upsampling.solutions.OneAnswer.grade;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.Verdict;
import upsampling.grader.result.TaskResult;

/// What an answer of lesson 8 must not call: the fans, widths and draws of `upsampling.init`. A stack may be made of the library's transposed convolution.
class InitialisationForbiddenTest {
    @TempDir
    Path answers;

    @Test
    void theFansOfTheLibraryAreForbidden() throws Exception {
        assertForbidden(grade(answers, "8.1", """
            public long[] fans(int[] s) {
                return new long[] {(long) upsampling.init.Fan.pytorch(Shape.of(s[0], s[1], s[2], s[3])).in(), 1};
            }"""), "MyAnswer.java:10 uses upsampling.init.Fan.pytorch: task 8.1 asks you to write this yourself; of the library it may use "
                + "upsampling.tensor.Tensor and upsampling.tensor.Shape and upsampling.tensor.Window and upsampling.op.ConvTranspose2d and upsampling.show");
        assertForbidden(grade(answers, "8.3", """
            public double effectiveFanIn(int inChannels, int groups, Window window) {
                return upsampling.init.Fan.convTranspose2d(Shape.of(inChannels, 1, 1, 1), groups, 2, 2).in();
            }"""), "uses upsampling.init.Fan.convTranspose2d");
        assertForbidden(grade(answers, "8.4", """
            public double[][] phaseVariance(int inChannels, Window window, double weightVariance) {
                return upsampling.init.Fan.perPhase(inChannels, window, window);
            }"""), "uses upsampling.init.Fan.perPhase");
    }

    @Test
    void theWidthsAndDrawsOfTheLibraryAreForbidden() throws Exception {
        assertForbidden(grade(answers, "8.2", """
            public double heStd(double fan, double negativeSlope) {
                return upsampling.init.Kaiming.std(fan, negativeSlope);
            }"""), "uses upsampling.init.Kaiming.std");
        assertForbidden(grade(answers, "8.5", """
            public Tensor heNormal(int[] s, double fan, long seed) {
                return upsampling.init.Kaiming.normal(Shape.of(s[0], s[1], s[2], s[3]), fan, 0, new java.util.Random(seed));
            }"""), "uses upsampling.init.Kaiming.normal");
        assertForbidden(grade(answers, "8.5", """
            public Tensor heNormal(int[] s, double fan, long seed) {
                upsampling.data.Noise.generator(seed);
                return null;
            }"""), "uses upsampling.data.Noise.generator");
    }

    @Test
    void aStackMayUseTheTransposedConvolutionAndNothingElseOfTheOperators() throws Exception {
        String stack = """
            public double[] varianceTrace(Tensor x, Tensor[] weights, Window window) {
                ConvTranspose2d layer = ConvTranspose2d.of(window.kernel()).withStride(window.stride()).withPadding(window.padding())
                    .withDilation(window.dilation());
                double[] trace = new double[weights.length];
                for (int l = 0; l < trace.length; l++) {
                    Tensor y = layer.forward(x, weights[l]);
                    for (float v : y.toArray()) trace[l] += (double) v * v / y.shape().size();
                    x = %s;
                }
                return trace;
            }
            private static Tensor rectified(Tensor y) {
                float[] values = y.toArray();
                for (int i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]);
                return Tensor.of(y.shape(), values);
            }""";
        TaskResult allowed = grade(answers, "8.6", stack.formatted("rectified(y)"));
        assertEquals(Verdict.PASS, allowed.verdict(), allowed.message());
        assertForbidden(grade(answers, "8.6", stack.formatted("Relu.of().forward(y)")), "uses upsampling.op.Relu.of");
    }
}
