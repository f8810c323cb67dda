package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.backend.Backend;
import upsampling.backend.Epilogue;
import upsampling.backend.EveryBackend;
import upsampling.backend.OffHeapBackend;
import upsampling.data.Noise;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// What convolution and transposed convolution have to pass alike. Golden numbers: `src/test/goldens/convolution.py`, PyTorch 2.15.
abstract class WeightedOperatorTests {
    /// An operator with shapes that fit it.
    record Case(WeightedOperator operator, Geometry geometry, Shape x, Shape weight) { }

    /// Returns the operator of a golden block.
    abstract WeightedOperator operatorOf(Geometry geometry, int extraHeight, int extraWidth);

    /// Returns a random operator with shapes; they need not fit.
    abstract Case randomCase(RandomGenerator random, Geometry geometry);

    static Geometry geometryOf(Golden golden) {
        int[] kernel = golden.ints("kernel");
        int[] stride = golden.ints("stride");
        int[] padding = golden.ints("padding");
        int[] dilation = golden.ints("dilation");
        return new Geometry(new Window(kernel[0], stride[0], padding[0], dilation[0]), new Window(kernel[1], stride[1], padding[1], dilation[1]),
                golden.ints("groups")[0]);
    }

    private WeightedOperator operatorOf(Golden golden) {
        int[] extra = golden.has("extra") ? golden.ints("extra") : new int[2];
        return operatorOf(geometryOf(golden), extra[0], extra[1]);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardAndAllGradientsArePyTorchs(Golden golden) {
        WeightedOperator operator = operatorOf(golden);
        DoubleTensor x = golden.tensor("x");
        DoubleTensor weight = golden.tensor("weight");
        DoubleTensor bias = golden.tensor("bias");
        DoubleTensor g = golden.tensor("gradOutput");
        // Sums of sixteenths are exact, so every order of adding gives the same.
        assertEquals(golden.tensor("y").shape(), operator.outputShape(x.shape(), weight.shape()));
        Close.assertSame("gradInput", golden.tensor("gradInput"), operator.reference().gradInput(g, weight, x.shape()));
        Close.assertSame("gradWeight", golden.tensor("gradWeight"), operator.reference().gradWeight(g, x, weight.shape()));
        for (Backend backend : EveryBackend.list()) {
            Tensor there = x.toFloat().to(backend);
            Tensor weightThere = weight.toFloat().to(backend);
            Tensor gThere = g.toFloat().to(backend);
            Close.assertSame("y", golden.tensor("y"), DoubleTensor.of(operator.forward(there, weightThere, bias.toFloat().to(backend))));
            Close.assertSame("rectified y", Relu.of().reference().forward(golden.tensor("y")),
                    DoubleTensor.of(operator.forward(there, weightThere, Epilogue.bias(bias.toFloat().to(backend)).thenRelu())));
            Close.assertSame("gradInput", golden.tensor("gradInput"), DoubleTensor.of(operator.gradInput(gThere, weightThere, x.shape())));
            Close.assertSame("gradWeight", golden.tensor("gradWeight"), DoubleTensor.of(operator.gradWeight(gThere, there, weight.shape())));
            Close.assertSame("gradBias", golden.tensor("gradBias"), DoubleTensor.of(operator.gradBias(gThere)));
        }
    }

    private Case fitting(RandomGenerator random) {
        while (true) {
            Geometry geometry = new Geometry(window(random), window(random), random.nextInt(1, 4));
            Case found = randomCase(random, geometry);
            try {
                found.operator.outputShape(found.x, found.weight);
                return found;
            } catch (IllegalArgumentException _) {
                // another one
            }
        }
    }

    private static Window window(RandomGenerator random) {
        return new Window(random.nextInt(1, 5), random.nextInt(1, 4), random.nextInt(4), random.nextInt(1, 4));
    }

    @Test
    void backendsAgreeWithReference() {
        RandomGenerator random = Noise.generator(3);
        for (int trial = 0; trial < 150; trial++) {
            Case given = fitting(random);
            for (Backend backend : EveryBackend.list()) agree(given, backend, trial);
        }
    }

    private static void agree(Case given, Backend backend, int seed) {
        WeightedOperator operator = given.operator;
        String what = backend.name() + ", " + operator + " on " + given.x;
        DoubleTensor x = DoubleTensor.of(Samples.normal(seed, given.x));
        DoubleTensor weight = DoubleTensor.of(Samples.normal(1000 + seed, given.weight));
        DoubleTensor y = operator.reference().forward(x, weight);
        DoubleTensor g = DoubleTensor.of(Samples.normal(2000 + seed, y.shape()));
        DoubleTensor absX = Close.absolute(x);
        DoubleTensor absWeight = Close.absolute(weight);
        DoubleTensor absG = Close.absolute(g);
        Tensor xThere = x.toFloat().to(backend);
        Tensor weightThere = weight.toFloat().to(backend);
        Tensor gThere = g.toFloat().to(backend);
        int products = weight.data().length;
        Close.assertFloat(what, y, operator.forward(xThere, weightThere), operator.reference().forward(absX, absWeight), products);
        Close.assertFloat(what, operator.reference().gradInput(g, weight, given.x), operator.gradInput(gThere, weightThere, given.x),
                operator.reference().gradInput(absG, absWeight, given.x), products);
        Close.assertFloat(what, operator.reference().gradWeight(g, x, given.weight), operator.gradWeight(gThere, xThere, given.weight),
                operator.reference().gradWeight(absG, absX, given.weight), y.data().length / y.shape().c());
    }

    @Test
    void gradientsAreTheAdjointsInPictureAndWeight() {
        RandomGenerator random = Noise.generator(4);
        for (int trial = 0; trial < 30; trial++) {
            Case given = fitting(random);
            Gradients.assertAdjoint("picture of " + given, given.operator.on(given.x, Samples.normal(trial, given.weight)), trial);
            Gradients.assertAdjoint("weight of " + given, given.operator.onWeight(Samples.normal(trial, given.x), given.weight), trial);
        }
    }

    @Test
    void gradientsMatchCentralDifferences() {
        RandomGenerator random = Noise.generator(5);
        for (int trial = 0; trial < 5; trial++) {
            Case given = fitting(random);
            WeightedOperator.Reference reference = given.operator.reference();
            DoubleTensor x = DoubleTensor.of(Samples.normal(trial, given.x));
            DoubleTensor weight = DoubleTensor.of(Samples.normal(100 + trial, given.weight));
            DoubleTensor g = DoubleTensor.of(Samples.normal(200 + trial, given.operator.outputShape(given.x, given.weight)));
            Gradients.assertCentralDifferences("x of " + given, v -> reference.forward(v, weight), x, g, reference.gradInput(g, weight, given.x));
            Gradients.assertCentralDifferences("weight of " + given, v -> reference.forward(x, v), weight, g,
                    reference.gradWeight(g, x, given.weight));
        }
    }

    @Test
    void matrixTimesPictureIsTheResult() {
        RandomGenerator random = Noise.generator(6);
        for (int trial = 0; trial < 10; trial++) {
            Case given = fitting(random);
            DoubleTensor x = DoubleTensor.of(Samples.normal(trial, given.x));
            Tensor weight = Samples.normal(100 + trial, given.weight);
            double[][] matrix = given.operator.on(given.x, weight).matrix();
            DoubleTensor y = DoubleTensor.zeros(given.operator.outputShape(given.x, given.weight));
            for (int o = 0; o < matrix.length; o++) {
                for (int i = 0; i < matrix[o].length; i++) y.data()[o] += matrix[o][i] * x.data()[i];
            }
            Close.assertNear(given.toString(), given.operator.reference().forward(x, DoubleTensor.of(weight)), y, 1e-12);
        }
    }

    @Test
    void noTensorOfADeviceIsLeftOpen() {
        Case given = fitting(Noise.generator(7));
        OffHeapBackend backend = new OffHeapBackend();
        try (Tensor x = Samples.normal(1, given.x).to(backend);
                Tensor weight = Samples.normal(2, given.weight).to(backend);
                Tensor y = given.operator.forward(x, weight);
                Tensor gradInput = given.operator.gradInput(y, weight, given.x);
                Tensor gradWeight = given.operator.gradWeight(y, x, given.weight)) {
            assertEquals(given.x, gradInput.shape());
            assertEquals(given.weight, gradWeight.shape());
            assertEquals(5, backend.open(), "only the tensors that the caller holds");
            assertTrue(backend.calls().get(OffHeapBackend.Primitive.GEMM) > 0, "the operator is written in the primitives");
        }
        assertEquals(0, backend.open());
    }

    @Test
    void aNaNReachesOnlyTheResultsThatReadIt() {
        Case given = fitting(Noise.generator(8));
        Tensor x = Samples.normal(1, given.x);
        Tensor weight = Samples.normal(2, given.weight);
        x.data()[given.x.size() / 2] = Float.NaN;
        DoubleTensor expected = given.operator.reference().forward(DoubleTensor.of(x), DoubleTensor.of(weight));
        float[] y = given.operator.forward(x, weight).toArray();
        for (int o = 0; o < y.length; o++) assertEquals(Double.isNaN(expected.data()[o]), Float.isNaN(y[o]), "element " + o);
    }

    static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void mixedBackendsAndClosedTensorsAreNamed() {
        Case given = fitting(Noise.generator(9));
        String name = given.operator.name();
        Tensor x = Samples.normal(1, given.x);
        Tensor weight = Samples.normal(2, given.weight);
        Tensor y = given.operator.forward(x, weight);
        OffHeapBackend other = new OffHeapBackend();
        assertEquals(name + ": x is on backend scalar, but weight is on backend off-heap; move one of them with .to(backend)",
                rejection(() -> given.operator.forward(x, weight.to(other))));
        assertEquals(name + ".gradInput: gradOutput is on backend off-heap, but weight is on backend scalar; move one of them with .to(backend)",
                rejection(() -> given.operator.gradInput(y.to(other), weight, given.x)));
        assertEquals(name + ".gradWeight: gradOutput is on backend scalar, but x is on backend off-heap; move one of them with .to(backend)",
                rejection(() -> given.operator.gradWeight(y, x.to(other), given.weight)));
        weight.close();
        assertEquals("Tensor %s on backend scalar is closed; close a tensor after its last use".formatted(given.weight),
                assertThrows(IllegalStateException.class, () -> given.operator.forward(x, weight)).getMessage());
    }

    @Test
    void gradientsAndBiasOfAnotherShapeAreRejected() {
        Case given = fitting(Noise.generator(10));
        String name = given.operator.name();
        Shape out = given.operator.outputShape(given.x, given.weight);
        Tensor x = Tensor.zeros(given.x);
        Tensor weight = Tensor.zeros(given.weight);
        Tensor wrong = Tensor.zeros(out.withSize(out.h() + 1, out.w()));
        assertEquals("%s.gradInput: shape of gradOutput must be %s, but was %s".formatted(name, out, wrong.shape()),
                rejection(() -> given.operator.gradInput(wrong, weight, given.x)));
        assertEquals("%s.gradWeight: shape of gradOutput must be %s, but was %s".formatted(name, out, wrong.shape()),
                rejection(() -> given.operator.gradWeight(wrong, x, given.weight)));
        assertEquals("%s: shape of bias must be [1, %d, 1, 1] as [1, Cout, 1, 1], but was [1, 1, %d, 1]".formatted(name, out.c(), out.c() + 1),
                rejection(() -> given.operator.forward(x, weight, Tensor.zeros(1, 1, out.c() + 1, 1))));
        assertEquals("%s.apply: shape of x must be %s, but was %s".formatted(name, given.x, wrong.shape()),
                rejection(() -> given.operator.on(given.x, weight).apply(wrong)));
    }

    @Test
    void anInterruptStopsTheLoops() {
        Case given = fitting(Noise.generator(11));
        Tensor x = Tensor.zeros(given.x);
        Tensor weight = Tensor.zeros(given.weight);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> given.operator.forward(x, weight));
            assertThrows(CancellationException.class, () -> given.operator.reference().forward(DoubleTensor.of(x), DoubleTensor.of(weight)));
        } finally {
            Thread.interrupted();
        }
    }
}
