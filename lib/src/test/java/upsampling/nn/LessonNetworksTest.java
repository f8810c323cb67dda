package upsampling.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.autograd.GradientCheck;
import upsampling.autograd.Tape;
import upsampling.autograd.Variable;
import upsampling.data.Noise;
import upsampling.init.Icnr;
import upsampling.init.Kaiming;
import upsampling.op.Add;
import upsampling.op.BceWithLogitsLoss;
import upsampling.op.Concat;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.GaussianBlur;
import upsampling.op.GaussianKlLoss;
import upsampling.op.LeakyRelu;
import upsampling.op.MaxPool2d;
import upsampling.op.MseLoss;
import upsampling.op.PixelShuffle;
import upsampling.op.Reparameterization;
import upsampling.op.Reshape;
import upsampling.op.Resize;
import upsampling.op.ResizeConv2d;
import upsampling.op.Samples;
import upsampling.op.Sigmoid;
import upsampling.op.SoftArgmax;
import upsampling.op.Tanh;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The kinds of networks that the lessons train, as small as they get: everything they need is there, and its gradients are right.
class LessonNetworksTest {
    private static final ConvTranspose2d DOUBLE = ConvTranspose2d.of(4).withStride(2).withPadding(1);

    private static Function<Shape, Tensor> start(long seed) {
        return Weighted.uniform(Noise.generator(seed));
    }

    private static Map<String, Variable> byName(List<Parameter> parameters) {
        Map<String, Variable> map = new LinkedHashMap<>();
        for (Parameter parameter : parameters) map.put(parameter.name(), parameter.variable());
        return map;
    }

    /// Lesson 7: with filters copied by ICNR, convolution and pixel shuffle are a convolution and nearest-neighbour resizing.
    @Test
    void subPixelLayerStartsAsNearestResize() {
        RandomGenerator random = Noise.generator(1);
        Tensor filters = Kaiming.normal(Shape.of(2, 3, 3, 3), 27, 0, random);
        Weighted conv = Weighted.conv(Conv2d.of(3).withPadding(1), 3, 8, _ -> Icnr.forPixelShuffle(filters, 2));
        Sequential network = Sequential.of(conv, Layer.of(PixelShuffle.of(2)));
        Tensor x = Samples.normal(2, Shape.of(2, 3, 4, 5));
        Tensor nearest = Resize.nearest().withScale(2).forward(Conv2d.of(3).withPadding(1).forward(x, filters));
        assertArrayEquals(nearest.toArray(), network.predict(x).toArray());
        Variable target = Variable.given(Samples.normal(3, nearest.shape()));
        GradientCheck.check(tape -> tape.apply(MseLoss.of(), network.forward(tape, Variable.given(x)), target), byName(network.parameters()));
        Weighted resizeConv = new Weighted(ResizeConv2d.of(Resize.nearest().withScale(2), Conv2d.of(3)), conv.weight(), conv.bias(), false);
        GradientCheck.check(tape -> {
            Variable y = resizeConv.forward(tape, Variable.given(x));
            return tape.apply(MseLoss.of(), y, Variable.given(Tensor.zeros(y.shape())));
        }, byName(resizeConv.parameters()));
    }

    /// Lesson 11: one level of a U-Net, with its skip.
    private record UNet(Layer down, Layer bottom, Layer up, Layer head) implements Layer {
        static UNet of(Function<Shape, Tensor> start) {
            return new UNet(
                    Sequential.of(Weighted.conv(Conv2d.of(3).withPadding(1), 1, 4, start), Layer.of(LeakyRelu.of(0.1))),
                    Sequential.of(Layer.of(MaxPool2d.of(2)), Weighted.conv(Conv2d.of(3).withPadding(1), 4, 6, start), Layer.of(LeakyRelu.of(0.1))),
                    Weighted.convTranspose(ConvTranspose2d.of(2).withStride(2), 6, 4, start),
                    Weighted.conv(Conv2d.of(3).withPadding(1), 8, 1, start));
        }

        @Override
        public Variable forward(Tape tape, Variable x) {
            Variable skip = down.forward(tape, x);
            Variable up = this.up.forward(tape, bottom.forward(tape, skip));
            return head.forward(tape, tape.apply(Concat.of(), skip, up));
        }

        @Override
        public List<Parameter> parameters() {
            List<Parameter> all = new ArrayList<>();
            for (Layer part : List.of(down, bottom, up, head)) all.addAll(part.parameters());
            return all;
        }
    }

    @Test
    void aUNetWithASkipLearnsAMask() {
        UNet network = UNet.of(start(4));
        assertEquals(40 + 222 + 100 + 73, network.parameterCount());
        Tensor mask = Tensor.zeros(4, 1, 8, 8);
        for (int n = 0; n < 4; n++) {
            for (int i = 0; i < 8; i++) mask.data()[mask.shape().index(n, 0, i, (i + 2 * n) % 8)] = 1; // a diagonal, one cell wide
        }
        Tensor noisy = Samples.normal(5, mask.shape());
        for (int i = 0; i < mask.shape().size(); i++) noisy.data()[i] = mask.data()[i] + 0.2f * noisy.data()[i];
        double[] losses = Training.of(60).run(Adam.of(network.parameters(), 0.02),
                (tape, _) -> tape.apply(BceWithLogitsLoss.of(), network.forward(tape, Variable.given(noisy)), Variable.given(mask)));
        assertTrue(losses[59] < losses[0] / 8, "from %s to %s".formatted(losses[0], losses[59]));
    }

    @Test
    void concatSendsEveryPartItsOwnChannels() {
        Variable a = Variable.learned(Samples.normal(1, Shape.of(2, 1, 2, 3)));
        Variable b = Variable.learned(Samples.normal(2, Shape.of(2, 2, 2, 3)));
        Tensor g = Samples.normal(3, Shape.of(2, 3, 2, 3));
        try (Tape tape = new Tape()) {
            tape.backward(tape.apply(Concat.of(), a, b), Tensor.of(g.shape(), g.toArray()));
        }
        for (int n = 0; n < 2; n++) {
            for (int w = 0; w < 3; w++) {
                assertEquals(g.get(n, 0, 1, w), a.gradient().get(n, 0, 1, w));
                assertEquals(g.get(n, 1, 1, w), b.gradient().get(n, 0, 1, w));
                assertEquals(g.get(n, 2, 0, w), b.gradient().get(n, 1, 0, w));
            }
        }
    }

    /// Lesson 9: keypoints by soft argmax, behind a blur whose width is learned.
    @Test
    void keypointsAndBlurHaveTheirGradients() {
        Variable x = Variable.learned(Samples.normal(6, Shape.of(2, 1, 6, 7)));
        Variable logSigma = Variable.learned(Tensor.full(Shape.plane(1, 1), 0.2f));
        Variable target = Variable.given(Tensor.of(Shape.of(2, 1, 1, 2), 1, 2, 3, 4));
        GradientCheck.check(tape -> tape.apply(MseLoss.of(), tape.apply(SoftArgmax.of(1), tape.apply(GaussianBlur.of(2), x, logSigma)), target),
                Map.of("x", x, "logSigma", logSigma));
    }

    /// Lesson 12: a variational autoencoder with a code of two numbers.
    @Test
    void aVariationalAutoencoderLearns() {
        Function<Shape, Tensor> start = start(7);
        Sequential encoder = Sequential.of(Layer.of(Reshape.flatten()), Weighted.dense(16, 8, start), Layer.of(Tanh.of()));
        Weighted mu = Weighted.dense(8, 2, start);
        Weighted logVariance = Weighted.dense(8, 2, start);
        Sequential decoder = Sequential.of(Weighted.dense(2, 8, start), Layer.of(Tanh.of()), Layer.of(Reshape.to(2, 2, 2)),
                Weighted.convTranspose(DOUBLE, 2, 1, start), Layer.of(Sigmoid.of()));
        Tensor x = Tensor.zeros(3, 1, 4, 4);
        for (int n = 0; n < 3; n++) {
            for (int h = 0; h < 4; h++) {
                for (int w = n + 1; w < 4; w++) x.data()[x.shape().index(n, 0, h, w)] = 1; // an edge at three places
            }
        }
        List<Parameter> parameters = new ArrayList<>();
        Map<String, Layer> parts = new LinkedHashMap<>();
        parts.put("encoder", encoder);
        parts.put("mu", mu);
        parts.put("logVariance", logVariance);
        parts.put("decoder", decoder);
        parts.forEach((name, part) -> part.parameters().forEach(parameter -> parameters.add(parameter.within(name))));
        class Vae {
            Variable loss(Tape tape, long seed) {
                Variable hidden = encoder.forward(tape, Variable.given(x));
                Variable mean = mu.forward(tape, hidden);
                Variable variance = logVariance.forward(tape, hidden);
                Variable code = tape.apply(Reparameterization.of(Samples.normal(seed, mean.shape())), mean, variance);
                Variable difference = tape.apply(MseLoss.of(), decoder.forward(tape, code), Variable.given(x));
                return tape.apply(Add.of(), difference, tape.scale(tape.apply(GaussianKlLoss.of(), mean, variance), 0.002));
            }
        }
        Vae vae = new Vae();
        GradientCheck.check(tape -> vae.loss(tape, 1), byName(parameters));
        double[] losses = Training.of(150).run(Adam.of(parameters, 0.03), (tape, step) -> vae.loss(tape, step));
        assertTrue(losses[149] < losses[0] / 3, "from %s to %s".formatted(losses[0], losses[149]));
        assertEquals(Shape.of(5, 1, 4, 4), decoder.predict(Samples.normal(8, Shape.of(5, 2, 1, 1))).shape());
    }

    /// Lesson 10: generator and discriminator take turns; a generated picture is detached while the discriminator learns.
    @Test
    void aGeneratorLearnsToFoolADiscriminator() {
        Function<Shape, Tensor> start = start(9);
        Sequential generator = Sequential.of(Weighted.dense(2, 8, start), Layer.of(LeakyRelu.of(0.2)), Layer.of(Reshape.to(2, 2, 2)),
                Weighted.convTranspose(DOUBLE, 2, 1, start), Layer.of(Tanh.of()));
        Sequential discriminator = Sequential.of(Weighted.conv(Conv2d.of(4).withStride(2).withPadding(1), 1, 4, start),
                Layer.of(LeakyRelu.of(0.2)), Layer.of(Reshape.flatten()), Weighted.dense(16, 1, start));
        Adam generatorSteps = Adam.of(generator.parameters(), 0.01).withBetas(0.5, 0.999);
        Adam discriminatorSteps = Adam.of(discriminator.parameters(), 0.01).withBetas(0.5, 0.999);
        Variable real = Variable.given(Tensor.full(Shape.of(8, 1, 4, 4), 0.8f));
        Variable ones = Variable.given(Tensor.full(Shape.of(8, 1, 1, 1), 1));
        Variable zeros = Variable.given(Tensor.zeros(8, 1, 1, 1));
        Training.of(80).run(step -> {
            Variable z = Variable.given(Samples.normal(step, Shape.of(8, 2, 1, 1)));
            discriminatorSteps.minimize(tape -> {
                Variable fake = generator.forward(tape, z).detached();
                Variable onReal = tape.apply(BceWithLogitsLoss.of(), discriminator.forward(tape, real), ones);
                return tape.apply(Add.of(), onReal, tape.apply(BceWithLogitsLoss.of(), discriminator.forward(tape, fake), zeros));
            });
            return generatorSteps.minimize(tape -> tape.apply(BceWithLogitsLoss.of(),
                    discriminator.forward(tape, generator.forward(tape, z)), ones));
        });
        double mean = 0;
        for (float value : generator.predict(Samples.normal(1, Shape.of(8, 2, 1, 1))).toArray()) mean += value / 128;
        assertTrue(mean > 0.4, "pictures are bright like the real ones, which have 0.8: " + mean);
    }
}
