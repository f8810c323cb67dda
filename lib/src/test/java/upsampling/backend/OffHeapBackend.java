package upsampling.backend;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumMap;
import java.util.Map;
import upsampling.tensor.Buffer;
import upsampling.tensor.Geometry;
import upsampling.tensor.Indices;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// A stand-in for a device: its tensors do not live on the Java heap, and it has nothing but the primitives.
///
/// Each primitive copies its arguments to the heap, computes there with the plain loops, and copies the result back. Operators that reach
/// for an array of their own fail here. It counts calls, the tensors that are open, and how often somebody asked for its indices.
public final class OffHeapBackend implements Backend {
    /// The primitives, for counting.
    public enum Primitive { GEMM, IM2COL, COL2IM, APPLY_TAPS, AVERAGE, MAX_POOL, GATHER, SCATTER_SUM, COPY, MAP, ZIP, REDUCE }

    private final Map<Primitive, Integer> calls = new EnumMap<>(Primitive.class);
    private int open;
    private int indexTransfers;

    private final class OffHeapIndices implements Indices {
        private final int[] memory;

        private OffHeapIndices(int[] values) {
            memory = values;
        }

        @Override
        public int size() {
            return memory.length;
        }

        @Override
        public int[] values() {
            indexTransfers++;
            return memory.clone();
        }
    }

    private final class OffHeap implements Buffer {
        private final Arena arena = Arena.ofConfined();
        private final MemorySegment memory;
        private final int size;

        private OffHeap(float[] values) {
            size = values.length;
            memory = arena.allocate(ValueLayout.JAVA_FLOAT, size);
            write(values);
            open++;
        }

        private void write(float[] values) {
            MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_FLOAT, 0, values.length);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public float get(int index) {
            return memory.getAtIndex(ValueLayout.JAVA_FLOAT, index);
        }

        @Override
        public float[] toArray() {
            return memory.toArray(ValueLayout.JAVA_FLOAT);
        }

        @Override
        public void close() {
            arena.close();
            open--;
        }
    }

    public Map<Primitive, Integer> calls() {
        return calls;
    }

    /// Returns how many tensors are not closed.
    public int open() {
        return open;
    }

    /// Returns how often the indices of a pooling were copied to the Java heap.
    public int indexTransfers() {
        return indexTransfers;
    }

    private static Indices heap(Indices indices) {
        return indices instanceof OffHeapIndices here ? Indices.of(here.memory) : indices;
    }

    private static Tensor heap(Tensor x) {
        return Tensor.of(x.shape(), x.toArray());
    }

    private static MatrixView heap(MatrixView m) {
        return new MatrixView(heap(m.tensor()), m.offset(), m.rows(), m.columns(), m.rowStride(), m.columnStride());
    }

    private void store(Primitive primitive, Tensor result, Tensor to) {
        calls.merge(primitive, 1, Integer::sum);
        ((OffHeap) to.buffer()).write(result.data());
    }

    @Override
    public String name() {
        return "off-heap";
    }

    @Override
    public Tensor allocate(Shape shape) {
        return upload(shape, new float[shape.size()]);
    }

    @Override
    public Tensor upload(Shape shape, float[] values) {
        return Tensor.wrap(shape, new OffHeap(values), this);
    }

    @Override
    public void gemm(MatrixView a, MatrixView b, boolean add, MatrixView c) {
        MatrixView result = heap(c);
        ScalarBackend.INSTANCE.gemm(heap(a), heap(b), add, result);
        store(Primitive.GEMM, result.tensor(), c.tensor());
    }

    @Override
    public void im2col(Tensor x, int sample, Geometry windows, int outWidth, MatrixView columns) {
        MatrixView result = heap(columns);
        ScalarBackend.INSTANCE.im2col(heap(x), sample, windows, outWidth, result);
        store(Primitive.IM2COL, result.tensor(), columns.tensor());
    }

    @Override
    public void col2im(MatrixView columns, Geometry windows, int outWidth, Tensor x, int sample) {
        Tensor result = heap(x);
        ScalarBackend.INSTANCE.col2im(heap(columns), windows, outWidth, result, sample);
        store(Primitive.COL2IM, result, x);
    }

    @Override
    public void applyTaps(Tensor x, Taps rows, Taps columns, Tensor y) {
        Tensor result = Tensor.zeros(y.shape());
        ScalarBackend.INSTANCE.applyTaps(heap(x), rows, columns, result);
        store(Primitive.APPLY_TAPS, result, y);
    }

    @Override
    public void average(Tensor x, Intervals rows, Intervals columns, Tensor y) {
        Tensor result = Tensor.zeros(y.shape());
        ScalarBackend.INSTANCE.average(heap(x), rows, columns, result);
        store(Primitive.AVERAGE, result, y);
    }

    @Override
    public Indices maxPool(Tensor x, Window height, Window width, Tensor values) {
        Tensor result = Tensor.zeros(values.shape());
        Indices indices = ScalarBackend.INSTANCE.maxPool(heap(x), height, width, result);
        store(Primitive.MAX_POOL, result, values);
        return new OffHeapIndices(indices.values());
    }

    @Override
    public void gather(Tensor x, Indices indices, Tensor y) {
        Tensor result = Tensor.zeros(y.shape());
        ScalarBackend.INSTANCE.gather(heap(x), heap(indices), result);
        store(Primitive.GATHER, result, y);
    }

    @Override
    public void scatterSum(Tensor y, Indices indices, Tensor x) {
        Tensor result = heap(x);
        ScalarBackend.INSTANCE.scatterSum(heap(y), heap(indices), result);
        store(Primitive.SCATTER_SUM, result, x);
    }

    @Override
    public void copy(Strided from, Strided to, int... sizes) {
        Tensor result = heap(to.tensor());
        ScalarBackend.INSTANCE.copy(new Strided(heap(from.tensor()), from.offset(), from.strides()),
                new Strided(result, to.offset(), to.strides()), sizes);
        store(Primitive.COPY, result, to.tensor());
    }

    @Override
    public void map(Unary f, Tensor x, Tensor y) {
        Tensor result = Tensor.zeros(y.shape());
        ScalarBackend.INSTANCE.map(f, heap(x), result);
        store(Primitive.MAP, result, y);
    }

    @Override
    public void zip(Binary f, Tensor a, Tensor b, Tensor y) {
        Tensor result = Tensor.zeros(y.shape());
        ScalarBackend.INSTANCE.zip(f, heap(a), heap(b), result);
        store(Primitive.ZIP, result, y);
    }

    @Override
    public void reduce(Reduction f, Tensor x, Tensor y) {
        Tensor result = Tensor.zeros(y.shape());
        ScalarBackend.INSTANCE.reduce(f, heap(x), result);
        store(Primitive.REDUCE, result, y);
    }
}
