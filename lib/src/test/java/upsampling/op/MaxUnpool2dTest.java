package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.data.Noise;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Golden numbers: `src/test/goldens/resize.py`, PyTorch 2.15. Its gradient is compared only where no cell is named twice: elsewhere PyTorch
/// calls the result undefined, and its CPU gives a gradient to values that were overwritten.
class MaxUnpool2dTest {
    private static final Shape ASYMMETRIC = Shape.of(2, 3, 3, 2);
    private static final MaxPool2d POOL = MaxPool2d.of(new Window(2, 2, 0, 1), new Window(3, 3, 1, 1));

    static List<Golden> goldens() {
        return Golden.of("resize.txt", "MaxUnpool2d");
    }

    private static MaxUnpool2d unpoolOf(Golden golden) {
        int[] kernel = golden.ints("kernel");
        MaxUnpool2d unpool = MaxUnpool2d.of(MaxPool2d.of(kernel[0], kernel[1]).withStride(golden.ints("stride")[0], golden.ints("stride")[1])
                .withPadding(golden.ints("padding")[0], golden.ints("padding")[1]));
        int[] size = golden.ints("size");
        return size[0] == 0 ? unpool : unpool.withOutputSize(size[0], size[1]);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardIsPyTorchs(Golden golden) {
        DoubleTensor x = golden.tensor("x");
        int[] indices = golden.ints("indices");
        MaxUnpool2d unpool = unpoolOf(golden);
        Close.assertSame(golden.toString(), golden.tensor("y"), DoubleTensor.of(unpool.forward(x.toFloat(), indices)));
        Close.assertSame(golden.toString(), golden.tensor("y"), unpool.on(x.shape(), indices).reference().apply(x));
    }

    @Test
    void backwardIsPyTorchsWhereNoCellIsNamedTwice() {
        int compared = 0;
        for (Golden golden : goldens()) {
            DoubleTensor g = golden.tensor("gradOutput");
            Shape in = golden.tensor("x").shape();
            int[] indices = golden.ints("indices");
            if (hasDuplicates(indices, in)) continue;
            compared++;
            Close.assertSame(golden.toString(), golden.tensor("gradInput"), DoubleTensor.of(unpoolOf(golden).backward(g.toFloat(), indices, in)));
            Close.assertSame(golden.toString(), golden.tensor("gradInput"), unpoolOf(golden).on(in, indices).reference().adjoint(g));
        }
        assertEquals(3, compared, "of " + goldens().size() + " cases, 3 have windows side by side");
    }

    private static boolean hasDuplicates(int[] indices, Shape in) {
        Set<Integer> named = new HashSet<>();
        for (int i = 0; i < indices.length; i++) {
            if (!named.add(i / in.planeSize() * 10_000 + indices[i])) return true;
        }
        return false;
    }

    /// The sizes of all pictures whose pooling has the given size are allowed.
    @Test
    void everyPooledSizeMayBeAskedFor() {
        for (int kernel = 1; kernel <= 5; kernel++) {
            for (int stride = 1; stride <= kernel; stride++) {
                for (int padding = 0; padding <= kernel / 2; padding++) {
                    MaxPool2d pool = MaxPool2d.of(kernel).withStride(stride).withPadding(padding);
                    for (int size = 1; size <= 15; size++) {
                        if (size + 2 * padding < kernel) continue;
                        Shape picture = Shape.of(2, 3, size, 20);
                        Shape pooled = pool.outputShape(picture);
                        assertEquals(picture, MaxUnpool2d.of(pool).withOutputSize(size, 20).outputShape(pooled), pool + " of " + size);
                    }
                }
            }
        }
    }

    @Test
    void aPooledPictureKeepsItsMaximaAndNothingElse() {
        Tensor x = Samples.normal(1, Shape.of(2, 3, 7, 6));
        MaxPool2d pool = MaxPool2d.of(2, 3);
        MaxPool2d.Pooled pooled = pool.forwardWithIndices(x);
        Tensor y = MaxUnpool2d.of(pool).withOutputSize(7, 6).forward(pooled.values(), pooled.indices());
        Set<Float> maxima = new HashSet<>();
        for (float v : pooled.values().toArray()) maxima.add(v);
        for (int i = 0; i < y.data().length; i++) {
            assertEquals(maxima.contains(x.data()[i]) ? x.data()[i] : 0, y.data()[i]);
        }
        Tensor readBack = MaxUnpool2d.of(pool).withOutputSize(7, 6).backward(y, pooled.indices(), pooled.values().shape());
        assertArrayEquals(pooled.values().toArray(), readBack.toArray());
    }

    @Test
    void theWorkedExampleOfTheFirstLessonReturns() {
        Tensor y = MaxUnpool2d.of(2).forward(Tensor.image(new double[][] {{8, 5}, {6, 9}}), new int[] {1, 6, 13, 10});
        assertArrayEquals(new float[] {0, 8, 0, 0, 0, 0, 5, 0, 0, 0, 9, 0, 0, 6, 0, 0}, y.toArray());
    }

    /// In PyTorch any of the three may stay (with one thread the last), and its gradient is (1, 1, 6, 1): also the overwritten values get one.
    @Test
    void ofTwoValuesForOneCellTheLastIsKeptAndHasTheGradient() {
        Tensor x = Tensor.image(new double[][] {{1, 2}, {3, 4}});
        int[] indices = {0, 0, 5, 0};
        Tensor y = MaxUnpool2d.of(2).forward(x, indices);
        assertEquals(4, y.get(0, 0));
        assertEquals(3, y.get(1, 1));
        float[] counting = new float[16];
        for (int i = 0; i < 16; i++) counting[i] = i + 1;
        assertArrayEquals(new float[] {0, 0, 6, 1}, MaxUnpool2d.of(2).backward(Tensor.of(Shape.plane(4, 4), counting), indices, x.shape()).toArray());
        assertArrayEquals(new int[] {0, 0, 5, 0}, indices, "the caller's indices are left alone");
    }

    private static int[] randomIndices(long seed, int count, int planeSize) {
        RandomGenerator random = Noise.generator(seed);
        return random.ints(count, 0, planeSize).toArray();
    }

    @Test
    void scalarBackendEqualsReferenceAlsoWithDuplicates() {
        for (int trial = 0; trial < 50; trial++) {
            LinearOperator unpool = MaxUnpool2d.of(POOL).on(ASYMMETRIC, randomIndices(trial, ASYMMETRIC.size(), 24));
            Tensor x = Samples.normal(trial, ASYMMETRIC);
            Close.assertSame("apply", unpool.reference().apply(DoubleTensor.of(x)), DoubleTensor.of(unpool.apply(x)));
            Tensor y = Samples.normal(-trial, unpool.outputShape());
            Close.assertSame("adjoint", unpool.reference().adjoint(DoubleTensor.of(y)), DoubleTensor.of(unpool.adjoint(y)));
        }
    }

    @Test
    void backwardIsTheAdjointAlsoWithDuplicates() {
        for (int trial = 0; trial < 20; trial++) {
            Gradients.assertAdjoint("MaxUnpool2d", MaxUnpool2d.of(POOL).on(ASYMMETRIC, randomIndices(trial, ASYMMETRIC.size(), 24)), trial);
        }
    }

    @Test
    void gradientMatchesCentralDifferences() {
        int[] indices = randomIndices(7, ASYMMETRIC.size(), 24);
        LinearOperator unpool = MaxUnpool2d.of(POOL).on(ASYMMETRIC, indices);
        DoubleTensor x = DoubleTensor.of(Samples.normal(8, ASYMMETRIC));
        DoubleTensor g = DoubleTensor.of(Samples.normal(9, unpool.outputShape()));
        Gradients.assertCentralDifferences("MaxUnpool2d", unpool.reference()::apply, x, g, unpool.reference().adjoint(g));
    }

    @Test
    void specialValuesKeepTheirPlace() {
        Tensor x = Tensor.of(Shape.plane(1, 2), Float.NaN, -0.0f);
        assertArrayEquals(new float[] {0, 0, Float.NaN, 0, 0, 0, 0, 0}, MaxUnpool2d.of(2).forward(x, new int[] {2, 7}).toArray());
        assertArrayEquals(new float[] {-3}, MaxUnpool2d.of(1).forward(Tensor.full(Shape.plane(1, 1), -3), new int[] {0}).toArray());
        MaxPool2d pool = MaxPool2d.of(1, 1021);
        MaxPool2d.Pooled pooled = pool.forwardWithIndices(Samples.normal(3, Shape.plane(1, 100_003)));
        Tensor y = MaxUnpool2d.of(pool).withOutputSize(1, 100_003).forward(pooled.values(), pooled.indices());
        assertEquals(pooled.values().get(0, 96), y.get(0, pooled.indices()[96]));
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    /// PyTorch: "invalid output_size (dim 0 must be between 2 and 6)", both excluded.
    @Test
    void rejectsSizesAStrideOrMoreAwayFromTheDefault() {
        MaxUnpool2d unpool = MaxUnpool2d.of(2);
        for (int size : new int[] {3, 4, 5}) assertEquals(Shape.plane(size, 4), unpool.withOutputSize(size, 4).outputShape(Shape.plane(2, 2)));
        assertEquals("MaxUnpool2d: output height must be in 3..5, but was 6; it must be less than stride=2 away from 4 = (2-1)*2 - 2*0 + 2",
                rejection(() -> unpool.withOutputSize(6, 4).outputShape(Shape.plane(2, 2))));
        assertEquals("MaxUnpool2d: output width must be in 3..5, but was 2; it must be less than stride=2 away from 4 = (2-1)*2 - 2*0 + 2",
                rejection(() -> unpool.withOutputSize(4, 2).outputShape(Shape.plane(2, 2))));
        assertEquals("MaxUnpool2d: output height would be 0 = 2*(1-1) - 2*1 + 1*(2-1) + 1 (in=1, stride=2, padding=1, dilation=1, kernel=2); "
                + "padding <= 0 would fit", rejection(() -> MaxUnpool2d.of(MaxPool2d.of(2).withPadding(1)).outputShape(Shape.plane(1, 1))));
        assertEquals("MaxUnpool2d: outHeight must be >= 1, but was 0", rejection(() -> unpool.withOutputSize(0, 2)));
    }

    @Test
    void rejectsIndicesThatDoNotFit() {
        MaxUnpool2d unpool = MaxUnpool2d.of(2);
        Tensor x = Tensor.zeros(1, 1, 1, 2);
        assertEquals("MaxUnpool2d: indices[1] must be in 0..7, but was 8; an index is h*W + w in its own plane of the output [1, 1, 2, 4]; "
                + "ask for the size of the picture that was pooled: .withOutputSize(height, width)",
                rejection(() -> unpool.forward(x, new int[] {0, 8})));
        assertEquals("MaxUnpool2d: indices[0] must be in 0..7, but was -1; an index is h*W + w in its own plane of the output [1, 1, 2, 4]; "
                + "ask for the size of the picture that was pooled: .withOutputSize(height, width)",
                rejection(() -> unpool.forward(x, new int[] {-1, 0})));
        assertEquals("MaxUnpool2d: number of indices for the input [1, 1, 1, 2] must be 2, but was 3",
                rejection(() -> unpool.forward(x, new int[3])));
    }

    @Test
    void rejectsWindowsThatUnpoolingDoesNotKnow() {
        assertEquals("MaxUnpool2d: height dilation (unpooling has none) must be 1, but was 2",
                rejection(() -> MaxUnpool2d.of(MaxPool2d.of(3).withDilation(2, 1))));
        assertEquals("MaxUnpool2d: width dilation (unpooling has none) must be 1, but was 2",
                rejection(() -> MaxUnpool2d.of(MaxPool2d.of(3).withDilation(1, 2))));
        assertEquals("MaxUnpool2d: height padding must be in 0..1 = 0..floor(kernel/2) for kernel=2, but was 2",
                rejection(() -> new MaxUnpool2d(Window.of(2).withPadding(2), Window.of(2), 0, 0)));
        assertEquals("MaxUnpool2d.backward: shape of gradOutput must be [1, 1, 2, 4], but was [1, 1, 4, 2]",
                rejection(() -> MaxUnpool2d.of(2).backward(Tensor.zeros(1, 1, 4, 2), new int[2], Shape.plane(1, 2))));
        assertEquals("MaxUnpool2d.apply: shape of x must be [1, 1, 1, 2], but was [1, 1, 2, 1]",
                rejection(() -> MaxUnpool2d.of(2).on(Shape.plane(1, 2), new int[2]).apply(Tensor.zeros(1, 1, 2, 1))));
    }
}
