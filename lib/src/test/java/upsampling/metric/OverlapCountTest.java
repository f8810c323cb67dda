package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import upsampling.op.AvgPool2d;
import upsampling.op.LinearOperator;
import upsampling.op.Resize;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// Numbers of the curriculum: section 6.4, rows S1.09 to S1.11 and S3.19, tasks 5.1 and 5.6.
class OverlapCountTest {

    private static double[] counts(int in, Window window) {
        return OverlapCount.perOutput(Painting.row(in, window, Painting.ones(window.kernel()))).data();
    }

    @Test
    void transposedConvolutionsHaveTheCountsOfTheCurriculum() {
        Window k3s2 = Window.of(3).withStride(2);
        assertArrayEquals(new double[] {1, 1, 2, 1, 2, 1, 2, 1, 2, 1, 1}, counts(5, k3s2));
        assertArrayEquals(new double[] {1, 2, 2, 2, 2, 2, 2, 2, 2, 1}, counts(5, Window.of(4).withStride(2).withPadding(1)));
        assertArrayEquals(new double[] {1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1}, counts(4, Window.of(2).withStride(3)));
        assertArrayEquals(new double[] {1, 0, 2, 0, 3, 0, 3, 0, 2, 0, 1}, counts(4, k3s2.withDilation(2)));
    }

    /// The closed form of section 6.4, over a grid of windows.
    @Test
    void countsAreTheClosedForm() {
        for (int n = 1; n <= 6; n++) {
            for (int k = 1; k <= 6; k++) {
                for (int s = 1; s <= 4; s++) {
                    double[] counted = counts(n, Window.of(k).withStride(s));
                    for (int o = 0; o < counted.length; o++) {
                        int last = Math.min(n - 1, o / s);
                        int first = Math.max(0, Math.ceilDiv(o - k + 1, s));
                        assertEquals(Math.max(0, last - first + 1), counted[o], "n=" + n + " k=" + k + " s=" + s + " o=" + o);
                    }
                }
            }
        }
    }

    @Test
    void threeByThreeWithStrideTwoIsFourTwoTwoOne() {
        double[][] counts = OverlapCount.perOutput(Painting.plane(5, Window.of(3).withStride(2), 1, 1, 1)).plane(0, 0);
        assertArrayEquals(new double[][] {{4, 2}, {2, 1}}, new double[][] {{counts[4][4], counts[4][5]}, {counts[5][4], counts[5][5]}});
    }

    @Test
    void interpolationsLookAtOneFourAndSixteenCells() {
        Shape in = Shape.of(1, 2, 8, 9);
        assertEquals(1, middle(Resize.nearest().withScale(2).on(in)));
        assertEquals(4, middle(Resize.bilinear().withScale(2).on(in)));
        assertEquals(16, middle(Resize.bicubic().withScale(2).on(in)));
    }

    private static double middle(LinearOperator a) {
        return OverlapCount.perOutput(a).get(0, 1, a.outputShape().h() / 2, a.outputShape().w() / 2);
    }

    /// How many outputs of a strided window read each input: tasks 5.6.
    @Test
    void inputsOfAStridedWindowAreReadUnevenly() {
        assertArrayEquals(new double[] {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 1}, read(12, new Window(3, 2, 1, 1)));
        assertArrayEquals(new double[] {1, 1, 0, 1, 1, 0, 1, 1, 0}, read(9, new Window(2, 3, 0, 1)));
    }

    private static double[] read(int in, Window window) {
        return OverlapCount.perInput(AvgPool2d.of(Window.of(1), window).on(Shape.plane(1, in))).data();
    }

    @Test
    void bothCountsHaveTheSameTotal() {
        LinearOperator a = Resize.bicubic().toSize(5, 3).on(Shape.of(2, 3, 4, 6));
        assertEquals(sum(OverlapCount.perOutput(a).data()), sum(OverlapCount.perInput(a).data()));
        assertEquals(a.outputShape(), OverlapCount.perOutput(a).shape());
        assertEquals(a.inputShape(), OverlapCount.perInput(a).shape());
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum;
    }
}
