package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static upsampling.solutions.OneAnswer.assertForbidden;
import static upsampling.solutions.OneAnswer.grade;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.Verdict;
import upsampling.grader.result.TaskResult;

/// What an answer of lesson 6 must not call: the blurs of the library, its resizes and convolutions, and the measures that balance a kernel.
class RepairsForbiddenTest {
    @TempDir
    Path answers;

    @Test
    void theBlursAndHoldsOfTheLibraryAreForbidden() throws Exception {
        assertForbidden(grade(answers, "6.1", "public double[] gaussian3(double sigma) { return Kernels.gaussian(1, sigma); }"),
            "MyAnswer.java:9 uses upsampling.tensor.Kernels.gaussian: task 6.1 asks you to write this yourself; of the library it may use "
                + "upsampling.tensor.Tensor and upsampling.tensor.Shape and upsampling.show");
        assertForbidden(grade(answers, "6.1", "public double[] gaussian3(double sigma) { return GaussianBlur.of(1).weights(Math.log(sigma)); }"),
            "uses upsampling.op.GaussianBlur.of");
        assertForbidden(grade(answers, "6.2", "public double[] zeroOrderHold(double[] kernel, int s) { return Blur.zeroOrderHold(s).kernel(); }"),
            "uses upsampling.op.Blur.zeroOrderHold");
        assertForbidden(grade(answers, "6.6", "public double[] gaussian3Gradient(double logSigma) { return GaussianBlur.of(1).slopes(logSigma); }"),
            "uses upsampling.op.GaussianBlur.of");
    }

    @Test
    void theResizesAndConvolutionsOfTheLibraryAreForbidden() throws Exception {
        assertForbidden(grade(answers, "6.3", """
            public Tensor resizeConv(Tensor x, Tensor weight, int scale, String mode) {
                return ResizeConv2d.of(Resize.nearest().withScale(scale), Conv2d.of(3).withPadding(1)).forward(x, weight);
            }"""), "MyAnswer.java:10 uses upsampling.op.Resize.nearest");
        assertForbidden(grade(answers, "6.3", """
            public Tensor resizeConv(Tensor x, Tensor weight, int scale, String mode) {
                double[][] rows = Taps.linear(Grid.ofSize(x.shape().h(), scale * x.shape().h())).matrix();
                return x;
            }"""), "uses upsampling.tensor.Grid.ofSize");
        assertForbidden(grade(answers, "6.3", """
            public Tensor resizeConv(Tensor x, Tensor weight, int scale, String mode) {
                x.backend().convolve(x, weight, null, x);
                return x;
            }"""), "uses upsampling.backend.Backend.convolve");
    }

    @Test
    void theMeasuresOfTheLibraryAreForbidden() throws Exception {
        assertForbidden(grade(answers, "6.4", """
            public ValueAndGradient balancePenalty(double[][] kernel, int stride) {
                return new ValueAndGradient(upsampling.metric.Balance.of(kernel, stride).penalty(), kernel);
            }"""), "uses upsampling.metric.Balance.of");
        assertForbidden(grade(answers, "6.4", """
            public ValueAndGradient balancePenalty(double[][] kernel, int stride) {
                return new ValueAndGradient(upsampling.metric.PhaseSums.of(kernel, stride).variance(), kernel);
            }"""), "uses upsampling.metric.PhaseSums.of");
        assertForbidden(grade(answers, "6.5", """
            public double[][] projectBalanced(double[][] kernel, int stride) {
                return upsampling.metric.Balance.projected(kernel, stride);
            }"""), "uses upsampling.metric.Balance.projected");
    }

    @Test
    void planesAndPlacesOfATensorMayBeAskedFor() throws Exception {
        TaskResult unfinished = grade(answers, "6.3", """
            public Tensor resizeConv(Tensor x, Tensor weight, int scale, String mode) {
                Shape out = x.shape().withSize(scale * x.shape().h(), scale * x.shape().w());
                float[] y = new float[out.size()];
                y[out.index(0, 0, 0, 0)] = (float) x.plane(0, 0)[0][0];
                return Tensor.of(out, y);
            }""");
        assertEquals(Verdict.WRONG, unfinished.verdict(), unfinished.message());
    }
}
