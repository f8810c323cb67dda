package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static upsampling.solutions.OneAnswer.assertForbidden;
import static upsampling.solutions.OneAnswer.grade;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.Verdict;
import upsampling.grader.result.TaskResult;

/// What an answer of lesson 7 must not call: the shuffle of the library in both directions, its ICNR, its PSV, and the rotated kernel.
class SubPixelsForbiddenTest {
    @TempDir
    Path answers;

    @Test
    void theShuffleOfTheLibraryIsForbiddenInBothDirections() throws Exception {
        assertForbidden(grade(answers, "7.1", "public Tensor pixelShuffle(Tensor x, int r) { return PixelShuffle.of(r).forward(x); }"),
            "MyAnswer.java:9 uses upsampling.op.PixelShuffle.of: task 7.1 asks you to write this yourself; of the library it may use "
                + "upsampling.tensor.Tensor and upsampling.tensor.Shape and upsampling.show");
        assertForbidden(grade(answers, "7.2", "public Tensor pixelUnshuffle(Tensor x, int r) { return PixelShuffle.of(r).backward(x, x.shape()); }"),
            "uses upsampling.op.PixelShuffle.of");
        assertForbidden(grade(answers, "7.3", """
            public Tensor depthToSpace(Tensor x, int r, String order) {
                return new PixelShuffle(r, ChannelOrder.valueOf(order)).forward(x);
            }"""), "uses upsampling.op.ChannelOrder.valueOf");
    }

    @Test
    void theReferenceOfTheShuffleIsForbiddenToo() throws Exception {
        assertForbidden(grade(answers, "7.1", """
            public Tensor pixelShuffle(Tensor x, int r) {
                var shuffle = PixelShuffle.of(r).reference();
                return Tensor.of(shuffle.outputShape(x.shape()), x.toArray());
            }"""), "uses upsampling.op.PixelShuffle.of");
    }

    @Test
    void theCopiesOfABackendAreForbidden() throws Exception {
        assertForbidden(grade(answers, "7.1", "public Tensor pixelShuffle(Tensor x, int r) { x.backend().copy(null, null, null); return x; }"),
            "uses upsampling.backend.Backend.copy");
    }

    @Test
    void theInitialisationAndTheMetricsOfTheLibraryAreForbidden() throws Exception {
        assertForbidden(grade(answers, "7.4", "public Tensor icnr(Tensor filters, int r) { return upsampling.init.Icnr.forPixelShuffle(filters, r); }"),
            "uses upsampling.init.Icnr.forPixelShuffle");
        assertForbidden(grade(answers, "7.5", """
            public double[] biasPattern(double[] bias, int r) {
                return upsampling.metric.Psv.of(new double[][] {bias}, r).means()[0];
            }"""), "uses upsampling.metric.Psv.of");
    }

    @Test
    void theRotatedKernelOfTheLibraryIsForbidden() throws Exception {
        assertForbidden(grade(answers, "7.6", """
            public Tensor subpixelFromTransposed(Tensor weight, int r) {
                return TransposedForms.of(ConvTranspose2d.of(r)).rotated(weight);
            }"""), "uses upsampling.op.ConvTranspose2d.of");
    }

    @Test
    void anAnswerMayCallItsOwnMethodsForOtherTasks() throws Exception {
        TaskResult result = grade(answers, "7.2", """
            public Tensor pixelShuffle(Tensor x, int r) { return x; }
            public Tensor pixelUnshuffle(Tensor x, int r) { return pixelShuffle(x, r); }""");
        assertEquals(Verdict.WRONG, result.verdict(), result.message());
    }
}
