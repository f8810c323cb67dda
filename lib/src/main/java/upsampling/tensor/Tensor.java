package upsampling.tensor;

import java.util.Arrays;
import upsampling.backend.Backend;
import upsampling.backend.ScalarBackend;

/// Float32 numbers in the shape `[N, C, H, W]`, row-major, on one backend.
///
/// A tensor has no operators: they are records in `upsampling.op`. It knows its backend, and {@link #to} is the only transfer. The
/// factories place it on {@link ScalarBackend}, the plain loops, so that a lesson gives the same digits on every machine.
///
/// On the Java heap there is nothing to close. A tensor of a device should be closed when it is no longer needed; a lesson need not, since
/// the garbage collector gives the memory back, only later.
public final class Tensor implements AutoCloseable {
    private final Shape shape;
    private final Buffer buffer;
    private final Backend backend;
    private volatile boolean closed;

    private Tensor(Shape shape, Buffer buffer, Backend backend) {
        Checks.sameSize("Tensor " + shape, "number of values", shape.size(), buffer.size());
        this.shape = shape;
        this.buffer = buffer;
        this.backend = backend;
    }

    private Tensor(Shape shape, float[] data, Backend backend) {
        this(shape, new Buffer.Heap(data), backend);
    }

    /// Returns a tensor of the given values in row-major order, which are copied.
    ///
    /// @throws IllegalArgumentException unless there are `shape.size()` values
    public static Tensor of(Shape shape, float... values) {
        return new Tensor(shape, values.clone(), ScalarBackend.INSTANCE);
    }

    /// Returns zeros in the shape `[n, c, h, w]`.
    public static Tensor zeros(int n, int c, int h, int w) {
        Shape shape = Shape.of(n, c, h, w);
        return new Tensor(shape, new float[shape.size()], ScalarBackend.INSTANCE);
    }

    /// Returns zeros.
    public static Tensor zeros(Shape shape) {
        return new Tensor(shape, new float[shape.size()], ScalarBackend.INSTANCE);
    }

    /// Returns a tensor with the same value everywhere.
    public static Tensor full(Shape shape, float value) {
        Tensor filled = zeros(shape);
        Arrays.fill(filled.data(), value);
        return filled;
    }

    /// Returns one feature map, `[1, 1, H, W]`, from its rows.
    ///
    /// @throws IllegalArgumentException unless there is a row and all rows have the same length
    public static Tensor image(double[]... rows) {
        Checks.atLeast(1, "Tensor.image", "number of rows", rows.length);
        Shape shape = Shape.plane(rows.length, rows[0].length);
        float[] values = new float[shape.size()];
        for (int h = 0; h < rows.length; h++) {
            Checks.sameSize("Tensor.image", "length of row " + h, shape.w(), rows[h].length);
            for (int w = 0; w < shape.w(); w++) values[h * shape.w() + w] = (float) rows[h][w];
        }
        return new Tensor(shape, values, ScalarBackend.INSTANCE);
    }

    /// Wraps an array without copying it; for backends that compute on the Java heap.
    public static Tensor wrap(Shape shape, float[] data, Backend backend) {
        return new Tensor(shape, data, backend);
    }

    /// Wraps values that live elsewhere; for backends.
    public static Tensor wrap(Shape shape, Buffer buffer, Backend backend) {
        return new Tensor(shape, buffer, backend);
    }

    /// Returns the four sizes.
    public Shape shape() {
        return shape;
    }

    /// Returns what computes with this tensor.
    public Backend backend() {
        return backend;
    }

    /// Returns the element at `[n, c, h, w]`.
    ///
    /// @throws IndexOutOfBoundsException unless every index lies inside the shape
    public float get(int n, int c, int h, int w) {
        return buffer().get(shape.checkedIndex("Tensor", n, c, h, w));
    }

    /// Returns the element at row `h`, column `w` of the first plane.
    public float get(int h, int w) {
        return get(0, 0, h, w);
    }

    /// Returns a copy of all values in row-major order.
    ///
    /// @throws IllegalStateException if this tensor is closed
    public float[] toArray() {
        return buffer().toArray();
    }

    /// Returns the live values, not a copy; for backends that compute on the Java heap, and for filling a new tensor.
    ///
    /// @throws IllegalStateException if this tensor is closed, or its values are not on the Java heap
    public float[] data() {
        float[] values = buffer().onHeap();
        if (values != null) return values;
        throw new IllegalStateException("Tensor %s: the values are on backend %s, not on the Java heap; use .toArray(), or .to(ScalarBackend.INSTANCE)"
                .formatted(shape, backend.name()));
    }

    /// Returns where the values are; for backends.
    ///
    /// @throws IllegalStateException if this tensor is closed
    public Buffer buffer() {
        if (closed) throw new IllegalStateException("Tensor %s on backend %s is closed; close a tensor after its last use".formatted(shape, backend.name()));
        return buffer;
    }

    /// Returns one plane as rows, to show or to compare. On a device this is a transfer of the whole tensor.
    ///
    /// @throws IndexOutOfBoundsException unless the shape has the plane
    public double[][] plane(int n, int c) {
        int start = shape.checkedIndex("Tensor.plane", n, c, 0, 0);
        float[] values = read();
        double[][] rows = new double[shape.h()][shape.w()];
        for (int h = 0; h < rows.length; h++) {
            for (int w = 0; w < shape.w(); w++) rows[h][w] = values[start + h * shape.w() + w];
        }
        return rows;
    }

    /// Returns the values for reading only: the live ones if they are on the Java heap, else a copy.
    float[] read() {
        return buffer() instanceof Buffer.Heap heap ? heap.values() : buffer.toArray(); // a copy of a pooled array, so that it can be used again
    }

    /// Returns the same values on another backend; this tensor if it is there already.
    ///
    /// @throws IllegalStateException if this tensor is closed
    public Tensor to(Backend other) {
        buffer(); // a closed tensor is useless on every backend, also on its own
        return other == backend ? this : other.upload(shape, read());
    }

    /// Gives the memory back; a second call does nothing. The values cannot be used any more.
    @Override
    public void close() {
        if (closed) return;
        closed = true;
        buffer.close();
    }

    /// Returns shape, backend, and the rows of a small tensor or the range of a large one, with four significant digits.
    @Override
    public String toString() {
        if (closed) return "Tensor on " + backend.name() + " " + shape + ", closed";
        return TensorText.of("Tensor on " + backend.name(), shape, DoubleTensor.of(this).data());
    }
}
