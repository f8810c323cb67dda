package upsampling.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import upsampling.op.AdaptiveAvgPool2d;
import upsampling.op.AvgPool2d;
import upsampling.op.Axes;
import upsampling.op.Blur;
import upsampling.op.Close;
import upsampling.op.MaxPool2d;
import upsampling.op.PixelShuffle;
import upsampling.op.PixelUnshuffle;
import upsampling.op.ReduceSum;
import upsampling.op.Relu;
import upsampling.op.Resize;
import upsampling.op.Samples;
import upsampling.op.Sigmoid;
import upsampling.op.Softmax;
import upsampling.op.ZeroInsertion;
import upsampling.tensor.Alignment;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Operators on {@link VectorBackend}, one or more for each primitive that works along rows: each primitive is bound to the right kernel, with its
/// arguments in the right order. The kernels themselves have tests of their own.
class VectorPrimitivesTest {
    private static final Tensor X = Samples.normal(3, Shape.of(2, 8, 21, 37));

    @TestFactory
    Stream<DynamicTest> operatorsAgreeWithThePlainBackend() {
        Map<String, UnaryOperator<Tensor>> operators = new LinkedHashMap<>();
        operators.put("nearest", x -> Resize.nearest().toSize(42, 80).forward(x));
        operators.put("bilinear", x -> Resize.bilinear().withScale(2).forward(x));
        operators.put("bilinear, corners", x -> Resize.bilinear().withAlignment(Alignment.CORNERS).toSize(50, 51).forward(x));
        operators.put("bicubic reduction", x -> Resize.bicubic().toSize(9, 20).forward(x));
        operators.put("gradient of bilinear", x -> Resize.bilinear().toSize(21, 37).on(x.shape().withSize(10, 11)).adjoint(x));
        operators.put("zero insertion", x -> ZeroInsertion.of(2).forward(x));
        operators.put("blur", x -> Blur.binomial(5).forward(x));
        operators.put("average pool", x -> AvgPool2d.of(3).withStride(2).withPadding(1).forward(x));
        operators.put("adaptive average", x -> AdaptiveAvgPool2d.of(4).forward(x));
        operators.put("max pool", x -> MaxPool2d.of(3).withStride(2).withPadding(1).forward(x));
        MaxPool2d half = MaxPool2d.of(2);
        operators.put("gradient of max pool", x -> half.backward(half.forward(x), half.forwardWithIndices(x).where(), x.shape()));
        operators.put("pixel shuffle", x -> PixelShuffle.of(2).forward(x));
        operators.put("pixel unshuffle", x -> PixelUnshuffle.of(2).forward(Resize.nearest().withScale(2).forward(x)));
        operators.put("relu", x -> Relu.of().forward(x));
        operators.put("gradient of relu", x -> Relu.of().backward(x, Sigmoid.of().forward(x)));
        operators.put("softmax", x -> Softmax.over(Axes.CHANNELS).forward(x));
        operators.put("sum", x -> ReduceSum.over(Axes.CHANNELS).forward(x));
        return operators.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            VectorBackend vector = VectorBackend.all();
            Tensor result = entry.getValue().apply(X.to(vector));
            assertSame(vector, result.backend());
            Close.assertNear(entry.getKey(), DoubleTensor.of(entry.getValue().apply(X)), DoubleTensor.of(result), 1e-5);
        }));
    }

    @Test
    void indicesAreThoseOfThePlainBackend() {
        MaxPool2d pool = MaxPool2d.of(3).withStride(2).withPadding(1);
        Tensor tied = Samples.tied(5, X.shape());
        int[] expected = pool.forwardWithIndices(tied).where().values();
        assertArrayEquals(expected, pool.forwardWithIndices(tied.to(VectorBackend.withThreads(2))).where().values());
    }
}
