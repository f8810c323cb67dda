package upsampling.backend;

import java.util.Arrays;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The matrix product of {@link ScalarBackend}, and the two ways between a picture and the columns of its windows.
final class ScalarProducts {
    private ScalarProducts() { }

    /// Row by row: `row = sum over k of a(i, k) * (row k of b)`, so that `b` is read along its rows.
    static void gemm(MatrixView a, MatrixView b, boolean add, MatrixView c) {
        float[] left = a.tensor().data();
        float[] right = b.tensor().data();
        float[] result = c.tensor().data();
        double[] row = new double[c.columns()];
        for (int i = 0; i < c.rows(); i++) {
            Interrupts.check();
            for (int j = 0; j < row.length; j++) row[j] = add ? result[c.index(i, j)] : 0;
            for (int k = 0; k < a.columns(); k++) {
                double factor = left[a.index(i, k)];
                int start = b.index(k, 0);
                for (int j = 0; j < row.length; j++) row[j] += factor * right[start + j * b.columnStride()];
            }
            for (int j = 0; j < row.length; j++) result[c.index(i, j)] = (float) row[j];
        }
    }

    static void im2col(Tensor x, int sample, Geometry windows, int outWidth, MatrixView columns) {
        Shape in = x.shape();
        float[] from = x.data();
        float[] to = columns.tensor().data();
        for (int row = 0; row < columns.rows(); row++) {
            Interrupts.check();
            int plane = in.index(sample, row / windows.taps(), 0, 0);
            int kh = row / windows.width().kernel() % windows.height().kernel();
            int kw = row % windows.width().kernel();
            for (int o = 0; o < columns.columns(); o++) {
                int h = windows.height().cell(o / outWidth, kh);
                int w = windows.width().cell(o % outWidth, kw);
                to[columns.index(row, o)] = isInside(h, in.h(), w, in.w()) ? from[plane + h * in.w() + w] : 0;
            }
        }
    }

    static void col2im(MatrixView columns, Geometry windows, int outWidth, Tensor x, int sample) {
        Shape in = x.shape();
        float[] from = columns.tensor().data();
        float[] to = x.data();
        double[] sums = new double[in.planeSize()]; // one channel, rounded once at its end
        for (int c = 0; c < in.c(); c++) {
            Arrays.fill(sums, 0);
            for (int tap = 0; tap < windows.taps(); tap++) {
                Interrupts.check();
                int kh = tap / windows.width().kernel();
                int kw = tap % windows.width().kernel();
                addRow(columns, c * windows.taps() + tap, from, windows.height(), kh, windows.width(), kw, outWidth, in, sums);
            }
            int plane = in.index(sample, c, 0, 0);
            for (int cell = 0; cell < sums.length; cell++) to[plane + cell] = (float) sums[cell];
        }
    }

    private static void addRow(MatrixView columns, int row, float[] from, Window height, int kh, Window width, int kw, int outWidth, Shape in,
            double[] sums) {
        for (int o = 0; o < columns.columns(); o++) {
            int h = height.cell(o / outWidth, kh);
            int w = width.cell(o % outWidth, kw);
            if (isInside(h, in.h(), w, in.w())) sums[h * in.w() + w] += from[columns.index(row, o)];
        }
    }

    private static boolean isInside(int h, int height, int w, int width) {
        return h >= 0 && h < height && w >= 0 && w < width;
    }
}
