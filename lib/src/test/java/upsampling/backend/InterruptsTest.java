package upsampling.backend;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import upsampling.metric.OverlapCount;
import upsampling.metric.RadialSpectrum;
import upsampling.op.AdaptiveAvgPool2d;
import upsampling.op.AvgPool2d;
import upsampling.op.GlobalAvgPool2d;
import upsampling.op.MaxPool2d;
import upsampling.op.MaxUnpool2d;
import upsampling.op.Relu;
import upsampling.op.Resize;
import upsampling.op.Selection;
import upsampling.op.ZeroInsertion;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class InterruptsTest {
    private static final Shape SHAPE = Shape.of(1, 2, 6, 6);
    private static final Tensor X = Tensor.zeros(SHAPE);
    private static final DoubleTensor EXACT = DoubleTensor.zeros(SHAPE);

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    @Test
    void theFlagStaysSet() {
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, Interrupts::check);
        assertTrue(Thread.currentThread().isInterrupted(), "code that swallows the exception must be stopped again");
    }

    @TestFactory
    Stream<DynamicTest> anInterruptStops() {
        MaxPool2d max = MaxPool2d.of(2);
        Tensor g = Tensor.zeros(1, 2, 3, 3);
        return Stream.of(
                stops("max forward", () -> max.forward(X)),
                stops("max backward", () -> max.backward(g, new int[18], SHAPE)),
                stops("max reference", () -> max.reference().forward(EXACT)),
                stops("max reference backward", () -> max.reference().backward(DoubleTensor.of(g), new int[18], SHAPE)),
                stops("average forward", () -> AvgPool2d.of(2).forward(X)),
                stops("average backward", () -> AvgPool2d.of(2).backward(g, SHAPE)),
                stops("average reference", () -> AvgPool2d.of(2).reference().forward(EXACT)),
                stops("average reference backward", () -> AvgPool2d.of(2).reference().backward(DoubleTensor.of(g), SHAPE)),
                stops("adaptive forward", () -> AdaptiveAvgPool2d.of(4).forward(X)),
                stops("adaptive reference", () -> AdaptiveAvgPool2d.of(4).reference().forward(EXACT)),
                stops("adaptive reference backward", () -> AdaptiveAvgPool2d.of(3).reference().backward(DoubleTensor.of(g), SHAPE)),
                stops("global forward", () -> GlobalAvgPool2d.of().forward(X)),
                stops("resize forward", () -> Resize.bilinear().withScale(2).forward(X)),
                stops("resize reference", () -> Resize.bilinear().withScale(2).reference().forward(EXACT)),
                stops("resize reference backward", () -> Resize.nearest().toSize(3, 3).reference().backward(DoubleTensor.of(g), SHAPE)),
                stops("zero insertion reference", () -> ZeroInsertion.of(2).reference().forward(EXACT)),
                stops("unpool forward", () -> MaxUnpool2d.of(2).forward(g, new int[18])),
                stops("unpool reference", () -> MaxUnpool2d.of(2).on(g.shape(), new int[18]).reference().apply(DoubleTensor.of(g))),
                stops("unpool reference adjoint", () -> MaxUnpool2d.of(2).on(g.shape(), new int[18]).reference().adjoint(EXACT)),
                stops("selection reference", () -> new Selection(SHAPE, g.shape(), new int[18]).reference().apply(EXACT)),
                stops("selection reference adjoint", () -> new Selection(SHAPE, g.shape(), new int[18]).reference().adjoint(DoubleTensor.of(g))),
                stops("global reference", () -> GlobalAvgPool2d.of().reference().forward(EXACT)),
                stops("global reference backward", () -> GlobalAvgPool2d.of().reference().backward(DoubleTensor.zeros(SHAPE.withSize(1, 1)), SHAPE)),
                stops("overlap count", () -> OverlapCount.perOutput(Resize.nearest().toSize(3, 3).on(SHAPE))),
                stops("spectrum", () -> RadialSpectrum.of(X)),
                stops("relu forward", () -> Relu.of().forward(X)),
                stops("relu backward", () -> Relu.of().backward(X, X)),
                stops("matrix", () -> GlobalAvgPool2d.of().on(SHAPE).matrix()));
    }

    private static DynamicTest stops(String name, Runnable work) {
        return DynamicTest.dynamicTest(name, () -> {
            Thread.currentThread().interrupt();
            try {
                assertThrows(CancellationException.class, work::run);
            } finally {
                Thread.interrupted();
            }
        });
    }
}
