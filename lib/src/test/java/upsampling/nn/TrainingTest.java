package upsampling.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.autograd.GradientCheck;
import upsampling.autograd.Tape;
import upsampling.autograd.Variable;
import upsampling.backend.Backend;
import upsampling.backend.EveryBackend;
import upsampling.backend.OffHeapBackend;
import upsampling.data.Noise;
import upsampling.op.Add;
import upsampling.op.BceWithLogitsLoss;
import upsampling.op.Close;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.Golden;
import upsampling.op.LeakyRelu;
import upsampling.op.MaxPool2d;
import upsampling.op.MseLoss;
import upsampling.op.Relu;
import upsampling.op.Resize;
import upsampling.op.Samples;
import upsampling.op.Tanh;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Networks that learn. Golden numbers: `src/test/goldens/training.py`, PyTorch 2.15 in double.
class TrainingTest {

    static List<Golden> goldens() {
        return Golden.of("training.txt", "Training");
    }

    private static Sequential goldenNetwork() {
        var start = Weighted.uniform(Noise.generator(1));
        return Sequential.of(
                Weighted.conv(Conv2d.of(3).withPadding(1), 2, 3, start),
                Layer.of(LeakyRelu.of(0.1)),
                Layer.of(MaxPool2d.of(2)),
                Weighted.convTranspose(ConvTranspose2d.of(4, 3).withStride(2).withPadding(1), 3, 4, start),
                Layer.of(Relu.of()),
                Layer.of(Resize.bilinear().withScale(2)),
                Weighted.conv(Conv2d.of(2).withStride(2).withGroups(2), 4, 2, start),
                Layer.of(Tanh.of()));
    }

    /// The golden network with the start values of a block.
    private static Sequential networkOf(Golden golden) {
        Sequential network = goldenNetwork();
        for (Parameter parameter : network.parameters()) {
            float[] start = golden.tensor(parameter.name()).toFloat().toArray();
            System.arraycopy(start, 0, parameter.value().data(), 0, start.length);
        }
        return network;
    }

    private static Optimizer optimizerOf(Golden golden, List<Parameter> parameters) {
        String[] words = golden.text("optimizer").split(" ");
        double[] numbers = Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
        return words[0].equals("adam") ? Adam.of(parameters, numbers[0]).withBetas(numbers[1], numbers[2]).withEpsilon(numbers[3])
                : Sgd.of(parameters, numbers[0]).withMomentum(numbers[1]);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void gradientsLossesAndParametersOfTwentyStepsArePyTorchs(Golden golden) {
        double[] losses = golden.doubles("losses");
        assertEquals(20, losses.length);
        for (Backend backend : EveryBackend.list()) {
            Sequential network = networkOf(golden).to(backend);
            Variable x = Variable.given(golden.tensor("x").toFloat().to(backend));
            Variable target = Variable.given(golden.tensor("target").toFloat().to(backend));
            Optimizer optimizer = optimizerOf(golden, network.parameters());
            double[] ours = Training.of(20).watchedBy((step, _) -> {
                if (step > 1) return;
                for (Parameter p : network.parameters()) {
                    Close.assertNear(p.name(), golden.tensor("grad." + p.name()), DoubleTensor.of(p.variable().gradient()), 1e-7);
                }
            }).run(optimizer, (tape, _) -> tape.apply(MseLoss.of(), network.forward(tape, x), target));
            // The first loss is right to float; each of the 20 steps then adds a rounding of every parameter.
            assertArrayEquals(losses, ours, 2e-6);
            for (Parameter p : network.parameters()) {
                Close.assertNear(p.name(), golden.tensor("final." + p.name()), DoubleTensor.of(p.value()), 2e-5);
            }
        }
    }

    @Test
    void namesShapesAndCountsAreThoseOfPyTorch() {
        Sequential network = goldenNetwork();
        assertEquals("[0.weight [3, 2, 3, 3], 0.bias [1, 3, 1, 1], 3.weight [3, 4, 4, 3], 3.bias [1, 4, 1, 1], 6.weight [2, 2, 2, 2], "
                + "6.bias [1, 2, 1, 1]]", network.parameters().toString());
        assertEquals(54 + 3 + 144 + 4 + 16 + 2, network.parameterCount());
        assertEquals(54, Weighted.conv(Conv2d.of(3), 2, 3, Tensor::zeros).withoutBias().parameterCount());
        assertEquals("[1.0.weight [5, 7, 1, 1], 1.0.bias [1, 5, 1, 1]]",
                Sequential.of(Layer.of(Relu.of()), Sequential.of(Weighted.dense(7, 5, Tensor::zeros))).parameters().toString());
        assertEquals(Shape.of(2, 2, 6, 7), network.predict(Tensor.zeros(2, 2, 6, 8)).shape());
    }

    @Test
    void startValuesStayInPyTorchsBounds() {
        Tensor values = Weighted.uniform(Noise.generator(2)).apply(Shape.of(100, 3, 5, 5));
        double largest = 0;
        double squares = 0;
        for (float value : values.toArray()) {
            largest = Math.max(largest, Math.abs(value));
            squares += value * (double) value / values.shape().size();
        }
        assertTrue(largest <= 1 / Math.sqrt(75) && largest > 0.999 / Math.sqrt(75), "largest " + largest);
        assertEquals(1.0 / 75 / 3, squares, 0.02 / 75 / 3);
    }

    @Test
    void gradientsOfANetworkMatchCentralDifferences() {
        var start = Weighted.uniform(Noise.generator(3));
        Sequential network = Sequential.of(Weighted.conv(Conv2d.of(3).withPadding(1), 1, 2, start), Layer.of(Tanh.of()),
                Weighted.convTranspose(ConvTranspose2d.of(4).withStride(2).withPadding(1), 2, 1, start).withoutBias());
        Variable x = Variable.given(Samples.normal(4, Shape.of(2, 1, 3, 4)));
        Variable target = Variable.given(Samples.normal(5, Shape.of(2, 1, 6, 8)));
        Map<String, Variable> parameters = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) parameters.put(parameter.name(), parameter.variable());
        assertEquals(3, parameters.size());
        GradientCheck.check(tape -> tape.apply(MseLoss.of(), network.forward(tape, x), target), parameters);
    }

    private static final Variable XOR = Variable.given(Tensor.of(Shape.of(4, 2, 1, 1), 0, 0, 0, 1, 1, 0, 1, 1));
    private static final Variable XOR_TARGET = Variable.given(Tensor.of(Shape.of(4, 1, 1, 1), 0, 1, 1, 0));

    private static double[] learnXor(Sequential network, int steps) {
        return Training.of(steps).run(Adam.of(network.parameters(), 0.05),
                (tape, _) -> tape.apply(BceWithLogitsLoss.of(), network.forward(tape, XOR), XOR_TARGET));
    }

    private static Sequential xorNetwork(long seed) {
        var start = Weighted.uniform(Noise.generator(seed));
        return Sequential.of(Weighted.dense(2, 8, start), Layer.of(Tanh.of()), Weighted.dense(8, 1, start));
    }

    @Test
    void exclusiveOrIsLearned() {
        Sequential network = xorNetwork(7);
        double[] losses = learnXor(network, 150);
        assertTrue(losses[149] < losses[0] / 20, "from %s to %s".formatted(losses[0], losses[149]));
        float[] logits = network.predict(XOR.value()).toArray();
        for (int i = 0; i < 4; i++) assertEquals(XOR_TARGET.value().toArray()[i] == 1, logits[i] > 0, Arrays.toString(logits));
    }

    @Test
    void aDenoisingNetworkLearns() {
        var start = Weighted.uniform(Noise.generator(8));
        Sequential network = Sequential.of(Weighted.conv(Conv2d.of(3).withPadding(1), 1, 6, start), Layer.of(LeakyRelu.of(0.2)),
                Weighted.conv(Conv2d.of(3).withPadding(1), 6, 1, start));
        Tensor clean = Tensor.zeros(4, 1, 8, 8);
        for (int i = 0; i < clean.shape().size(); i++) clean.data()[i] = (float) Math.sin(0.1 * (i / 64) + 0.6 * (i % 8) + 0.3 * (i / 8 % 8));
        Tensor noisy = Samples.normal(9, clean.shape());
        for (int i = 0; i < clean.shape().size(); i++) noisy.data()[i] = clean.data()[i] + 0.4f * noisy.data()[i];
        double untouched = MseLoss.of().forward(noisy, clean).get(0, 0);
        double[] losses = Training.of(120).run(Adam.of(network.parameters(), 0.02),
                (tape, _) -> tape.apply(MseLoss.of(), network.forward(tape, Variable.given(noisy)), Variable.given(clean)));
        assertTrue(losses[119] < losses[0] / 5, "from %s to %s".formatted(losses[0], losses[119]));
        assertTrue(losses[119] < untouched / 2, "the noise has %s, what is left %s".formatted(untouched, losses[119]));
    }

    @Test
    void trainingIsDeterministic() {
        assertArrayEquals(learnXor(xorNetwork(10), 20), learnXor(xorNetwork(10), 20));
        assertNotEquals(learnXor(xorNetwork(10), 20)[19], learnXor(xorNetwork(11), 20)[19]);
    }

    @Test
    void trainingOnADeviceLeavesNothingOpen() {
        OffHeapBackend backend = new OffHeapBackend();
        Sequential network = goldenNetwork().to(backend);
        Variable x = Variable.given(Samples.normal(1, Shape.of(1, 2, 6, 8)).to(backend));
        Variable target = Variable.given(Samples.normal(2, Shape.of(1, 2, 6, 7)).to(backend));
        Adam adam = Adam.of(network.parameters(), 0.01);
        List<Integer> open = new ArrayList<>();
        Training.of(3).watchedBy((_, _) -> open.add(backend.open()))
                .run(adam, (tape, _) -> tape.apply(MseLoss.of(), network.forward(tape, x), target));
        assertEquals(List.of(2 + 4 * 6, 2 + 4 * 6, 2 + 4 * 6), open, "x, target, and per parameter: value, gradient, two moments");
        network.predict(x.value()).close();
        adam.clearGradients();
        assertEquals(2 + 3 * 6, backend.open());
    }

    @Test
    void anInterruptStopsTheTrainingAndWhatWasLearnedStays() {
        Sequential network = xorNetwork(12);
        List<Integer> seen = new ArrayList<>();
        Training training = Training.of(1000).watchedBy((step, _) -> {
            seen.add(step);
            if (step == 3) Thread.currentThread().interrupt();
        });
        try {
            assertThrows(CancellationException.class, () -> training.run(Adam.of(network.parameters(), 0.05),
                    (tape, _) -> tape.apply(BceWithLogitsLoss.of(), network.forward(tape, XOR), XOR_TARGET)));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(List.of(1, 2, 3), seen);
        Sequential other = xorNetwork(12);
        learnXor(other, 3);
        assertArrayEquals(other.predict(XOR.value()).toArray(), network.predict(XOR.value()).toArray());
    }

    @Test
    void stepsThatComputeNothingOfTheLibraryAreStoppedToo() {
        List<Integer> seen = new ArrayList<>();
        try {
            assertThrows(CancellationException.class, () -> Training.of(5).run(step -> {
                seen.add(step);
                if (step == 2) Thread.currentThread().interrupt();
                return 1;
            }));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(List.of(1, 2), seen);
    }

    @Test
    void aLossThatIsNoNumberStopsTheTraining() {
        double[] losses = {2, Double.NaN};
        assertEquals("Training: the loss of step 2 is NaN, that of the step before was 2.0; use a smaller learning rate",
                assertThrows(ArithmeticException.class, () -> Training.of(5).run(step -> losses[step - 1])).getMessage());
        assertEquals("Training: the loss of step 1 is Infinity, that of the step before was none; use a smaller learning rate",
                assertThrows(ArithmeticException.class, () -> Training.of(5).run(_ -> Double.POSITIVE_INFINITY)).getMessage());
    }

    @Test
    void parametersWithoutAGradientStay() {
        Parameter used = Parameter.of("used", Tensor.full(Shape.plane(1, 1), 1));
        Parameter idle = Parameter.of("idle", Tensor.full(Shape.plane(1, 1), 1));
        for (Optimizer optimizer : List.of(Adam.of(List.of(used, idle), 0.1), Sgd.of(List.of(used, idle), 0.1))) {
            float before = used.value().get(0, 0);
            optimizer.minimize(tape -> tape.scale(used.variable(), 3));
            assertEquals(before - (optimizer instanceof Adam ? 0.1f : 0.3f), used.value().get(0, 0), 1e-6f);
            assertEquals(1, idle.value().get(0, 0));
        }
    }

    /// The example of lesson 10, task 10.5.
    @Test
    void theFirstStepOfAdamIsTheLearningRate() {
        Parameter p = Parameter.of("p", Tensor.of(Shape.plane(1, 3), 1, 2, 0));
        Adam adam = Adam.of(List.of(p), 2e-4).withBetas(0.5, 0.999);
        try (Tape tape = new Tape()) {
            tape.backward(tape.apply(Relu.of(), tape.apply(Add.of(), p.variable(), Variable.given(Tensor.full(Shape.plane(1, 3), 9)))),
                    Tensor.of(Shape.plane(1, 3), 0.1f, -4, 1e-8f));
        }
        adam.step();
        assertArrayEquals(new float[] {0.9998f, 2.0002f, -1e-4f}, p.value().toArray(), 2e-7f);
    }

    @Test
    void badSettingsAreNamed() {
        List<Parameter> none = List.of();
        assertEquals("Adam: learningRate must be finite and > 0.0, but was NaN", rejection(() -> Adam.of(none, Double.NaN)));
        assertEquals("Adam: beta2 must be >= 0 and < 1, but was 1.0", rejection(() -> Adam.of(none, 1).withBetas(0.9, 1)));
        assertEquals("Adam: epsilon must be finite and > 0.0, but was 0.0", rejection(() -> Adam.of(none, 1).withEpsilon(0)));
        assertEquals("Sgd: momentum must be >= 0 and < 1, but was -0.1", rejection(() -> Sgd.of(none, 1).withMomentum(-0.1)));
        assertEquals("Sgd: learningRate must be finite and > 0.0, but was 0.0", rejection(() -> Sgd.of(none, 0)));
        assertEquals("Training: steps must be >= 1, but was 0", rejection(() -> Training.of(0)));
        assertEquals("Conv2d layer: groups=2 must divide outChannels=4 and inChannels=3",
                rejection(() -> Weighted.conv(Conv2d.of(3).withGroups(2), 3, 4, Tensor::zeros)));
        assertEquals("ConvTranspose2d layer: outChannels must be >= 1, but was 0",
                rejection(() -> Weighted.convTranspose(ConvTranspose2d.of(3), 3, 0, Tensor::zeros)));
        assertEquals("Conv2d layer: shape of the start values must be [4, 3, 1, 1], but was [1, 1, 1, 1]",
                rejection(() -> Weighted.dense(3, 4, _ -> Tensor.zeros(1, 1, 1, 1))));
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
