package upsampling.backend.vector;

import upsampling.backend.Interrupts;
import upsampling.tensor.Indices;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// A max pool that remembers where its maxima were. Plain twin: `ScalarBackend.maxPool`.
///
/// Windows with strides 1 and 2 that lie inside the picture are searched together ({@link Winners}); those at the left and right border, and other
/// strides, one by one.
public final class FastMaxPool {
    private final Window height;
    private final Window width;
    private final Shape in;
    private final Shape out;
    private final float[] x;
    private final float[] y;
    private final int[] indices;
    private final int begin; // windows begin .. end-1 of a row are searched together
    private final int end;

    private FastMaxPool(Tensor x, Window height, Window width, Tensor y) {
        this.height = height;
        this.width = width;
        this.in = x.shape();
        this.out = y.shape();
        this.x = BufferPool.values(x.buffer());
        this.y = BufferPool.values(y.buffer());
        indices = new int[out.size()];
        int first = Math.ceilDiv(width.padding(), width.stride());
        int last = Math.floorDiv(in.w() + width.padding() - width.effectiveKernel(), width.stride());
        int whole = Math.min(out.w(), last + 1) - first;
        boolean areVectors = width.stride() <= 2 && whole >= Lanes.COUNT && in.planeSize() < Winners.MOST;
        begin = areVectors ? first : 0;
        end = areVectors ? first + whole : 0;
    }

    /// Computes {@link upsampling.backend.Backend#maxPool}.
    public static Indices compute(Workers workers, BufferPool pool, Tensor x, Window height, Window width, Tensor y) {
        FastMaxPool max = new FastMaxPool(x, height, width, y);
        Shape out = y.shape();
        long cost = (long) out.w() * height.kernel() * width.kernel();
        Pieces.run(workers, pool, out.w(), out.planes() * out.h(), cost, (places, from, to) -> {
            for (int row = from; row < to; row++) {
                Interrupts.check();
                max.searchTogether(row, places);
                max.searchOneByOne(row, 0, max.begin);
                max.searchOneByOne(row, max.end, out.w());
            }
        });
        return Indices.of(max.indices);
    }

    /// @param row number of the output row in the whole result
    private void searchTogether(int row, float[] places) {
        int n = end - begin;
        if (n == 0) return;
        int i = row % out.h();
        int plane = row / out.h() * in.planeSize();
        int o = row * out.w() + begin;
        int stride = width.stride();
        boolean isFirst = true;
        for (int kh = height.firstTap(i); kh < height.endTap(i, in.h()); kh++) {
            for (int kw = 0; kw < width.kernel(); kw++) {
                int place = height.cell(i, kh) * in.w() + width.cell(begin, kw);
                if (isFirst) Winners.first(x, plane + place, stride, place, n, y, o, places);
                else Winners.challenge(x, plane + place, stride, place, n, y, o, places);
                isFirst = false;
            }
        }
        for (int j = 0; j < n; j++) indices[o + j] = (int) places[j] + stride * j;
    }

    private void searchOneByOne(int row, int from, int to) {
        int i = row % out.h();
        int plane = row / out.h() * in.planeSize();
        int firstRow = height.cell(i, height.firstTap(i));
        int endRow = height.cell(i, height.endTap(i, in.h()));
        for (int j = from; j < to; j++) {
            int o = row * out.w() + j;
            indices[o] = firstMaximum(plane, firstRow, endRow, width.cell(j, width.firstTap(j)), width.cell(j, width.endTap(j, in.w())));
            y[o] = x[plane + indices[o]];
        }
    }

    private int firstMaximum(int plane, int firstRow, int endRow, int firstColumn, int endColumn) {
        int best = firstRow * in.w() + firstColumn;
        float max = Float.NEGATIVE_INFINITY; // the first cell counts even if it is -infinity
        for (int h = firstRow; h < endRow; h += height.dilation()) {
            for (int w = firstColumn; w < endColumn; w += width.dilation()) {
                float v = x[plane + h * in.w() + w];
                if (v > max || Float.isNaN(v)) {
                    max = v;
                    best = h * in.w() + w;
                }
            }
        }
        return best;
    }
}
