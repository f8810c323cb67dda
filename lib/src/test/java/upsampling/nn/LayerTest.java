package upsampling.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import upsampling.autograd.Tape;
import upsampling.autograd.Variable;
import upsampling.backend.OffHeapBackend;
import upsampling.op.Conv2d;
import upsampling.op.Multiply;
import upsampling.op.Relu;
import upsampling.op.Samples;
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
