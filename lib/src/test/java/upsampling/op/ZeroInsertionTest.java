package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Golden numbers: `src/test/goldens/resize.py`, PyTorch 2.15 (a transposed convolution with the kernel 1).
class ZeroInsertionTest {
    private static final Shape ASYMMETRIC = Shape.of(2, 3, 3, 4);

    static List<Golden> goldens() {
        return Golden.of("resize.txt", "ZeroInsertion");
    }

    private static ZeroInsertion insertionOf(Golden golden) {
        Shape out = golden.tensor("y").shape();
        return ZeroInsertion.of(golden.ints("stride")[0], golden.ints("stride")[1]).withOutputSize(out.h(), out.w());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardAndBackwardArePyTorchs(Golden golden) {
        ZeroInsertion insertion = insertionOf(golden);
        DoubleTensor x = golden.tensor("x");
        DoubleTensor g = golden.tensor("gradOutput");
        Close.assertSame(golden.toString(), golden.tensor("y"), insertion.reference().forward(x));
        Close.assertSame(golden.toString(), golden.tensor("y"), DoubleTensor.of(insertion.forward(x.toFloat())));
        Close.assertSame(golden.toString(), golden.tensor("gradInput"), insertion.reference().backward(g, x.shape()));
        Close.assertSame(golden.toString(), golden.tensor("gradInput"), DoubleTensor.of(insertion.backward(g.toFloat(), x.shape())));
    }

    /// Counts cells and gaps; every larger size that still gives back as many cells is allowed, the next one is not.
    @Test
    void outputShapeCountsCellsAndGaps() {
        for (int in = 1; in <= 9; in++) {
            for (int stride = 1; stride <= 5; stride++) {
                int cells = 0;
                for (int i = 0; i < in; i++) cells += i == 0 ? 1 : stride;
                assertEquals(Shape.plane(cells, in), ZeroInsertion.of(stride, 1).outputShape(Shape.plane(in, in)));
                for (int out = 1; out <= 50; out++) {
                    int subsampled = (out + stride - 1) / stride;
                    Shape plane = Shape.plane(in, 1);
                    ZeroInsertion wanted = ZeroInsertion.of(stride, 1).withOutputSize(out, 1);
                    if (subsampled == in) assertEquals(Shape.plane(out, 1), wanted.outputShape(plane));
                    else assertThrows(IllegalArgumentException.class, () -> wanted.outputShape(plane));
                }
            }
        }
    }

    @Test
    void scalarBackendEqualsReference() {
        for (int stride = 1; stride <= 4; stride++) {
            ZeroInsertion insertion = ZeroInsertion.of(stride, 5 - stride).withOutputSize(3 * stride, 4 * (5 - stride));
            Tensor x = Samples.normal(stride, ASYMMETRIC);
            Close.assertSame(insertion.toString(), insertion.reference().forward(DoubleTensor.of(x)), DoubleTensor.of(insertion.forward(x)));
            Tensor g = Samples.normal(-stride, insertion.outputShape(ASYMMETRIC));
            Close.assertSame(insertion.toString(), insertion.reference().backward(DoubleTensor.of(g), ASYMMETRIC),
                    DoubleTensor.of(insertion.backward(g, ASYMMETRIC)));
        }
    }

    @Test
    void backwardIsTheAdjointAndUndoesIt() {
        LinearOperator insertion = ZeroInsertion.of(3, 2).on(ASYMMETRIC);
        Gradients.assertAdjoint("ZeroInsertion", insertion, 1);
        Tensor x = Samples.normal(2, ASYMMETRIC);
        assertArrayEquals(x.toArray(), insertion.adjoint(insertion.apply(x)).toArray(), "subsampling finds every cell again");
    }

    @Test
    void gradientMatchesCentralDifferences() {
        ZeroInsertion insertion = ZeroInsertion.of(2, 3);
        DoubleTensor x = DoubleTensor.of(Samples.normal(3, ASYMMETRIC));
        DoubleTensor g = DoubleTensor.of(Samples.normal(4, insertion.outputShape(ASYMMETRIC)));
        Gradients.assertCentralDifferences("ZeroInsertion", insertion.reference()::forward, x, g, insertion.reference().backward(g, ASYMMETRIC));
    }

    @Test
    void matrixHasOneOnePerInput() {
        assertArrayEquals(new double[][] {{1, 0}, {0, 0}, {0, 0}, {0, 1}, {0, 0}},
                ZeroInsertion.of(1, 3).withOutputSize(1, 5).on(Shape.plane(1, 2)).matrix());
    }

    @Test
    void specialValuesKeepTheirPlace() {
        Tensor x = Tensor.of(Shape.plane(1, 3), Float.NaN, -0.0f, Float.NEGATIVE_INFINITY);
        assertArrayEquals(new float[] {Float.NaN, 0, 0, 0, Float.NEGATIVE_INFINITY}, ZeroInsertion.of(2).forward(x).toArray());
        assertArrayEquals(new float[] {-3}, ZeroInsertion.of(7).forward(Tensor.full(Shape.plane(1, 1), -3)).toArray());
        assertEquals(0, ZeroInsertion.of(1, 1021).forward(Tensor.full(Shape.plane(1, 1000), 5)).get(0, 1020));
        assertEquals(5, ZeroInsertion.of(1, 1021).forward(Tensor.full(Shape.plane(1, 1000), 5)).get(0, 999 * 1021));
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsStridesAndSizesThatCannotBe() {
        assertEquals("ZeroInsertion: strideHeight must be >= 1, but was 0", rejection(() -> ZeroInsertion.of(0)));
        assertEquals("ZeroInsertion: strideWidth must be >= 1, but was -1", rejection(() -> ZeroInsertion.of(1, -1)));
        assertEquals("ZeroInsertion: height must be >= 1, but was 0", rejection(() -> ZeroInsertion.of(2).withOutputSize(0, 1)));
        assertEquals("ZeroInsertion: width must be in 5..6 = 2*(3-1)+1 .. 2*3 (stride=2, in=3), but was 7",
                rejection(() -> ZeroInsertion.of(2).withOutputSize(5, 7).outputShape(Shape.plane(3, 3))));
        assertEquals("ZeroInsertion.backward: shape of gradOutput must be [1, 1, 3, 5], but was [1, 1, 5, 3]",
                rejection(() -> ZeroInsertion.of(2).backward(Tensor.zeros(1, 1, 5, 3), Shape.plane(2, 3))));
        assertEquals("ZeroInsertion.apply: shape of x must be [1, 1, 2, 3], but was [1, 1, 3, 2]",
                rejection(() -> ZeroInsertion.of(2).on(Shape.plane(2, 3)).apply(Tensor.zeros(1, 1, 3, 2))));
    }
}
