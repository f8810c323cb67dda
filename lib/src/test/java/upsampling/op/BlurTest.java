package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.tensor.Border;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class BlurTest extends FixedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("fixed.txt", "Blur");
    }

    @Override
    FixedOperator operatorOf(Golden golden) {
        return new Blur(golden.doubles("kernel"), golden.ints("origin")[0], golden.ints("stride")[0], Border.valueOf(golden.text("border")));
    }

    @Override
    Case randomCase(RandomGenerator random) {
        double[] kernel = random.doubles(random.nextInt(1, 6), -1, 1).toArray();
        return new Case(new Blur(kernel, random.nextInt(kernel.length), random.nextInt(1, 4), Border.values()[random.nextInt(4)]), randomShape(random));
    }

    @Test
    void outputShapeCountsTheCellsThatAreKept() {
        for (int stride = 1; stride <= 4; stride++) {
            for (int in = 1; in <= 9; in++) {
                int kept = 0;
                for (int cell = 0; cell < in; cell += stride) kept++;
                assertEquals(Shape.of(2, 3, kept, (4 + stride) / stride), Blur.binomial(2).withStride(stride).outputShape(Shape.of(2, 3, in, 5)));
            }
        }
    }

    @Test
    void binomialKernelsAreThoseOfTheTriangle() {
        assertArrayEquals(new double[] {1}, Blur.binomial(1).kernel());
        assertArrayEquals(new double[] {.5, .5}, Blur.binomial(2).kernel());
        assertArrayEquals(new double[] {.25, .5, .25}, Blur.binomial(3).kernel());
        assertArrayEquals(new double[] {.125, .375, .375, .125}, Blur.binomial(4).kernel());
        assertArrayEquals(new double[] {.0625, .25, .375, .25, .0625}, Blur.binomial(5).kernel());
        assertEquals(1, Blur.binomial(4).origin());
        assertEquals("Blur [0.5, 0.5] origin 0 s2 REFLECT", BlurPool.of(2, 2).toString());
        assertArrayEquals(new double[] {.125, .375, .375, .125}, BlurPool.of(3).kernel());
    }

    @Test
    void aConstantStaysConstantUnlessTheBorderIsZero() {
        Tensor x = Tensor.full(Shape.of(1, 2, 5, 6), 3);
        for (Border border : List.of(Border.REPLICATE, Border.REFLECT, Border.CIRCULAR)) {
            assertArrayEquals(x.toArray(), Blur.binomial(4).withBorder(border).forward(x).toArray());
        }
        assertEquals(3 * .75f * .75f, Blur.binomial(3).withBorder(Border.ZERO).forward(x).get(0, 0));
    }

    /// Section 6.1: with the hold behind it, a transposed convolution has equal phase sums, whatever its weights are.
    @Test
    void theZeroOrderHoldRemovesTheCheckerboardOfAConstant() {
        for (int stride = 2; stride <= 4; stride++) {
            LinearOperator up = ConvTranspose2d.of(5).withStride(stride).on(Shape.plane(5, 6), Samples.normal(stride, Shape.plane(5, 5)));
            DoubleTensor y = up.then(Blur.zeroOrderHold(stride).on(up.outputShape())).reference().apply(DoubleTensor.of(Tensor.full(up.inputShape(), 1)));
            int border = 5 + stride;
            double expected = y.get(0, 0, border, border);
            for (int h = border; h < y.shape().h() - border; h++) {
                for (int w = border; w < y.shape().w() - border; w++) assertEquals(expected, y.get(0, 0, h, w), 1e-13, stride + ": " + h + ", " + w);
            }
        }
        Tensor x = Samples.normal(1, Shape.plane(2, 3));
        ZeroInsertion insertion = ZeroInsertion.of(3).withOutputSize(6, 9);
        assertArrayEquals(Resize.nearest().withScale(3).forward(x).toArray(),
                Blur.zeroOrderHold(3).withBorder(Border.ZERO).forward(insertion.forward(x)).toArray(), "of zero insertion it makes nearest neighbours");
    }

    @Test
    void blursWithTheSameParametersAreEqual() {
        assertEquals(Blur.of(1, 2, 1), Blur.of(1, 2, 1));
        assertEquals(Blur.of(1, 2, 1).hashCode(), Blur.of(1, 2, 1).hashCode());
        assertEquals(BlurPool.of(2), BlurPool.of(2));
        Blur blur = Blur.of(1, 2);
        List<Blur> others = List.of(Blur.of(1, 3), blur.withStride(2), blur.withBorder(Border.ZERO), blur.withOrigin(1));
        for (Blur other : others) assertNotEquals(blur, other);
    }

    @Test
    void weightsThatCancelOnOneCellHideItsNaNFromTheOperatorOnly() {
        Blur edge = new Blur(new double[] {1, -1}, 1, 1, Border.REPLICATE);
        Tensor x = Tensor.image(new double[][] {{Double.NaN, 1}, {2, 3}});
        assertArrayEquals(new double[][] {{0, 0}, {0, Double.NaN}}, edge.forward(x).plane(0, 0));
        assertTrue(Double.isNaN(edge.reference().forward(DoubleTensor.of(x)).get(0, 0, 0, 0)));
    }

    @Test
    void theKernelIsCopied() {
        double[] kernel = {1, 2};
        Blur blur = Blur.of(kernel);
        kernel[0] = 5;
        blur.kernel()[1] = 7;
        assertArrayEquals(new double[] {1, 2}, blur.kernel());
    }

    @Test
    void kernelsAndPicturesThatCannotBeAreRejected() {
        assertEquals("Blur: number of weights must be >= 1, but was 0", rejection(Blur::of));
        assertEquals("Blur: number of weights must be >= 1, but was 0", rejection(() -> Blur.binomial(0)));
        assertEquals("Blur: kernel[1] must be finite, but was NaN", rejection(() -> Blur.of(1, Double.NaN)));
        assertEquals("Blur: origin must be in 0..1, but was 2", rejection(() -> Blur.of(1, 1).withOrigin(2)));
        assertEquals("Blur: stride must be >= 1, but was 0", rejection(() -> Blur.of(1, 1).withStride(0)));
        assertEquals("Blur: stride of the hold must be >= 1, but was 0", rejection(() -> Blur.zeroOrderHold(0)));
        assertEquals("Blur: with border REFLECT, taps above must be at most 1 (height 2 - 1), but was 2; REPLICATE and ZERO have no limit",
                rejection(() -> Blur.binomial(5).withBorder(Border.REFLECT).outputShape(Shape.plane(2, 9))));
        assertEquals("Blur: with border CIRCULAR, taps on the right must be at most 1 (width 1), but was 2; REPLICATE and ZERO have no limit",
                rejection(() -> Blur.binomial(4).withBorder(Border.CIRCULAR).outputShape(Shape.plane(2, 1))));
    }
}
