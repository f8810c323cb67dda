package upsampling.backend.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import upsampling.backend.Interrupts;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;

/// The adjoint of a convolution in the weight where few channels come out of a group, such as one of each: products of rows with rows, nothing is packed.
///
/// ```
/// weight[m, c, u, v] = sum over n, i, j of small[n, m, i, j] * large[n, c, i*s - p + u*d, j*s - p + v*d]
/// ```
/// A plane of the large picture is copied with its padding, the columns `q, q + s, ...` side by side: then the cells that a tap met in one row of windows are
/// neighbours, as those of the small picture are. Each lane sums every so many cells; the lanes are added last, in their order.
final class RowDots {
    /// Up to so many channels per group; with more, a {@link Product} has fewer loads for a multiplication.
    static final int MOST = 4;

    private static final int L = Lanes.COUNT;
    private static final int TOGETHER = 4; // taps of a row of a kernel that share what they load

    private final Geometry geometry;
    private final float[] large;
    private final Shape in;
    private final float[] small;
    private final Shape windows;
    private final int inputs;
    private final int outputs;
    private final int height; // rows of a copied plane
    private final int width; // cells of each column phase of a row

    RowDots(Geometry geometry, float[] large, Shape in, float[] small, Shape windows) {
        this.geometry = geometry;
        this.large = large;
        this.in = in;
        this.small = small;
        this.windows = windows;
        inputs = in.c() / geometry.groups();
        outputs = windows.c() / geometry.groups();
        height = PixelCopy.reach(geometry.height(), windows.h());
        width = Math.ceilDiv(PixelCopy.reach(geometry.width(), windows.w()), phases());
    }

    private int phases() {
        return geometry.width().stride();
    }

    /// Computes all groups.
    void run(Workers workers, BufferPool pool, float[] weight) {
        workers.run(in.c(), channel -> {
            float[] copy = pool.array(height * width * phases());
            float[] line = pool.array(width * phases());
            float[] lanes = pool.array(outputs * geometry.taps() * L);
            Arrays.fill(lanes, 0, outputs * geometry.taps() * L, 0);
            int firstOutput = channel / inputs * outputs;
            for (int n = 0; n < in.n(); n++) {
                Interrupts.check();
                copyPlane(in.index(n, channel, 0, 0), line, copy);
                for (int m = 0; m < outputs; m++) addPlane(windows.index(n, firstOutput + m, 0, 0), copy, lanes, m * geometry.taps() * L);
            }
            for (int m = 0; m < outputs; m++) {
                int kernel = ((firstOutput + m) * inputs + channel % inputs) * geometry.taps();
                for (int t = 0; t < geometry.taps(); t++) weight[kernel + t] = Lanes.total(lanes, (m * geometry.taps() + t) * L);
            }
            pool.give(copy);
            pool.give(line);
            pool.give(lanes);
        });
    }

    /// Copies a plane, `[column phase][height][width]`.
    private void copyPlane(int plane, float[] line, float[] copy) {
        int phases = phases();
        int left = Math.min(width * phases, geometry.width().padding());
        int cells = Math.min(in.w(), width * phases - left);
        for (int row = 0; row < height; row++) {
            int h = row - geometry.height().padding();
            int to = phases == 1 ? row * width : 0;
            float[] target = phases == 1 ? copy : line;
            boolean isInside = h >= 0 && h < in.h();
            Arrays.fill(target, to, to + (isInside ? left : width * phases), 0);
            if (isInside) {
                System.arraycopy(large, plane + h * in.w(), target, to + left, cells);
                Arrays.fill(target, to + left + cells, to + width * phases, 0);
            }
            if (phases > 1) Interleave.unzip(line, 0, height * width, phases, width, copy, row * width);
        }
    }

    /// Adds what one plane of the small picture contributes to one kernel.
    private void addPlane(int plane, float[] copy, float[] lanes, int kernel) {
        int taps = geometry.width().kernel();
        int[] column = new int[taps]; // where each tap begins in a row of the copy
        for (int v = 0; v < taps; v++) {
            int cell = v * geometry.width().dilation();
            column[v] = cell % phases() * height * width + cell / phases();
        }
        for (int u = 0; u < geometry.height().kernel(); u++) {
            for (int i = 0; i < windows.h(); i++) {
                int a = plane + i * windows.w();
                int b = (i * geometry.height().stride() + u * geometry.height().dilation()) * width;
                int v = 0;
                for (; v + TOGETHER <= taps; v += TOGETHER) {
                    four(small, a, copy, b + column[v], b + column[v + 1], b + column[v + 2], b + column[v + 3], windows.w(), lanes, kernel + (u * taps + v) * L);
                }
                for (; v < taps; v++) one(small, a, copy, b + column[v], windows.w(), lanes, kernel + (u * taps + v) * L);
            }
        }
    }

    private static void four(float[] a, int atA, float[] b, int at0, int at1, int at2, int at3, int n, float[] lanes, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int whole = n - n % L;
        FloatVector c0 = FloatVector.fromArray(s, lanes, at);
        FloatVector c1 = FloatVector.fromArray(s, lanes, at + L);
        FloatVector c2 = FloatVector.fromArray(s, lanes, at + 2 * L);
        FloatVector c3 = FloatVector.fromArray(s, lanes, at + 3 * L);
        for (int i = 0; i < whole; i += L) {
            FloatVector va = FloatVector.fromArray(s, a, atA + i);
            c0 = va.fma(FloatVector.fromArray(s, b, at0 + i), c0);
            c1 = va.fma(FloatVector.fromArray(s, b, at1 + i), c1);
            c2 = va.fma(FloatVector.fromArray(s, b, at2 + i), c2);
            c3 = va.fma(FloatVector.fromArray(s, b, at3 + i), c3);
        }
        c0.intoArray(lanes, at);
        c1.intoArray(lanes, at + L);
        c2.intoArray(lanes, at + 2 * L);
        c3.intoArray(lanes, at + 3 * L);
        for (int i = whole; i < n; i++) {
            lanes[at + i - whole] += a[atA + i] * b[at0 + i];
            lanes[at + L + i - whole] += a[atA + i] * b[at1 + i];
            lanes[at + 2 * L + i - whole] += a[atA + i] * b[at2 + i];
            lanes[at + 3 * L + i - whole] += a[atA + i] * b[at3 + i];
        }
    }

    private static void one(float[] a, int atA, float[] b, int atB, int n, float[] lanes, int at) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int whole = n - n % L;
        FloatVector c = FloatVector.fromArray(s, lanes, at);
        for (int i = 0; i < whole; i += L) c = FloatVector.fromArray(s, a, atA + i).fma(FloatVector.fromArray(s, b, atB + i), c);
        c.intoArray(lanes, at);
        for (int i = whole; i < n; i++) lanes[at + i - whole] += a[atA + i] * b[atB + i];
    }
}
