package upsampling.backend;

import java.util.ArrayList;
import java.util.List;
import upsampling.backend.vector.FastConvolutions;
import upsampling.tensor.Geometry;
import upsampling.tensor.Indices;
import upsampling.tensor.Intervals;
import upsampling.tensor.Grid;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Small calls of every primitive of a backend, on pictures of several sizes: wide and narrow ones, whole vectors and not, one channel and many. Each takes another
/// way through the loops; a loop that was compiled for one way only is thrown away at the first call that takes another.
final class WarmUpSteps {
    private static final int MANY = 20; // cells in a row from which on many channels would take too long

    private final Backend backend;
    private final List<Runnable> steps = new ArrayList<>();

    private WarmUpSteps(Backend backend) {
        this.backend = backend;
    }

    static List<Runnable> of(Backend backend) {
        WarmUpSteps all = new WarmUpSteps(backend);
        for (int size : new int[] {17, 8, 36}) {
            all.pictures(Shape.of(1, 4, size, size + 3));
            all.pictures(Shape.of(2, 4, size, size));
            all.convolutions(Geometry.of(4).withStride(2, 2).withPadding(1, 1), size);
            all.convolutions(Geometry.of(3).withPadding(1, 1), size);
            all.convolutions(Geometry.of(3).withStride(2, 2).withPadding(1, 1), size);
            all.convolutions(Geometry.of(2).withStride(2, 2), size);
            all.convolutions(Geometry.of(1), size);
            all.convolutions(Geometry.of(4).withStride(2, 2).withPadding(1, 1).withGroups(40), size);
        }
        return all.steps;
    }

    private void convolutions(Geometry geometry, int size) {
        for (int channels : size < MANY ? new int[] {3, 40} : new int[] {3}) {
            Window window = geometry.height();
            int out = window.outputSize(size);
            int groups = channels % geometry.groups() == 0 ? geometry.groups() : 1;
            Geometry grouped = geometry.withGroups(groups);
            Shape large = Shape.of(1, channels, size, size);
            Shape small = Shape.of(1, channels, out, out);
            Shape weight = Shape.of(channels, channels / groups, window.kernel(), window.kernel());
            steps.add(() -> FastConvolutions.inEveryWay(() -> on(large, small, weight, (x, y, w) -> backend.convolve(x, w, grouped, y))));
            steps.add(() -> FastConvolutions.inEveryWay(() -> on(large, small, weight, (x, y, w) -> backend.stamp(y, w, grouped, x))));
            steps.add(() -> FastConvolutions.inEveryWay(() -> on(large, small, weight, (x, y, w) -> backend.correlate(x, y, grouped, w))));
        }
        Shape matrix = Shape.plane(size, size);
        steps.add(() -> on(matrix, matrix, matrix, (a, b, c) -> backend.gemm(MatrixView.of(a, 0, size, size), MatrixView.of(b, 0, size, size), false,
            MatrixView.of(c, 0, size, size))));
    }

    private void pictures(Shape shape) {
        for (int scale : new int[] {2, 3, 4}) {
            Grid rows = Grid.ofSize(shape.h(), scale * shape.h());
            Grid columns = Grid.ofSize(shape.w(), scale * shape.w());
            Shape larger = shape.withSize(scale * shape.h(), scale * shape.w());
            taps(shape, larger, Taps.nearest(rows), Taps.nearest(columns));
            taps(shape, larger, Taps.linear(rows), Taps.linear(columns));
            taps(shape, larger, Taps.cubic(rows, -0.75), Taps.cubic(columns, -0.75));
            shuffle(shape, scale);
        }
        for (Window window : List.of(Window.of(2).withStride(2), Window.of(3).withStride(2).withPadding(1), Window.of(3).withPadding(1))) {
            Shape pooled = shape.withSize(window.outputSize(shape.h()), window.outputSize(shape.w()));
            steps.add(() -> on(shape, pooled, pooled, (x, y, _) -> backend.maxPoolValues(x, window, window, y)));
            steps.add(() -> on(shape, pooled, shape, (x, y, gradient) -> {
                Indices where = backend.maxPool(x, window, window, y);
                backend.scatterSum(y, where, gradient);
                backend.gather(gradient, where, y);
            }));
        }
        Intervals rows = Intervals.adaptive(shape.h(), shape.h() / 2);
        Intervals columns = Intervals.adaptive(shape.w(), shape.w() / 2);
        Shape halved = shape.withSize(shape.h() / 2, shape.w() / 2);
        steps.add(() -> on(shape, halved, halved, (x, y, _) -> backend.average(x, rows, columns, y)));
        elements(shape);
    }

    /// Both directions.
    private void taps(Shape from, Shape to, Taps rows, Taps columns) {
        Taps backRows = rows.transpose();
        Taps backColumns = columns.transpose();
        steps.add(() -> on(from, to, to, (x, y, _) -> backend.applyTaps(x, rows, columns, y)));
        steps.add(() -> on(from, to, to, (x, y, _) -> backend.applyTaps(y, backRows, backColumns, x)));
    }

    /// Pixel shuffle and back.
    private void shuffle(Shape shape, int scale) {
        int[] sizes = {shape.planes(), shape.h(), scale, shape.w(), scale};
        Shape deep = Shape.of(1, shape.planes() * scale * scale, shape.h(), shape.w());
        Shape large = Shape.of(1, shape.planes(), shape.h() * scale, shape.w() * scale);
        steps.add(() -> on(deep, large, large, (x, y, _) -> {
            Strided from = Strided.of(x, shape.planes(), scale, scale, shape.h(), shape.w()).permuted(0, 3, 1, 4, 2);
            Strided to = Strided.of(y, sizes);
            backend.copy(from, to, sizes);
            backend.copy(to, from, sizes);
        }));
    }

    private void elements(Shape shape) {
        Shape one = Shape.of(1, shape.c(), 1, 1);
        for (Backend.Unary f : Backend.Unary.values()) steps.add(() -> on(shape, shape, shape, (x, y, _) -> backend.map(f, x, y)));
        for (Backend.Binary f : Backend.Binary.values()) {
            steps.add(() -> on(shape, shape, one, (x, y, scale) -> {
                backend.zip(f, x, y, y);
                backend.zip(f, x, scale, y);
            }));
        }
        for (Backend.Reduction f : Backend.Reduction.values()) {
            steps.add(() -> on(shape, one, Shape.plane(1, 1), (x, y, sum) -> {
                backend.reduce(f, x, y);
                backend.reduce(f, x, sum);
            }));
        }
    }

    /// A call with three tensors.
    private interface Call {
        void with(Tensor a, Tensor b, Tensor c);
    }

    private void on(Shape a, Shape b, Shape c, Call call) {
        try (Tensor first = backend.allocate(a); Tensor second = backend.allocate(b); Tensor third = backend.allocate(c)) {
            call.with(first, second, third);
        }
    }
}
