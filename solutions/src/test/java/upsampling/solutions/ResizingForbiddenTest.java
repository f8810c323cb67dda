package upsampling.solutions;

import static upsampling.solutions.OneAnswer.assertForbidden;
import static upsampling.solutions.OneAnswer.grade;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an answer of lesson 2 must not call: the curves, grids and taps of the library, and its interpolation in both directions.
class ResizingForbiddenTest {
    @TempDir
    Path answers;

    @Test
    void theTapsOfTheLibraryAreTheMatrixThatTask24AsksFor() throws Exception {
        assertForbidden(grade(answers, "2.4", """
            public double[][] linearMatrix(int inSize, int outSize, String alignment) {
                return Taps.linear(Grid.ofSize(inSize, outSize)).matrix();
            }"""), "MyAnswer.java:10 uses upsampling.tensor.Grid.ofSize: task 2.4 asks you to write this yourself; of the library it may use "
                + "upsampling.tensor.Tensor and upsampling.tensor.Shape and upsampling.show");
    }

    @Test
    void theCurvesAndGridsOfTheLibraryAreForbiddenInInterpolation() throws Exception {
        assertForbidden(grade(answers, "2.3", "public double[] cubicWeights(double t, double a) { return new double[] {Kernels.cubic(1 + t, a)}; }"),
            "uses upsampling.tensor.Kernels.cubic");
        assertForbidden(grade(answers, "2.1", "public int nearestIndex(int out, int in, int size, boolean exact) { return new Grid(in, size, null, 0).nearest(out); }"),
            "uses new upsampling.tensor.Grid");
        assertForbidden(grade(answers, "2.2", "public double bilinearPoint(Corners q, Box box, double x, double y) { return Kernels.triangle(x); }"),
            "uses upsampling.tensor.Kernels.triangle");
    }

    @Test
    void theResizeOfTheLibraryIsForbiddenInBothDirections() throws Exception {
        assertForbidden(grade(answers, "2.5", """
            public Tensor resizeBilinear(Tensor x, int height, int width, String alignment) {
                return Resize.bilinear().toSize(height, width).forward(x);
            }"""), "MyAnswer.java:10 uses upsampling.op.Resize.bilinear");
        assertForbidden(grade(answers, "2.6", """
            public Tensor resizeBilinearBackward(Tensor gradOutput, int height, int width, String alignment) {
                return Resize.bilinear().toSize(gradOutput.shape().h(), gradOutput.shape().w()).backward(gradOutput, Shape.plane(height, width));
            }"""), "uses upsampling.op.Resize.bilinear");
    }

    @Test
    void theTapsOfABackendAreForbidden() throws Exception {
        assertForbidden(grade(answers, "2.5", "public Tensor resizeBilinear(Tensor x, int height, int width, String a) { x.backend().applyTaps(x, null, null, x); return x; }"),
            "uses upsampling.backend.Backend.applyTaps");
    }
}
