package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import upsampling.op.AvgPool2d;
import upsampling.op.LinearOperator;
import upsampling.op.Resize;
import upsampling.op.ZeroInsertion;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// Numbers of the curriculum: caveat K15, section 6.10, section 4.4 (column sums of 3 -> 5).
class ConservationTest {
    private static final Shape IN = Shape.of(1, 2, 6, 5);
    private static final LinearOperator POOL = AvgPool2d.of(2).on(Shape.of(1, 2, 12, 10));

    @Test
    void interpolationsKeepConstantsAndZeroInsertionDoesNot() {
        assertEquals(0, Conservation.constantError(Resize.bicubic().withScale(2).on(IN)), 1e-15);
        assertEquals(1, Conservation.constantError(ZeroInsertion.of(2).on(IN)));
    }

    @Test
    void totalsAreTheColumnSums() {
        assertArrayEquals(new double[] {1.6, 1.8, 1.6}, Conservation.totals(Resize.bilinear().toSize(1, 5).on(Shape.plane(1, 3))).data(), 1e-15);
        LinearOperator a = Resize.bicubic().toSize(4, 9).on(IN);
        double[] sums = new double[IN.size()];
        for (double[] row : a.matrix()) {
            for (int i = 0; i < row.length; i++) sums[i] += row[i];
        }
        assertArrayEquals(sums, Conservation.totals(a).data(), 1e-14);
    }

    @Test
    void zeroInsertionKeepsAMassAndNearestAMean() {
        assertEquals(0, Conservation.totalError(ZeroInsertion.of(3).on(IN), 1));
        assertEquals(0, Conservation.totalError(Resize.nearest().withScale(2).on(IN), 4));
        assertEquals(3, Conservation.totalError(Resize.nearest().withScale(2).on(IN), 1));
        assertEquals(0.2, Conservation.totalError(Resize.bilinear().toSize(1, 5).on(Shape.plane(1, 3)), 1.6), 1e-15);
    }

    /// Box average of the stamp: nearest (0, 1, 0), bilinear (.125, .75, .125), bicubic (-.0176, .0781, .8789, .0781, -.0176).
    @Test
    void onlyNearestKeepsTheMeanOfEveryCell() {
        assertEquals(0, Conservation.localError(Resize.nearest().withScale(2).on(IN), POOL));
        LinearOperator row = AvgPool2d.of(1, 2).on(Shape.plane(1, 20));
        LinearOperator bilinear = Resize.bilinear().toSize(1, 20).on(Shape.plane(1, 10));
        LinearOperator bicubic = Resize.bicubic().toSize(1, 20).on(Shape.plane(1, 10));
        assertArrayEquals(new double[] {0, .125, .75, .125, 0}, middle(bilinear.then(row)), 1e-15);
        assertArrayEquals(new double[] {-.0176, .0781, .8789, .0781, -.0176}, middle(bicubic.then(row)), 5e-5);
        assertEquals(.25, Conservation.localError(bilinear, row), 1e-15);
        assertTrue(Conservation.localError(bicubic, row) > .12);
    }

    private static double[] middle(LinearOperator pooled) {
        DoubleTensor read = Footprint.read(pooled, 0, 5).weights();
        return Arrays.copyOfRange(read.data(), 3, 8);
    }

    /// Kernel (1, 3, 3, 1)/8 on 1 .. 6: padding crops 1/8 of the first and of the last cell. Two gains multiply.
    @Test
    void croppingIsALeak() {
        double[] kernel = {.125, .375, .375, .125};
        Window window = Window.of(4).withStride(2);
        DoubleTensor x = DoubleTensor.of(Shape.plane(1, 6), 1, 2, 3, 4, 5, 6);
        assertEquals(21, Arrays.stream(Painting.row(6, window, kernel).reference().apply(x).data()).sum(), 1e-14);
        LinearOperator cropped = Painting.row(6, window.withPadding(1), kernel);
        assertEquals(20.125, Arrays.stream(cropped.reference().apply(x).data()).sum(), 1e-14);
        assertEquals(.125, Conservation.totalError(cropped, 1), 1e-15);
        Window pair = Window.of(2).withStride(2);
        LinearOperator gain = Painting.row(6, pair, .55, .55);
        assertEquals(0, Conservation.totalError(gain.then(Painting.row(gain.outputShape().w(), pair, .55, .55)), 1.21), 1e-15);
    }

    /// Task 14.5 of the curriculum.
    @Test
    void blockMeansAreComparedCellByCell() {
        assertEquals(1, Conservation.blockMeanError(new double[][] {{1, 3, 0, 0}, {1, 3, 0, 0}}, new double[][] {{1, 1}}, 2));
        assertEquals(1, Conservation.blockMeanError(new double[][] {{1, 3}, {1, 3}}, new double[][] {{1}}, 2));
        assertEquals(0, Conservation.blockMeanError(new double[][] {{1, 1}, {1, 1}}, new double[][] {{1}}, 2));
        assertEquals("Conservation.blockMeanError: height of fine must be 4, but was 2", assertThrows(IllegalArgumentException.class,
                () -> Conservation.blockMeanError(new double[2][2], new double[2][1], 2)).getMessage());
        assertEquals("Conservation.blockMeanError: length of row 1 of fine must be 4, but was 3", assertThrows(IllegalArgumentException.class,
                () -> Conservation.blockMeanError(new double[][] {{1, 1, 1, 1}, {1, 1, 1}}, new double[1][2], 2)).getMessage());
        assertEquals("Conservation.blockMeanError: stride must be >= 1, but was 0", assertThrows(IllegalArgumentException.class,
                () -> Conservation.blockMeanError(new double[2][2], new double[1][1], 0)).getMessage());
    }

    @Test
    void rejectsAPoolThatDoesNotReturn() {
        LinearOperator up = Resize.nearest().withScale(2).on(IN);
        assertEquals("Conservation.localError: shape of the result of pool must be [1, 2, 6, 5], but was [1, 2, 12, 10]",
                assertThrows(IllegalArgumentException.class,
                        () -> Conservation.localError(up, Resize.nearest().toSize(12, 10).on(up.outputShape()))).getMessage());
        assertEquals("Conservation.totalError: gain must be finite, but was NaN",
                assertThrows(IllegalArgumentException.class, () -> Conservation.totalError(up, Double.NaN)).getMessage());
    }
}
