package upsampling.solutions;

import static upsampling.solutions.OneAnswer.assertForbidden;
import static upsampling.solutions.OneAnswer.grade;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an answer of lesson 3 must not call: the convolution of the library in each of its forms.
class ConvolutionMatrixForbiddenTest {
    @TempDir
    Path answers;

    @Test
    void theConvolutionOfTheLibraryIsForbiddenInEveryForm() throws Exception {
        assertForbidden(grade(answers, "3.3", """
            public Tensor conv2d(Tensor x, Tensor weight, float[] bias, Window window, int groups) {
                return Conv2d.of(window.kernel()).withStride(window.stride()).forward(x, weight);
            }"""), "MyAnswer.java:10 uses upsampling.op.Conv2d.of: task 3.3 asks you to write this yourself; of the library it may use "
                + "upsampling.tensor.Tensor and upsampling.tensor.Shape and upsampling.tensor.Window and upsampling.show");
        assertForbidden(grade(answers, "3.4", """
            public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
                return Conv2d.of(window.kernel()).on(Shape.plane(height, width), Tensor.image(kernel)).matrix();
            }"""), "uses upsampling.op.Conv2d.of");
        assertForbidden(grade(answers, "3.4", """
            public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
                return Taps.linear(Grid.ofSize(height, width)).matrix();
            }"""), "uses upsampling.tensor.Grid.ofSize");
        assertForbidden(grade(answers, "3.5", """
            public Tensor scatterTranspose(Tensor x, Tensor weight, int stride) {
                return ConvTranspose2d.of(weight.shape().h()).withStride(stride).forward(x, weight);
            }"""), "uses upsampling.op.ConvTranspose2d.of");
        assertForbidden(grade(answers, "3.6", """
            public Tensor col2im(Tensor columns, int height, int width, Window window) {
                return Fold.of(Unfold.of(window), height, width).forward(columns);
            }"""), "uses upsampling.op.Unfold.of");
    }

    @Test
    void theConvolutionsOfABackendAreForbidden() throws Exception {
        assertForbidden(grade(answers, "3.3", """
            public Tensor conv2d(Tensor x, Tensor weight, float[] bias, Window window, int groups) {
                x.backend().convolve(x, weight, null, x);
                return x;
            }"""), "uses upsampling.backend.Backend.convolve");
    }
}
