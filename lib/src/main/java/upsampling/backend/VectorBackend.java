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
    private static final long WARM_UP_TIME = 1_500_000_000; // ns
    private static final long WARM_UP_BYTES = 8 << 20;

    private final Workers workers;
    private final BufferPool pool;
    private final boolean warmsUp; // whether this is the backend of the warm-up itself

    private VectorBackend(Workers workers, BufferPool pool, boolean warmsUp) {
        this.workers = workers;
        this.pool = pool;
        this.warmsUp = warmsUp;
    }

    /// What all fast backends of a program share. Made when the first of them is: a program on the plain loops never pays for it.
    private static final class Shared {
        private static final BufferPool POOL = BufferPool.ofHeap();
        private static final VectorBackend ALL = new VectorBackend(Workers.all(), POOL, false);
        private static final WarmUp WARM_UP = new WarmUp(WARM_UP_TIME,
            () -> WarmUpSteps.of(new VectorBackend(new Workers(1), new BufferPool(WARM_UP_BYTES), true)));

        static {
            WARM_UP.start();
        }
    }

    /// Returns the backend that uses all processors.
    ///
    /// @throws IllegalStateException if the module is not there
    public static VectorBackend all() {
        checkModule();
        return Shared.ALL;
    }

    /// Returns a backend that uses so many threads at most.
    ///
    /// @throws IllegalArgumentException unless `threads >= 1`
    /// @throws IllegalStateException if the module is not there
    public static VectorBackend withThreads(int threads) {
        checkModule();
        return new VectorBackend(new Workers(threads), Shared.POOL, false);
    }

    private static void checkModule() {
        if (isAvailable()) return;
        throw new IllegalStateException("VectorBackend: the module " + MODULE + " is not there; start Java with --add-modules " + MODULE
                + ", or use ScalarBackend.INSTANCE, which needs nothing");
    }

    /// Waits until Java has compiled the loops of this backend, about a second of work in the background that begins with the first use. For measurements; nobody else
    /// need wait.
    ///
    /// @throws InterruptedException if this thread is interrupted
    public static void awaitWarmUp() throws InterruptedException {
        checkModule();
        Shared.WARM_UP.await();
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
        if (!warmsUp) Shared.WARM_UP.workArrives();
        return Tensor.wrap(shape, pool.takeZeros(shape.size()), this);
    }

    @Override
    public Tensor empty(Shape shape) {
        if (!warmsUp) Shared.WARM_UP.workArrives(); // an operator makes its result first
        return Tensor.wrap(shape, pool.take(shape.size()), this);
    }

    @Override
    public Tensor upload(Shape shape, float[] values) {
        Buffer buffer = pool.take(shape.size());
        System.arraycopy(values, 0, BufferPool.values(buffer), 0, shape.size());
        return Tensor.wrap(shape, buffer, this);
    }

    @Override
    public void gemm(MatrixView a, MatrixView b, boolean add, MatrixView c) {
        Matrices.gemm(workers, pool, a, b, add, c);
        keep(a.tensor(), b.tensor(), c.tensor());
    }

    @Override
    public void convolve(Tensor large, Tensor weight, Geometry geometry, Tensor small) {
        FastConvolutions.convolve(workers, pool, large, weight, geometry, small);
        keep(large, weight, small);
    }

    @Override
    public void stamp(Tensor small, Tensor weight, Geometry geometry, Tensor large) {
        FastConvolutions.stamp(workers, pool, small, weight, geometry, large);
        keep(small, weight, large);
    }

    @Override
    public void correlate(Tensor large, Tensor small, Geometry geometry, Tensor weight) {
        FastConvolutions.correlate(workers, pool, large, small, geometry, weight);
        keep(large, small, weight);
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
        FastTaps.apply(workers, pool, x, rows, columns, y);
        keep(x, y);
    }

    @Override
    public void average(Tensor x, Intervals rows, Intervals columns, Tensor y) {
        FastPools.average(workers, pool, x, rows, columns, y);
        keep(x, y);
    }

    @Override
    public void maxPoolValues(Tensor x, Window height, Window width, Tensor values) {
        FastPools.maxValues(workers, pool, x, height, width, values);
        keep(x, values);
    }

    @Override
    public Indices maxPool(Tensor x, Window height, Window width, Tensor values) {
        Indices indices = FastMaxPool.compute(workers, pool, x, height, width, values);
        keep(x, values);
        return indices;
    }

    @Override
    public void gather(Tensor x, Indices indices, Tensor y) {
        FastCells.gather(workers, x, indices, y);
        keep(x, y);
    }

    @Override
    public void scatterSum(Tensor y, Indices indices, Tensor x) {
        FastCells.scatterSum(workers, y, indices, x);
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
