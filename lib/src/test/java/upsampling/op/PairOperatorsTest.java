package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.backend.Backend;
import upsampling.backend.EveryBackend;
import upsampling.backend.OffHeapBackend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What sums, products and losses have to pass alike. Golden numbers: `src/test/goldens/functions.py`, PyTorch 2.15.
class PairOperatorsTest {
    private static final double FLOAT = 2e-6;
    private static final Shape SHAPE = Shape.of(2, 3, 4, 5);

    /// An operator with shapes that fit it.
    record Case(PairOperator operator, Shape a, Shape b) { }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (PairOperator operator : List.of(Add.of(), Subtract.of(), Multiply.of())) {
            cases.add(new Case(operator, SHAPE, SHAPE));
            cases.add(new Case(operator, SHAPE, Shape.of(1, 3, 1, 1)));
            cases.add(new Case(operator, Shape.of(1, 3, 1, 5), Shape.of(2, 1, 4, 1)));
            cases.add(new Case(operator, Shape.plane(1, 1), Shape.plane(1, 1)));
        }
        cases.add(new Case(MatMul.of(), Shape.of(2, 3, 4, 5), Shape.of(2, 3, 5, 2)));
        cases.add(new Case(MatMul.of(), Shape.plane(1, 7), Shape.plane(7, 1)));
        for (PairOperator loss : List.of(MseLoss.of(), BceWithLogitsLoss.of(), CrossEntropyLoss.of(), GaussianKlLoss.of())) {
            cases.add(new Case(loss, SHAPE, SHAPE));
            cases.add(new Case(loss, Shape.plane(1, 1), Shape.plane(1, 1)));
        }
        cases.add(new Case(Reparameterization.of(Samples.normal(9, SHAPE)), SHAPE, SHAPE));
        return cases;
    }

    private static PairOperator operatorOf(Golden golden) {
        return switch (golden.text("operator")) {
            case "Add" -> Add.of();
            case "Subtract" -> Subtract.of();
            case "Multiply" -> Multiply.of();
            case "MatMul" -> MatMul.of();
            case "MseLoss" -> MseLoss.of();
            case "BceWithLogitsLoss" -> BceWithLogitsLoss.of();
            case "CrossEntropyLoss" -> CrossEntropyLoss.of();
            case "GaussianKlLoss" -> GaussianKlLoss.of();
            case "Reparameterization" -> Reparameterization.of(golden.tensor("noise").toFloat());
            default -> throw new AssertionError(golden.toString());
        };
    }

    static List<Golden> goldens() {
        List<Golden> all = new ArrayList<>();
        for (String name : List.of("Add", "Subtract", "Multiply", "MatMul", "MseLoss", "BceWithLogitsLoss", "CrossEntropyLoss", "GaussianKlLoss",
                "Reparameterization")) {
            all.addAll(Golden.of("functions.txt", name));
        }
        assertEquals(23, all.size());
        return all;
    }

    /// The same operator with its tensors on a backend.
    private static PairOperator on(Backend backend, PairOperator operator) {
        return operator instanceof Reparameterization r ? Reparameterization.of(r.noise().to(backend)) : operator;
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardAndBothGradientsArePyTorchs(Golden golden) {
        PairOperator operator = operatorOf(golden);
        DoubleTensor a = golden.tensor("a");
        DoubleTensor b = golden.tensor("b");
        DoubleTensor g = golden.tensor("gradOutput");
        assertEquals(golden.tensor("y").shape(), operator.outputShape(a.shape(), b.shape()));
        Close.assertNear("y", golden.tensor("y"), operator.reference().forward(a, b), 1e-14);
        Close.assertNear("gradFirst", golden.tensor("gradFirst"), operator.reference().gradFirst(g, a, b), 1e-14);
        Close.assertNear("gradSecond", golden.tensor("gradSecond"), operator.reference().gradSecond(g, a, b), 1e-14);
        for (Backend backend : EveryBackend.list()) {
            PairOperator there = on(backend, operator);
            Tensor x = a.toFloat().to(backend);
            Tensor y = b.toFloat().to(backend);
            Tensor gradient = g.toFloat().to(backend);
            Close.assertNear("y", golden.tensor("y"), DoubleTensor.of(there.forward(x, y)), FLOAT);
            Close.assertNear("gradFirst", golden.tensor("gradFirst"), DoubleTensor.of(there.gradFirst(gradient, x, y)), FLOAT);
            Close.assertNear("gradSecond", golden.tensor("gradSecond"), DoubleTensor.of(there.gradSecond(gradient, x, y)), FLOAT);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void backendsAgreeWithReference(Case given) {
        Tensor a = Samples.normal(1, given.a);
        Tensor b = Samples.normal(2, given.b);
        Tensor g = Samples.normal(3, given.operator.outputShape(given.a, given.b));
        PairOperator.Reference reference = given.operator.reference();
        DoubleTensor exactA = DoubleTensor.of(a);
        DoubleTensor exactB = DoubleTensor.of(b);
        DoubleTensor exactG = DoubleTensor.of(g);
        for (Backend backend : EveryBackend.list()) {
            PairOperator there = on(backend, given.operator);
            Tensor aThere = a.to(backend);
            Tensor bThere = b.to(backend);
            Tensor gThere = g.to(backend);
            Close.assertNear("y", reference.forward(exactA, exactB), DoubleTensor.of(there.forward(aThere, bThere)), FLOAT);
            Close.assertNear("first", reference.gradFirst(exactG, exactA, exactB), DoubleTensor.of(there.gradFirst(gThere, aThere, bThere)), FLOAT);
            Close.assertNear("second", reference.gradSecond(exactG, exactA, exactB), DoubleTensor.of(there.gradSecond(gThere, aThere, bThere)),
                    FLOAT);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsMatchCentralDifferences(Case given) {
        PairOperator.Reference reference = given.operator.reference();
        DoubleTensor a = Samples.apart(4, given.a); // none near 0: abs has a kink there
        DoubleTensor b = DoubleTensor.of(Samples.normal(5, given.b));
        DoubleTensor g = DoubleTensor.of(Samples.normal(6, given.operator.outputShape(given.a, given.b)));
        Gradients.assertCentralDifferencesOfCurve("first of " + given, v -> reference.forward(v, b), a, g, reference.gradFirst(g, a, b));
        Gradients.assertCentralDifferencesOfCurve("second of " + given, v -> reference.forward(a, v), b, g, reference.gradSecond(g, a, b));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void resultsAreNewTensorsAndNoneIsLeftOpen(Case given) {
        OffHeapBackend backend = new OffHeapBackend();
        PairOperator operator = on(backend, given.operator);
        int held = backend.open();
        try (Tensor a = Samples.normal(1, given.a).to(backend);
                Tensor b = Samples.normal(2, given.b).to(backend);
                Tensor y = operator.forward(a, b);
                Tensor gradFirst = operator.gradFirst(y, a, b);
                Tensor gradSecond = operator.gradSecond(y, a, b)) {
            assertEquals(given.a, gradFirst.shape());
            assertEquals(given.b, gradSecond.shape());
            assertEquals(held + 5, backend.open(), "only the tensors that the caller holds");
        }
        assertEquals(held, backend.open());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void badGradientsAndMixedBackendsAreNamed(Case given) {
        PairOperator operator = given.operator;
        Shape out = operator.outputShape(given.a, given.b);
        Tensor a = Tensor.zeros(given.a);
        Tensor b = Tensor.zeros(given.b);
        Tensor wrong = Tensor.zeros(out.withSize(out.h() + 1, out.w()));
        for (String method : List.of("gradFirst", "gradSecond")) {
            assertEquals("%s.%s: shape of gradOutput must be %s, but was %s".formatted(operator.name(), method, out, wrong.shape()),
                    rejection(() -> gradient(method, operator, wrong, a, b)));
            assertEquals("%s.%s: gradOutput is on backend off-heap, but %s is on backend scalar; move one of them with .to(backend)".formatted(
                    operator.name(), method, first(operator)),
                    rejection(() -> gradient(method, operator, Tensor.zeros(out).to(new OffHeapBackend()), a, b)));
        }
        assertTrue(rejection(() -> operator.forward(a, b.to(new OffHeapBackend())))
                .matches(operator.name() + ": \\w+ is on backend \\S+, but \\w+ is on backend \\S+; move one of them with .to\\(backend\\)"));
    }

    private static String first(PairOperator operator) {
        return switch (operator) {
            case MseLoss _, BceWithLogitsLoss _, CrossEntropyLoss _ -> "x";
            case GaussianKlLoss _, Reparameterization _ -> "mu";
            default -> "a";
        };
    }

    private static Tensor gradient(String method, PairOperator operator, Tensor g, Tensor a, Tensor b) {
        return method.equals("gradFirst") ? operator.gradFirst(g, a, b) : operator.gradSecond(g, a, b);
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        Tensor x = Tensor.zeros(2, 3, 4, 5);
        assertEquals("Add: a [2, 3, 4, 5] and b [2, 1, 4, 2] differ along W; the sizes must be equal, or one of them 1, which is repeated",
                rejection(() -> Add.of().forward(x, Tensor.zeros(2, 1, 4, 2))));
        assertEquals("Multiply: a [2, 3, 4, 5] and b [3, 1, 1, 1] differ along N; the sizes must be equal, or one of them 1, which is repeated",
                rejection(() -> Multiply.of().forward(x, Tensor.zeros(3, 1, 1, 1))));
        assertEquals("MatMul: a [2, 3, 4, 5] as [N, C, H, K] must be multiplied by b [2, 3, 5, W], but b was [2, 3, 4, 5]; "
                + "transpose one of them, or give both the same N and C", rejection(() -> MatMul.of().forward(x, x)));
        assertEquals("MseLoss: shape of target must be [2, 3, 4, 5], but was [2, 3, 5, 4]",
                rejection(() -> MseLoss.of().forward(x, Tensor.zeros(2, 3, 5, 4))));
        assertEquals("GaussianKlLoss: shape of logVariance must be [2, 3, 4, 5], but was [1, 3, 4, 5]",
                rejection(() -> GaussianKlLoss.of().forward(x, Tensor.zeros(1, 3, 4, 5))));
        assertEquals("Reparameterization: shape of noise must be that of mu, [2, 3, 4, 5], but was [1, 1, 1, 1]; "
                        + "draw noise of this shape, anew for every step",
                rejection(() -> Reparameterization.of(Tensor.zeros(1, 1, 1, 1)).forward(x, x)));
        assertEquals("CrossEntropyLoss.oneHot: classes[1] must be in 0..2, but was 3", rejection(() -> CrossEntropyLoss.oneHot(new int[] {0, 3}, 3)));
    }

    @Test
    void noiseOnAnotherBackendIsNamed() {
        Tensor here = Tensor.zeros(1, 1, 1, 2);
        Tensor there = here.to(new OffHeapBackend());
        Reparameterization sample = Reparameterization.of(here);
        assertEquals("Reparameterization: mu is on backend off-heap, but noise is on backend scalar; move one of them with .to(backend)",
                rejection(() -> sample.forward(there, there)));
        assertEquals("Reparameterization.gradSecond: mu is on backend off-heap, but noise is on backend scalar; move one of them with .to(backend)",
                rejection(() -> sample.gradSecond(there, there, there)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anInterruptStopsTheLoops(Case given) {
        Tensor a = Tensor.zeros(given.a);
        Tensor b = Tensor.zeros(given.b);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> given.operator.forward(a, b));
            PairOperator.Reference reference = given.operator.reference();
            DoubleTensor exactA = DoubleTensor.of(a);
            DoubleTensor exactB = DoubleTensor.of(b);
            DoubleTensor g = DoubleTensor.zeros(given.operator.outputShape(given.a, given.b));
            assertThrows(CancellationException.class, () -> reference.forward(exactA, exactB));
            assertThrows(CancellationException.class, () -> reference.gradSecond(g, exactA, exactB));
            if (given.operator instanceof Reparameterization) return; // its first gradient is a copy, not a loop
            assertThrows(CancellationException.class, () -> reference.gradFirst(g, exactA, exactB));
        } finally {
            Thread.interrupted();
        }
    }

    private static double loss(PairOperator loss, Shape shape, float[] a, float[] b) {
        return loss.forward(Tensor.of(shape, a), Tensor.of(shape, b)).get(0, 0);
    }

    private static float[] gradient(PairOperator loss, Shape shape, float[] a, float[] b) {
        return loss.gradFirst(Tensor.full(Shape.plane(1, 1), 1), Tensor.of(shape, a), Tensor.of(shape, b)).toArray();
    }

    /// The examples of lesson 10, task 10.4.
    @Test
    void bceIsStableFarFromZero() {
        Shape two = Shape.of(2, 1, 1, 1);
        assertEquals(1000, loss(BceWithLogitsLoss.of(), two, new float[] {1000, -1000}, new float[] {0, 1}));
        assertArrayEquals(new float[] {0.5f, -0.5f}, gradient(BceWithLogitsLoss.of(), two, new float[] {1000, -1000}, new float[] {0, 1}));
        assertEquals(0.220095, loss(BceWithLogitsLoss.of(), two, new float[] {2, -1}, new float[] {1, 0}), 1e-6);
        assertArrayEquals(new float[] {-0.059601f, 0.134471f}, gradient(BceWithLogitsLoss.of(), two, new float[] {2, -1}, new float[] {1, 0}), 1e-6f);
        double tiny = loss(BceWithLogitsLoss.of(), Shape.plane(1, 1), new float[] {20}, new float[] {1});
        assertEquals(Math.log1p(Math.exp(-20)), tiny, 1e-6 * tiny, "max(x, 0) and x*t cancel exactly, so a small loss keeps its digits");
    }

    /// The examples of lesson 12, task 12.1.
    @Test
    void klAddsDimensionsAndAveragesPictures() {
        Shape code = Shape.of(1, 2, 1, 1);
        float ln4 = (float) Math.log(4);
        assertEquals(0, loss(GaussianKlLoss.of(), code, new float[2], new float[2]));
        assertEquals(0.5, loss(GaussianKlLoss.of(), code, new float[] {1, 0}, new float[2]));
        assertEquals(3.306853, loss(GaussianKlLoss.of(), code, new float[] {1, -2}, new float[] {ln4, 0}), 1e-6);
        assertEquals(0.25, loss(GaussianKlLoss.of(), Shape.of(2, 1, 1, 1), new float[] {1, 0}, new float[2]), "the mean of two pictures");
    }

    @Test
    void reparameterizedSampleUsesTheStandardDeviation() {
        Shape two = Shape.plane(1, 2);
        Reparameterization sample = Reparameterization.of(Tensor.of(two, 0.5f, -1));
        assertArrayEquals(new float[] {2, -1}, sample.forward(Tensor.of(two, 1, 0), Tensor.of(two, (float) Math.log(4), 0)).toArray(), 1e-6f);
    }

    @Test
    void crossEntropyOfHugeLogitsDoesNotOverflow() {
        Shape three = Shape.of(1, 3, 1, 1);
        assertEquals(1000, loss(CrossEntropyLoss.of(), three, new float[] {1000, 0, -1000}, new float[] {0, 1, 0}));
        assertArrayEquals(new float[] {1, -1, 0}, gradient(CrossEntropyLoss.of(), three, new float[] {1000, 0, -1000}, new float[] {0, 1, 0}));
        assertArrayEquals(new float[] {0, 0, 1, 1, 0, 0}, CrossEntropyLoss.oneHot(new int[] {2, 0}, 3).toArray());
    }

    @Test
    void nanReachesTheLoss() {
        Tensor x = Tensor.of(Shape.plane(1, 2), Float.NaN, 1);
        for (PairOperator loss : List.of(MseLoss.of(), BceWithLogitsLoss.of(), CrossEntropyLoss.of(), GaussianKlLoss.of())) {
            assertTrue(Float.isNaN(loss.forward(x, Tensor.zeros(x.shape())).get(0, 0)), loss.name());
            assertTrue(Float.isNaN(loss.forward(Tensor.zeros(x.shape()), x).get(0, 0)), loss.name());
        }
    }

    @Test
    void denseLayerIsAOneByOneConvolution() {
        Tensor x = Samples.normal(1, Shape.of(3, 5, 1, 1));
        Tensor weight = Samples.normal(2, Shape.of(4, 5, 1, 1));
        Tensor product = MatMul.of().forward(Tensor.of(Shape.plane(4, 5), weight.toArray()), Tensor.of(Shape.plane(5, 1),
                Arrays.copyOf(x.toArray(), 5)));
        float[] y = Conv2d.of(1).forward(x, weight).toArray();
        assertArrayEquals(product.toArray(), Arrays.copyOf(y, 4), 1e-6f);
    }
}
