package upsampling.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import upsampling.autograd.Tape;
import upsampling.autograd.Variable;
import upsampling.nn.Layer;
import upsampling.op.Axes;
import upsampling.op.MaxPool2d;
import upsampling.op.ReduceSum;
import upsampling.op.Relu;
import upsampling.op.Samples;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Indices;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class BackendTest {
    private final OffHeapBackend other = new OffHeapBackend();

    @Test
    void mixingBackendsNamesBoth() {
        Tensor here = Tensor.zeros(1, 1, 2, 2);
        Tensor there = here.to(other);
        assertEquals("Relu.backward: gradOutput is on backend off-heap, but x is on backend scalar; move one of them with .to(backend)",
                assertThrows(IllegalArgumentException.class, () -> Relu.of().backward(there, here)).getMessage());
    }

    @Test
    void aResultStaysOnTheBackendOfItsArgument() {
        Tensor x = Tensor.image(new double[][] {{1, 2}, {3, 4}}).to(other);
        MaxPool2d.Pooled pooled = MaxPool2d.of(2).forwardWithIndices(x);
        assertSame(other, pooled.values().backend());
        assertSame(other, MaxPool2d.of(2).backward(pooled.values(), pooled.indices(), x.shape()).backend());
        assertSame(other, Relu.of().backward(x, x).backend());
    }

    @Test
    void movingCopiesTheValues() {
        Tensor x = Tensor.image(new double[][] {{1, 2}, {3, 4}});
        Tensor moved = x.to(other);
        x.data()[0] = 9;
        assertArrayEquals(new float[] {1, 2, 3, 4}, moved.toArray());
        assertSame(other, moved.backend());
    }

    @Test
    void anIndexOfMinusOneMeansNoCell() {
        Tensor x = Tensor.full(Shape.of(1, 2, 1, 2), 10);
        ScalarBackend.INSTANCE.scatterSum(Tensor.of(Shape.of(1, 2, 1, 2), 1, 2, 3, 4), Indices.of(-1, 1, 0, -1), x);
        assertArrayEquals(new float[] {0, 2, 3, 0}, x.toArray());
        Tensor y = Tensor.full(Shape.of(1, 2, 1, 2), 7);
        ScalarBackend.INSTANCE.gather(x, Indices.of(-1, 1, 0, -1), y);
        assertArrayEquals(new float[] {0, 2, 3, 0}, y.toArray());
    }

    @Test
    void scatterSumReplacesWhatIsThere() {
        Tensor x = Tensor.full(Shape.plane(1, 3), 10);
        ScalarBackend.INSTANCE.scatterSum(Tensor.of(Shape.plane(1, 2), 1, 2), Indices.of(2, 2), x);
        assertArrayEquals(new float[] {0, 0, 3}, x.toArray());
    }

    /// In float, `2^24 + 1 + 1 - 2^24` is 0.
    @Test
    void scatterSumRoundsItsSumsOnce() {
        Tensor x = Tensor.zeros(1, 1, 3, 3);
        x.data()[4] = 1;
        MaxPool2d pool = MaxPool2d.of(2).withStride(1);
        Tensor g = Tensor.of(Shape.plane(2, 2), 0x1p24f, 1, 1, -0x1p24f);
        assertEquals(2, pool.backward(g, pool.forwardWithIndices(x).where(), x.shape()).get(1, 1));
    }

    @Test
    void indicesOfADeviceStayThere() {
        Tensor x = Samples.normal(1, Shape.of(1, 2, 6, 6)).to(other);
        MaxPool2d pool = MaxPool2d.of(2);
        Layer.of(pool).predict(x);
        Variable learned = Variable.learned(x);
        try (Tape tape = new Tape()) {
            tape.backward(tape.apply(ReduceSum.over(Axes.ALL), tape.apply(pool, learned)));
        }
        assertEquals(2 * 9, Arrays.stream(toDoubles(learned.gradient())).sum());
        assertEquals(0, other.indexTransfers());
        assertEquals(18, pool.forwardWithIndices(x).indices().length);
        assertEquals(1, other.indexTransfers());
    }

    private static double[] toDoubles(Tensor x) {
        return DoubleTensor.of(x).data();
    }

    /// `Math.exp` may differ in its last digit between processors, too seldom for a test of numbers.
    @Test
    void functionsAreTheSameOnEveryMachine() throws IOException {
        Pattern unsafe = Pattern.compile("(?<!Strict)Math\\.(sin|cos|tan|exp|expm1|log|log10|log1p|pow|cbrt|sinh|cosh|tanh|hypot)\\b");
        try (Stream<Path> files = Files.list(Path.of("src/main/java/upsampling/backend"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(unsafe.matcher(Files.readString(file)).find(), file + ": use StrictMath");
            }
        }
        assertTrue(unsafe.matcher("(float) Math.tanh(x)").find());
    }
}
