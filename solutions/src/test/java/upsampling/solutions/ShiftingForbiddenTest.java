package upsampling.solutions;

import static upsampling.solutions.OneAnswer.assertForbidden;
import static upsampling.solutions.OneAnswer.grade;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an answer of lesson 9 must not call: the shifts of the library in all three places, its blur and soft-argmax, and the measures of
/// `upsampling.metric`.
class ShiftingForbiddenTest {
    @TempDir
    Path answers;

    @Test
    void theShiftsOfTheLibraryAreForbidden() throws Exception {
        assertForbidden(grade(answers, "9.1", """
            public double[][] roll(double[][] image, int dy, int dx) {
                return FourierShift.of(dy, dx).forward(Tensor.image(image)).plane(0, 0);
            }"""), "MyAnswer.java:10 uses upsampling.op.FourierShift.of: task 9.1 asks you to write this yourself; of the library it may use upsampling.show");
        assertForbidden(grade(answers, "9.4", """
            public double[] shiftFourier(double[] signal, double delta) {
                return upsampling.data.Fourier.shift(signal, delta);
            }"""), "uses upsampling.data.Fourier.shift");
        assertForbidden(grade(answers, "9.4", """
            public double[] shiftFourier(double[] signal, double delta) {
                upsampling.data.Fourier.forward(signal, new double[signal.length]);
                return signal;
            }"""), "uses upsampling.data.Fourier.forward");
    }

    @Test
    void theOperatorsForPicturesAreForbidden() throws Exception {
        assertForbidden(grade(answers, "9.2", """
            public double[] softArgmax2d(double[][] heat, double beta) {
                return SoftArgmax.of(beta).reference().forward(DoubleTensor.of(Tensor.image(heat))).data();
            }"""), "uses upsampling.op.SoftArgmax.of");
        assertForbidden(grade(answers, "9.3", """
            public double[][] blurPool(double[][] image, double[] taps, int stride) {
                return BlurPool.of(stride, taps.length).forward(Tensor.image(image)).plane(0, 0);
            }"""), "uses upsampling.op.BlurPool.of");
        assertForbidden(grade(answers, "9.3", """
            public double[][] blurPool(double[][] image, double[] taps, int stride) {
                return Taps.filter(image.length, image.length, stride, 1, Border.REFLECT, taps).matrix();
            }"""), "uses upsampling.tensor.");
    }

    @Test
    void theMeasuresOfTheLibraryAreForbidden() throws Exception {
        assertForbidden(grade(answers, "9.5", """
            public double equivarianceError(double[] kernel, double[] signal, double delta, int stride) {
                var upsampler = upsampling.metric.Equivariance.periodic(kernel, stride);
                return upsampling.metric.Equivariance.error(upsampler, signal, delta, stride);
            }"""), "uses upsampling.metric.Equivariance.periodic");
        assertForbidden(grade(answers, "9.6", """
            public double imageEnergy(double[] kernel, double[] signal, int stride) {
                return upsampling.metric.Equivariance.imageEnergy(kernel, signal, stride);
            }"""), "uses upsampling.metric.Equivariance.imageEnergy");
    }
}
