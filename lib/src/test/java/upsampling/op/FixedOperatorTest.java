package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import upsampling.backend.OffHeapBackend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;

/// What the interface gives to all operators without a weight.
class FixedOperatorTest {

    /// What a learner may write in a cell: every row backwards.
    private record Mirror() implements FixedOperator {
        @Override
        public String name() {
            return "Mirror";
        }

        @Override
        public Shape outputShape(Shape in) {
            return in;
        }

        @Override
        public LinearOperator on(Shape inputShape) {
            double[][] rows = new double[inputShape.h()][inputShape.h()];
            double[][] columns = new double[inputShape.w()][inputShape.w()];
            for (int h = 0; h < rows.length; h++) rows[h][h] = 1;
            for (int w = 0; w < columns.length; w++) columns[w][columns.length - 1 - w] = 1;
            return Separable.of(inputShape, Taps.of(rows), Taps.of(columns));
        }
    }

    @Test
    void threeMethodsAreEnough() {
        Tensor x = Tensor.image(new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertArrayEquals(new float[] {3, 2, 1, 6, 5, 4}, new Mirror().forward(x).toArray());
        assertArrayEquals(new float[] {3, 2, 1, 6, 5, 4}, new Mirror().backward(x, x.shape()).toArray());
        assertArrayEquals(new double[] {3, 2, 1, 6, 5, 4}, new Mirror().reference().forward(DoubleTensor.of(x)).data());
        assertArrayEquals(new double[] {3, 2, 1, 6, 5, 4}, new Mirror().reference().backward(DoubleTensor.of(x), x.shape()).data());
        assertEquals("Mirror.backward: shape of gradOutput must be [1, 1, 3, 2], but was [1, 1, 2, 3]",
                assertThrows(IllegalArgumentException.class, () -> new Mirror().backward(x, Shape.plane(3, 2))).getMessage());
    }

    @Test
    void poolingAndResizingLeaveNoTensorOfADeviceOpen() {
        OffHeapBackend backend = new OffHeapBackend();
        List<FixedOperator> operators = List.of(AvgPool2d.of(2), AdaptiveAvgPool2d.of(3), GlobalAvgPool2d.of(), Resize.bilinear().withScale(2),
                Resize.area().toSize(3, 2), ZeroInsertion.of(2));
        for (FixedOperator operator : operators) {
            try (Tensor x = Samples.normal(1, Shape.of(2, 3, 4, 6)).to(backend);
                    Tensor y = operator.forward(x);
                    Tensor gradInput = operator.backward(y, x.shape())) {
                assertEquals(x.shape(), gradInput.shape(), operator.name());
                assertEquals(3, backend.open(), operator.name());
            }
            assertEquals(0, backend.open(), operator.name());
        }
    }
}
