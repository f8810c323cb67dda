package upsampling.backend.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import upsampling.backend.Backend.Binary;
import upsampling.backend.Backend.Reduction;
import upsampling.backend.Backend.Unary;
import upsampling.backend.Strided;
import upsampling.tensor.Border;
import upsampling.tensor.Geometry;
import upsampling.tensor.Grid;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// A vector that the compiler cannot keep in a register becomes an object, and the kernel 5 to 20 times slower, without a word. Objects are garbage,
/// and garbage can be counted. It often happens only after other shapes have run; so every kernel runs on many shapes first, and then all are counted
/// again.
class AllocationTest {
    /// Tables, lambdas, and small arrays of a call. Boxed vectors of a picture of a million cells would be some megabytes; of each row, some hundred
    /// kilobytes.
    private static final long MOST_BYTES = 100_000;

    /// How often a kernel may try again, and how long it waits each time: the compiler works in the background, and the machine may be busy.
    private static final int ROUNDS = 200;
    private static final int WAIT_MILLISECONDS = 25;

    private final BufferPool pool = BufferPool.ofHeap();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// @param make makes the call for a shape
    private record Kernel(String name, Function<Shape, Runnable> make) { }

    @Test
    void noVectorBecomesAnObjectWhateverShapesRanBefore() throws InterruptedException {
        assumeTrue(Lanes.COUNT <= FloatVector.SPECIES_PREFERRED.length(),
            "this machine has no vectors of " + 32 * Lanes.COUNT + " bits: they are always objects");
        List<Kernel> kernels = new ArrayList<>();
        addTaps(kernels);
        addPools(kernels);
        addCopies(kernels);
        addElements(kernels);
        addConvolutions(kernels);
        int[][] sizes = {{1, 1, 1, 1}, {2, 3, 7, 5}, {1, 2, 8, 16}, {1, 1, 33, 65}, {3, 2, 20, 31}, {1, 4, 64, 64}, {1, 1, 5, 300}, {1, 2, 90, 3}};
        for (int[] size : sizes) {
            for (Kernel kernel : kernels) {
                Runnable call = kernel.make.apply(Shape.of(size[0], size[1], size[2], size[3]));
                for (int i = 0; i < 40; i++) call.run();
            }
        }
        List<String> tooMuch = new ArrayList<>();
        for (Kernel kernel : kernels) {
            long bytes = leastBytesPerCall(kernel.make.apply(Shape.of(2, 8, 126, 250)));
            if (bytes > MOST_BYTES) tooMuch.add(kernel.name + " allocates " + bytes + " bytes per call");
        }
        assertEquals("", String.join("\n", tooMuch));
    }

    private long leastBytesPerCall(Runnable call) throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > MOST_BYTES; round++) {
            if (round > 0) Thread.sleep(WAIT_MILLISECONDS);
            long before = threads.getTotalThreadAllocatedBytes();
            for (int i = 0; i < 5; i++) call.run();
            least = Math.min(least, (threads.getTotalThreadAllocatedBytes() - before) / 5);
        }
        return least;
    }

    private void addTaps(List<Kernel> kernels) {
        kernels.add(taps("nearest x2", in -> Taps.nearest(Grid.ofSize(in, 2 * in))));
        kernels.add(taps("linear x2", in -> Taps.linear(Grid.ofSize(in, 2 * in))));
        kernels.add(taps("cubic x2", in -> Taps.cubic(Grid.ofSize(in, 2 * in), -0.75)));
        kernels.add(taps("nearest x3", in -> Taps.nearest(Grid.ofSize(in, 3 * in))));
        kernels.add(taps("linear x4", in -> Taps.linear(Grid.ofSize(in, 4 * in))));
        kernels.add(taps("cubic x1.3", in -> Taps.cubic(Grid.ofSize(in, in + in / 3), -0.75)));
        kernels.add(taps("linear /1.5", in -> Taps.linear(Grid.ofSize(in, Math.max(1, 2 * in / 3)))));
        kernels.add(taps("adjoint of nearest x2", in -> Taps.nearest(Grid.ofSize(Math.ceilDiv(in, 2), in)).transpose()));
        kernels.add(taps("adjoint of cubic x2", in -> Taps.cubic(Grid.ofSize(Math.ceilDiv(in, 2), in), -0.75).transpose()));
        kernels.add(taps("adjoint of linear x3", in -> Taps.linear(Grid.ofSize(Math.ceilDiv(in, 3), in)).transpose()));
        kernels.add(taps("adjoint of linear x2", in -> Taps.linear(Grid.ofSize(Math.ceilDiv(in, 2), in)).transpose()));
        kernels.add(taps("zero insertion", in -> Taps.zeroInsertion(in, 2, 2 * in)));
        kernels.add(taps("filter", in -> Taps.filter(in, in, 1, 3, Border.ZERO, 1, 2, 3, 4, 3, 2, 1)));
        kernels.add(taps("filter with stride 2", in -> Taps.filter(in, Math.ceilDiv(in, 2), 2, 1, Border.REPLICATE, 1, 2, 1)));
        kernels.add(taps("far apart", in -> Taps.linear(Grid.ofSize(in, Math.max(1, in / 9)))));
    }

    private void addConvolutions(List<Kernel> kernels) {
        List<Geometry> geometries = List.of(Geometry.of(4).withStride(2, 2).withPadding(1, 1), Geometry.of(3).withPadding(1, 1),
            Geometry.of(3).withStride(2, 2).withPadding(1, 1), Geometry.of(1), Geometry.of(4).withStride(2, 2).withPadding(1, 1).withGroups(8));
        for (Geometry geometry : geometries) {
            for (Path path : Path.values()) {
                if (path == Path.PLAIN) continue; // has no vectors
                kernels.add(convolution("convolve " + geometry + " by " + path, geometry, path, true));
                kernels.add(convolution("stamp " + geometry + " by " + path, geometry, path, false));
            }
            for (Path path : List.of(Path.PRODUCT, Path.DIRECT)) {
                kernels.add(new Kernel("correlate " + geometry + " by " + path, shape -> {
                    Layer layer = Layer.of(shape, geometry);
                    return () -> {
                        System.setProperty("upsampling.vector.path", path.name());
                        FastConvolutions.correlate(Agreement.ALL, pool, layer.large, layer.small, geometry, layer.weight);
                        System.clearProperty("upsampling.vector.path");
                    };
                }));
            }
        }
    }

    private Kernel convolution(String name, Geometry geometry, Path path, boolean reads) {
        return new Kernel(name, shape -> {
            Layer layer = Layer.of(shape, geometry);
            return () -> {
                System.setProperty("upsampling.vector.path", path.name());
                if (reads) FastConvolutions.convolve(Agreement.ALL, pool, layer.large, layer.weight, geometry, layer.small);
                else FastConvolutions.stamp(Agreement.ALL, pool, layer.small, layer.weight, geometry, layer.large);
                System.clearProperty("upsampling.vector.path");
            };
        });
    }

    private record Layer(Tensor large, Tensor small, Tensor weight) {
        /// Eight channels on both sides, of pictures that are not too large for 40 calls.
        static Layer of(Shape shape, Geometry geometry) {
            int h = Math.clamp(shape.h(), geometry.height().kernel(), 40);
            int w = Math.clamp(shape.w(), geometry.width().kernel(), 70);
            Tensor large = Tensor.zeros(shape.n(), 8, h, w);
            Tensor small = Tensor.zeros(shape.n(), 8, geometry.height().outputSize(h), geometry.width().outputSize(w));
            return new Layer(large, small, Tensor.zeros(8, 8 / geometry.groups(), geometry.height().kernel(), geometry.width().kernel()));
        }
    }

    private Kernel taps(String name, Function<Integer, Taps> table) {
        return new Kernel(name, shape -> {
            Taps rows = table.apply(shape.h());
            Taps columns = table.apply(shape.w());
            Tensor x = Tensor.zeros(shape);
            Tensor y = Tensor.zeros(shape.withSize(rows.outSize(), columns.outSize()));
            return () -> FastTaps.apply(Agreement.ALL, pool, x, rows, columns, y);
        });
    }

    private void addPools(List<Kernel> kernels) {
        for (int kernel = 1; kernel <= 5; kernel++) {
            for (int stride = 1; stride <= 3; stride++) {
                Window window = Window.of(kernel).withStride(stride).withPadding(kernel == 2 ? 0 : kernel / 2);
                kernels.add(new Kernel("max " + window, shape -> {
                    Tensor x = Tensor.zeros(least(shape, window));
                    Tensor y = Tensor.zeros(shape.withSize(window.outputSize(x.shape().h()), window.outputSize(x.shape().w())));
                    return () -> FastPools.maxValues(Agreement.ALL, pool, x, window, window, y);
                }));
            }
        }
        for (int stride = 1; stride <= 3; stride++) {
            Window window = Window.of(3).withStride(stride).withPadding(1);
            kernels.add(new Kernel("indices of max " + window, shape -> {
                Shape narrow = shape.withSize(shape.h(), Math.min(shape.w(), 65)); // the indices themselves are new in every call
                Shape few = Shape.of(1, 1, narrow.h(), narrow.w());
                Tensor x = Tensor.zeros(few);
                Tensor y = Tensor.zeros(few.withSize(window.outputSize(few.h()), window.outputSize(few.w())));
                return () -> FastMaxPool.compute(Agreement.ALL, pool, x, window, window, y);
            }));
        }
        for (int parts : new int[] {1, 2, 3}) {
            kernels.add(new Kernel("average to 1/" + parts, shape -> average(shape, Math.ceilDiv(shape.h(), parts), Math.ceilDiv(shape.w(), parts))));
        }
        kernels.add(new Kernel("global average", shape -> average(shape, 1, 1)));
    }

    private static Shape least(Shape shape, Window window) {
        return shape.withSize(Math.max(shape.h(), window.kernel()), Math.max(shape.w(), window.kernel()));
    }

    private Runnable average(Shape shape, int h, int w) {
        Tensor x = Tensor.zeros(shape);
        Tensor y = Tensor.zeros(shape.withSize(h, w));
        Intervals rows = Intervals.adaptive(shape.h(), h);
        Intervals columns = Intervals.adaptive(shape.w(), w);
        return () -> FastPools.average(Agreement.ALL, pool, x, rows, columns, y);
    }

    private void addCopies(List<Kernel> kernels) {
        for (int r = 1; r <= 4; r++) {
            int block = r;
            kernels.add(new Kernel("pixel shuffle " + r, shape -> shuffle(shape, block, true)));
            kernels.add(new Kernel("pixel unshuffle " + r, shape -> shuffle(shape, block, false)));
        }
        kernels.add(new Kernel("transpose", shape -> {
            Tensor x = Tensor.zeros(shape);
            Tensor y = Tensor.zeros(shape.withSize(shape.w(), shape.h()));
            int[] sizes = {shape.planes(), shape.w(), shape.h()};
            Strided from = Strided.of(x, shape.planes(), shape.h(), shape.w()).permuted(0, 2, 1);
            return () -> FastCopies.copy(Agreement.ALL, from, Strided.of(y, sizes), sizes);
        }));
    }

    private static Runnable shuffle(Shape shape, int r, boolean isForward) {
        Tensor deep = Tensor.zeros(1, shape.c() * r * r, shape.h(), shape.w());
        Tensor large = Tensor.zeros(1, shape.c(), r * shape.h(), r * shape.w());
        int[] sizes = {shape.c(), shape.h(), r, shape.w(), r};
        Strided ofDeep = Strided.of(deep, shape.c(), r, r, shape.h(), shape.w()).permuted(0, 3, 1, 4, 2);
        Strided ofLarge = Strided.of(large, sizes);
        return isForward ? () -> FastCopies.copy(Agreement.ALL, ofDeep, ofLarge, sizes) : () -> FastCopies.copy(Agreement.ALL, ofLarge, ofDeep, sizes);
    }

    private static void addElements(List<Kernel> kernels) {
        for (Unary f : Unary.values()) {
            kernels.add(new Kernel(f.name(), shape -> {
                Tensor x = Tensor.full(shape, 1);
                Tensor y = Tensor.zeros(shape);
                return () -> FastMaps.map(Agreement.ALL, f, x, y);
            }));
        }
        for (Binary f : Binary.values()) {
            kernels.add(new Kernel(f.name(), shape -> zip(f, shape, shape)));
            kernels.add(new Kernel(f + " with a bias", shape -> zip(f, shape, Shape.of(1, shape.c(), 1, 1))));
            kernels.add(new Kernel(f + " with a row", shape -> zip(f, shape, Shape.of(1, 1, 1, shape.w()))));
        }
        for (Reduction f : Reduction.values()) {
            kernels.add(new Kernel(f + " of all", shape -> reduce(f, shape, Shape.of(1, 1, 1, 1))));
            kernels.add(new Kernel(f + " of planes", shape -> reduce(f, shape, shape.withSize(1, 1))));
            kernels.add(new Kernel(f + " of channels", shape -> reduce(f, shape, Shape.of(shape.n(), 1, shape.h(), shape.w()))));
        }
    }

    private static Runnable zip(Binary f, Shape a, Shape b) {
        Tensor left = Tensor.full(a, 1);
        Tensor right = Tensor.full(b, 2);
        Tensor y = Tensor.zeros(a);
        return () -> FastZips.zip(Agreement.ALL, f, left, right, y);
    }

    private static Runnable reduce(Reduction f, Shape in, Shape out) {
        Tensor x = Tensor.full(in, 1);
        Tensor y = Tensor.zeros(out);
        return () -> FastReductions.reduce(Agreement.ALL, f, x, y);
    }
}
