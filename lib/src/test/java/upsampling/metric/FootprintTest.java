package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import upsampling.op.LinearOperator;
import upsampling.op.Resize;
import upsampling.op.ZeroInsertion;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// Numbers of the curriculum: caveats K5 and K7, recall question 5 of lesson 2.
class FootprintTest {
    private static final Shape ROW = Shape.plane(1, 8);

    @Test
    void paintedIsAColumnAndReadIsARowOfTheMatrix() {
        LinearOperator a = Resize.bicubic().toSize(5, 3).on(Shape.of(1, 2, 4, 6));
        double[][] matrix = a.matrix();
        double[] painted = Footprint.painted(a, 2, 3).weights().data();
        double[] read = Footprint.read(a, 1, 2).weights().data();
        for (int o = 0; o < painted.length; o++) assertEquals(matrix[o][2 * 6 + 3], painted[o]);
        assertArrayEquals(matrix[1 * 3 + 2], read);
    }

    @Test
    void stampOfBilinearIsOneThreeThreeOne() {
        Footprint stamp = Footprint.painted(Resize.bilinear().toSize(1, 16).on(ROW), 0, 4);
        assertArrayEquals(new double[][] {{.25, .75, .75, .25}}, stamp.kernel());
        assertEquals(2, stamp.sum());
        assertEquals(8.5, stamp.centreW(), "input 4 lies between the outputs 8 and 9");
        assertEquals(0, stamp.centreH());
    }

    @Test
    void outputsOfAnInterpolationReadWeightsThatSumToOne() {
        Footprint footprint = Footprint.read(Resize.bicubic().withScale(2).on(Shape.plane(6, 8)), 5, 8);
        assertEquals(1, footprint.sum(), 1e-15);
        assertEquals(4, footprint.kernel().length);
        assertEquals(4, footprint.kernel()[0].length);
    }

    @Test
    void centreOfMassOnAPictureThatIsNotSquare() {
        Footprint stamp = Footprint.painted(Resize.bilinear().toSize(6, 20).on(Shape.plane(3, 5)), 1, 3);
        assertEquals(2.5, stamp.centreH(), 1e-15, "row 1 lies between the outputs 2 and 3");
        assertEquals(13.5, stamp.centreW(), 1e-15, "column 3 covers the outputs 12 to 15");
    }

    /// k3 s2 p1 puts the stamp of input 2 around output 4.0; half-pixel alignment would be 4.5, as k4 s2 p1 does.
    @Test
    void anOddKernelIsHalfAPixelOff() {
        assertEquals(4.0, Footprint.painted(Painting.row(5, Window.of(3).withStride(2).withPadding(1), 1, 1, 1), 0, 2).centreW());
        assertEquals(4.5, Footprint.painted(Painting.row(5, Window.of(4).withStride(2).withPadding(1), 1, 1, 1, 1), 0, 2).centreW());
    }

    @Test
    void rejectsPlacesOutsideAndEmptyKernels() {
        LinearOperator gaps = ZeroInsertion.of(1, 2).on(ROW);
        assertEquals("Footprint.painted: w must be in 0..7, but was 8",
                assertThrows(IllegalArgumentException.class, () -> Footprint.painted(gaps, 0, 8)).getMessage());
        assertEquals("Footprint.read: h must be in 0..0, but was 1",
                assertThrows(IllegalArgumentException.class, () -> Footprint.read(gaps, 1, 0)).getMessage());
        assertEquals("Footprint.kernel: all weights of the first plane are 0; choose a cell that is used",
                assertThrows(IllegalArgumentException.class, () -> Footprint.read(gaps, 0, 1).kernel()).getMessage());
        assertEquals(Double.NaN, Footprint.read(gaps, 0, 1).centreW());
    }
}
