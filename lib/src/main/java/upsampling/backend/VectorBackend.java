package upsampling.backend;

import java.lang.ref.Reference;
import upsampling.backend.vector.BufferPool;
import upsampling.backend.vector.FastCells;
import upsampling.backend.vector.FastConvolutions;
import upsampling.backend.vector.FastCopies;
import upsampling.backend.vector.FastMaps;
import upsampling.backend.vector.FastMaxPool;
import upsampling.backend.vector.FastPools;
import upsampling.backend.vector.FastReductions;
import upsampling.backend.vector.FastTaps;
import upsampling.backend.vector.FastZips;
import upsampling.backend.vector.Matrices;
import upsampling.backend.vector.Workers;
import upsampling.tensor.Buffer;
import upsampling.tensor.Geometry;
import upsampling.tensor.Indices;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The fast backend for this machine's processor: vectors of several floats at once, all cores, and memory that is used again.
///
/// Sums run in float, in an order that depends on the widths of the vectors; so results differ from those of {@link ScalarBackend} in the last digits, and
/// between machines. On one machine, with one number of threads, they are always the same. Lessons compute on the plain backend; a cell that is about
/// speed moves its tensors here with `x.to(VectorBackend.all())`.
///
/// It needs the module `jdk.incubator.vector`, which Java loads only if asked: `--add-modules jdk.incubator.vector`. The kernel and the commands of the course ask.
public final class VectorBackend implements Backend {
    private static final String MODULE = "jdk.incubator.vector";
    private static final BufferPool POOL = BufferPool.ofHeap();

    private final Workers workers;

    private VectorBackend(Workers workers) {
        if (!isAvailable()) {
            throw new IllegalStateException("VectorBackend: the module " + MODULE + " is not there; start Java with --add-modules " + MODULE
                    + ", or use ScalarBackend.INSTANCE, which needs nothing");
        }
        this.workers = workers;
    }

    private static final class All {
        private static final VectorBackend INSTANCE = new VectorBackend(Workers.all());
    }

    /// Returns the backend that uses all processors.
    ///
    /// @throws IllegalStateException if the module is not there
    public static VectorBackend all() {
        return All.INSTANCE;
    }

    /// Returns a backend that uses so many threads at most.
    ///
    /// @throws IllegalArgumentException unless `threads >= 1`
    /// @throws IllegalStateException if the module is not there
    public static VectorBackend withThreads(int threads) {
        return new VectorBackend(new Workers(threads));
    }

    /// Whether Java was started with the module that this backend needs.
    public static boolean isAvailable() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public Tensor allocate(Shape shape) {
        return Tensor.wrap(shape, POOL.takeZeros(shape.size()), this);
    }

    @Override
    public Tensor empty(Shape shape) {
        return Tensor.wrap(shape, POOL.take(shape.size()), this);
    }

    @Override
    public Tensor upload(Shape shape, float[] values) {
        Buffer buffer = POOL.take(shape.size());
        System.arraycopy(values, 0, BufferPool.values(buffer), 0, shape.size());
        return Tensor.wrap(shape, buffer, this);
    }

    @Override
    public void gemm(MatrixView a, MatrixView b, boolean add, MatrixView c) {
        Matrices.gemm(workers, POOL, a, b, add, c);
        keep(a.tensor(), b.tensor(), c.tensor());
    }

    @Override
    public void convolve(Tensor large, Tensor weight, Geometry geometry, Tensor small) {
        FastConvolutions.convolve(workers, POOL, large, weight, geometry, small);
        keep(large, weight, small);
    }

    @Override
    public void stamp(Tensor small, Tensor weight, Geometry geometry, Tensor large) {
        FastConvolutions.stamp(workers, POOL, small, weight, geometry, large);
        keep(small, weight, large);
    }

    /// What nobody can reach any more comes back to the pool; so arguments must be reachable until a primitive has done with their arrays.
    private static void keep(Tensor a, Tensor b, Tensor c) {
        keep(a, b);
        Reference.reachabilityFence(c);
    }

    private static void keep(Tensor a, Tensor b) {
        Reference.reachabilityFence(a);
        Reference.reachabilityFence(b);
    }

    @Override
    public void im2col(Tensor x, int sample, Geometry windows, int outWidth, MatrixView columns) {
        ScalarBackend.INSTANCE.im2col(x, sample, windows, outWidth, columns);
    }

    @Override
    public void col2im(MatrixView columns, Geometry windows, int outWidth, Tensor x, int sample) {
        ScalarBackend.INSTANCE.col2im(columns, windows, outWidth, x, sample);
    }

    @Override
    public void applyTaps(Tensor x, Taps rows, Taps columns, Tensor y) {
        FastTaps.apply(workers, POOL, x, rows, columns, y);
        keep(x, y);
    }

    @Override
    public void average(Tensor x, Intervals rows, Intervals columns, Tensor y) {
        FastPools.average(workers, POOL, x, rows, columns, y);
        keep(x, y);
    }

    @Override
    public void maxPoolValues(Tensor x, Window height, Window width, Tensor values) {
        FastPools.maxValues(workers, POOL, x, height, width, values);
        keep(x, values);
    }

    @Override
    public Indices maxPool(Tensor x, Window height, Window width, Tensor values) {
        Indices indices = FastMaxPool.compute(workers, POOL, x, height, width, values);
        keep(x, values);
        return indices;
    }

    @Override
    public void gather(Tensor x, Indices indices, Tensor y) {
        FastCells.gather(workers, x, indices, y);
        keep(x, y);
    }

    @Override
    public void scatterAdd(Tensor y, Indices indices, Tensor x) {
        FastCells.scatterAdd(workers, y, indices, x);
        keep(y, x);
    }

    @Override
    public void copy(Strided from, Strided to, int... sizes) {
        FastCopies.copy(workers, from, to, sizes);
        keep(from.tensor(), to.tensor());
    }

    @Override
    public void map(Unary f, Tensor x, Tensor y) {
        FastMaps.map(workers, f, x, y);
        keep(x, y);
    }

    @Override
    public void zip(Binary f, Tensor a, Tensor b, Tensor y) {
        FastZips.zip(workers, f, a, b, y);
        keep(a, b, y);
    }

    @Override
    public void reduce(Reduction f, Tensor x, Tensor y) {
        FastReductions.reduce(workers, f, x, y);
        keep(x, y);
    }
}
