package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.backend.OffHeapBackend;
import upsampling.data.Noise;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

class TransposedFormsTest {
    private static Window window(RandomGenerator random) {
        return new Window(random.nextInt(1, 4), random.nextInt(1, 4), random.nextInt(5), random.nextInt(1, 4));
    }

    private static void assertEqualMatrices(String what, double[][] expected, double[][] actual) {
        assertEquals(expected.length, actual.length, what);
        for (int o = 0; o < expected.length; o++) assertArrayEquals(expected[o], actual[o], 1e-15, what + ", row " + o);
    }

    @Test
    void theThreeFormsAreOneMatrix() {
        RandomGenerator random = Noise.generator(1);
        int cropped = 0;
        int dilated = 0;
        int grouped = 0;
        for (int done = 0; done < 60;) {
            int groups = random.nextInt(1, 3);
            ConvTranspose2d operator = new ConvTranspose2d(new Geometry(window(random), window(random), groups), random.nextInt(3), random.nextInt(3));
            Shape x = Shape.of(1, groups * random.nextInt(1, 3), random.nextInt(1, 4), random.nextInt(1, 4));
            Shape weightShape = Shape.of(x.c(), random.nextInt(1, 3), operator.geometry().height().kernel(), operator.geometry().width().kernel());
            try {
                operator.outputShape(x, weightShape);
            } catch (IllegalArgumentException _) {
                continue; // another one
            }
            Tensor weight = Samples.normal(done++, weightShape);
            TransposedForms forms = TransposedForms.of(operator);
            String what = operator + " on " + x;
            double[][] scatter = forms.scatter(x, weight).matrix();
            assertEqualMatrices("insertion, " + what, scatter, forms.insertion().on(x, weight).matrix());
            assertEqualMatrices("transposed matrix, " + what, scatter, forms.matrix(x, weight).matrix());
            DoubleTensor expected = DoubleTensor.of(forms.scatter(x, weight).apply(Samples.normal(-done, x)));
            Close.assertNear(what, expected, DoubleTensor.of(forms.insertion().forward(Samples.normal(-done, x), weight)), 1e-5);
            Close.assertNear(what, expected, DoubleTensor.of(forms.matrix(x, weight).apply(Samples.normal(-done, x))), 1e-5);
            if (forms.padding().top() < 0) cropped++;
            if (operator.geometry().height().dilation() > 1) dilated++;
            if (groups > 1) grouped++;
        }
        assertTrue(cropped >= 5 && dilated >= 10 && grouped >= 10, "all kinds were met: " + cropped + ", " + dilated + ", " + grouped);
    }

    @Test
    void stepsOfTheSecondFormHaveTheSizesOfTheText() {
        TransposedForms forms = TransposedForms.of(ConvTranspose2d.of(4, 3).withStride(2, 3).withPadding(1, 4).withOutputPadding(0, 1));
        assertEquals(ZeroInsertion.of(2, 3), forms.zeroInsertion());
        assertEquals(Pad.of(2, 2, -2, -1), forms.padding());
        assertEquals(Conv2d.of(4, 3), forms.convolution());
    }

    @Test
    void theRotatedKernelReadsFromTheOtherCornerWithChannelsSwappedInEachGroup() {
        TransposedForms forms = TransposedForms.of(ConvTranspose2d.of(2).withGroups(2));
        float[] numbers = new float[4 * 3 * 4];
        for (int i = 0; i < numbers.length; i++) numbers[i] = i;
        Tensor weight = Tensor.of(Shape.of(4, 3, 2, 2), numbers);
        Tensor rotated = forms.rotated(weight);
        assertEquals(Shape.of(6, 2, 2, 2), rotated.shape());
        for (int group = 0; group < 2; group++) {
            for (int co = 0; co < 3; co++) {
                for (int ci = 0; ci < 2; ci++) {
                    assertEquals(weight.get(group * 2 + ci, co, 1, 0), rotated.get(group * 3 + co, ci, 0, 1));
                    assertEquals(weight.get(group * 2 + ci, co, 0, 0), rotated.get(group * 3 + co, ci, 1, 1));
                }
            }
        }
        assertArrayEquals(numbers, forms.rotated(rotated).toArray(), "twice is not at all");
        assertEquals("TransposedForms: weight [3, 1, 2, 2] as [Cin, Cout/groups, kH, kW] has 3 channels on its first axis, which groups=2 does not divide",
                assertThrows(IllegalArgumentException.class, () -> forms.rotated(Tensor.zeros(3, 1, 2, 2))).getMessage());
    }

    @Test
    void theMatrixFormHasAnAdjointAndLeavesNothingOpen() {
        Shape x = Shape.of(2, 2, 2, 3);
        Tensor weight = Samples.normal(1, Shape.of(2, 1, 3, 2));
        MatrixOperator matrix = TransposedForms.of(ConvTranspose2d.of(3, 2).withStride(2)).matrix(x, weight);
        Gradients.assertAdjoint("matrix", matrix, 2);
        OffHeapBackend backend = new OffHeapBackend();
        try (Tensor there = Samples.normal(3, x).to(backend); Tensor y = matrix.apply(there); Tensor back = matrix.adjoint(y)) {
            assertEquals(x, back.shape());
            assertEquals(3, backend.open());
            Close.assertNear("off-heap", DoubleTensor.of(matrix.apply(Samples.normal(3, x))), DoubleTensor.of(y), 1e-6);
        }
        assertEquals(0, backend.open());
    }

    @Test
    void aMatrixOfAnotherShapeIsRejected() {
        assertEquals("MatrixOperator: number of rows for the output [1, 1, 1, 2] must be 2, but was 1", assertThrows(IllegalArgumentException.class,
                () -> new MatrixOperator(Shape.plane(1, 3), Shape.plane(1, 2), new double[1][3])).getMessage());
        assertEquals("MatrixOperator: length of row 1 for the input [1, 1, 1, 3] must be 3, but was 2", assertThrows(IllegalArgumentException.class,
                () -> new MatrixOperator(Shape.plane(1, 3), Shape.plane(1, 2), new double[][] {{1, 2, 3}, {4, 5}})).getMessage());
        MatrixOperator map = new MatrixOperator(Shape.plane(1, 3), Shape.plane(1, 2), new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertArrayEquals(new float[] {14, 32}, map.apply(Tensor.of(Shape.plane(1, 3), 1, 2, 3)).toArray());
        assertArrayEquals(new float[] {9, 12, 15}, map.adjoint(Tensor.of(Shape.plane(1, 2), 1, 2)).toArray());
        assertEquals("MatrixOperator.apply: shape of x must be [1, 1, 1, 3], but was [1, 1, 1, 2]",
                assertThrows(IllegalArgumentException.class, () -> map.apply(Tensor.zeros(1, 1, 1, 2))).getMessage());
        assertEquals("MatrixOperator.adjoint: shape of y must be [1, 1, 1, 2], but was [1, 1, 1, 3]",
                assertThrows(IllegalArgumentException.class, () -> map.adjoint(Tensor.zeros(1, 1, 1, 3))).getMessage());
    }
}
