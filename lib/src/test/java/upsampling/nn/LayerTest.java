package upsampling.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import upsampling.autograd.Tape;
import upsampling.autograd.Variable;
import upsampling.backend.OffHeapBackend;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.Elements;
import upsampling.op.Multiply;
import upsampling.op.Relu;
import upsampling.op.Samples;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class LayerTest {
    private final OffHeapBackend backend = new OffHeapBackend();

    /// A layer of a cell: a factor for every channel.
    private record Gain(Parameter factor) implements Layer {
        @Override
        public Variable forward(Tape tape, Variable x) {
            return tape.apply(Multiply.of(), x, factor.variable());
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(factor);
        }
    }

    @Test
    void thePredictionOfALayerThatHandsOnItsInputIsACopy() {
        Tensor x = Samples.normal(1, Shape.of(1, 2, 3, 3));
        float[] before = x.toArray();
        for (Layer identity : new Layer[] {Sequential.of(), (_, given) -> given}) {
            Tensor y = identity.predict(x);
            assertArrayEquals(before, y.toArray());
            y.close();
            assertArrayEquals(before, x.toArray(), "still open");
        }
        Parameter learned = Parameter.of("learned", Tensor.full(Shape.plane(1, 1), 4));
        Layer constant = (_, _) -> learned.variable();
        constant.predict(x).close();
        assertEquals(4, learned.value().get(0, 0));
    }

    @Test
    void aReluOfTheLayerGivesTheSameNumbersWithoutTheValueBefore() {
        for (boolean hasBias : new boolean[] {true, false}) {
            Weighted conv = Weighted.conv(Conv2d.of(3), 2, 3, shape -> Samples.normal(4, shape));
            if (hasBias) Elements.copy(Samples.normal(5, Shape.of(1, 3, 1, 1)), conv.bias().orElseThrow().value());
            Weighted up = Weighted.convTranspose(ConvTranspose2d.of(2).withStride(2), 3, 1, shape -> Samples.normal(6, shape));
            Layer relu = Layer.of(Relu.of());
            Sequential oneByOne = Sequential.of(conv, relu, up, relu);
            Sequential together = Sequential.of(conv.thenRelu(), up.thenRelu());
            Trace expected = trace(hasBias ? oneByOne : withoutBias(oneByOne));
            Trace received = trace(hasBias ? together : withoutBias(together));
            assertEquals(expected.numbers, received.numbers);
            assertTrue(received.numbers.getFirst().contains(0f) && received.numbers.getFirst().stream().anyMatch(y -> y > 0), "both sides of the kink");
            assertEquals(2, expected.values - received.values, "values between a convolution and its ReLU");
        }
    }

    private static Sequential withoutBias(Sequential net) {
        return new Sequential(net.layers().stream().map(layer -> layer instanceof Weighted weighted ? weighted.withoutBias() : layer).toList());
    }

    /// What a network computed.
    ///
    /// @param numbers of the result, the gradient of the input and those of the parameters
    /// @param values that were alive at the end
    private record Trace(List<List<Float>> numbers, int values) { }

    private Trace trace(Sequential given) {
        Sequential net = given.to(backend);
        Variable x = Variable.learned(Samples.normal(7, Shape.of(2, 2, 5, 4)).to(backend));
        List<Tensor> tensors = new ArrayList<>();
        int before = backend.open();
        try (Tape tape = new Tape()) {
            Variable y = net.forward(tape, x);
            int values = backend.open() - before;
            tape.backward(y, Samples.normal(8, y.shape()).to(backend));
            tensors.add(y.value());
            tensors.add(x.gradient());
            net.parameters().forEach(parameter -> tensors.add(parameter.variable().gradient()));
            List<List<Float>> numbers = tensors.stream().map(LayerTest::numbers).toList();
            x.clearGradient();
            net.parameters().forEach(parameter -> parameter.variable().clearGradient());
            tape.close();
            assertEquals(before, backend.open(), "all that was made in between is closed");
            return new Trace(numbers, values);
        }
    }

    private static List<Float> numbers(Tensor tensor) {
        return DoubleStream.of(DoubleTensor.of(tensor).data()).mapToObj(number -> (float) number).toList();
    }

    @Test
    void aLayerWithParametersThatDoesNotSayHowItIsMovedIsNamed() {
        Layer gain = new Gain(Parameter.of("factor", Tensor.full(Shape.of(1, 2, 1, 1), 2)));
        assertEquals("Layer: with parameters, [factor [1, 2, 1, 1]], it must implement to(backend)",
                assertThrows(IllegalStateException.class, () -> Sequential.of(Layer.of(Relu.of()), gain).to(backend)).getMessage());
        Layer relu = Layer.of(Relu.of());
        assertSame(relu, relu.to(backend));
    }

    @Test
    void aLayerThatStandsTwiceStaysOneLayerOnAnotherBackend() {
        Weighted w = Weighted.conv(Conv2d.of(1), 1, 1, shape -> Tensor.full(shape, 3));
        Sequential moved = Sequential.of(w, Layer.of(Relu.of()), w).to(backend);
        assertSame(moved.layers().get(0), moved.layers().get(2));
        assertNotSame(w, moved.layers().get(0));
        assertEquals(2, moved.parameterCount(), "weight and bias, once");
    }
}
