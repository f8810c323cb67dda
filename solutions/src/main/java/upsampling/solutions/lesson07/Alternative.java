package upsampling.solutions.lesson07;

import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A second correct solution of lesson 7 that uses another algorithm for each task; a grader that fails it tests the way and not the result.
public class Alternative implements SubPixels {

    /// One axis after the other: first the columns of a block, whose number counts fastest, then its rows.
    @Override
    public Tensor pixelShuffle(Tensor x, int upscaleFactor) {
        blocks(x.shape().c(), upscaleFactor);
        return rowsApart(columnsApart(x, upscaleFactor), upscaleFactor);
    }

    /// How many blocks of `r*r` there are; divides twice, since the square may be too large for an `int`.
    private static int blocks(int count, int r) {
        if (r < 1 || count % r != 0 || count / r % r != 0) throw new IllegalArgumentException(count + " do not fill blocks, r = " + r);
        return count / r / r;
    }

    /// `[N, C*r, H, W]` to `[N, C, H, W*r]`.
    private static Tensor columnsApart(Tensor x, int r) {
        Shape in = x.shape();
        Shape out = Shape.of(in.n(), in.c() / r, in.h(), in.w() * r);
        float[] y = new float[out.size()];
        float[] cells = x.toArray();
        for (int from = 0; from < cells.length; from++) {
            int plane = from / in.planeSize();
            int row = plane / r * in.h() + from / in.w() % in.h();
            y[row * out.w() + from % in.w() * r + plane % r] = cells[from];
        }
        return Tensor.of(out, y);
    }

    /// `[N, C*r, H, W]` to `[N, C, H*r, W]`.
    private static Tensor rowsApart(Tensor x, int r) {
        Shape in = x.shape();
        Shape out = Shape.of(in.n(), in.c() / r, in.h() * r, in.w());
        float[] y = new float[out.size()];
        float[] cells = x.toArray();
        for (int row = 0; row < in.planes() * in.h(); row++) {
            int plane = row / in.h();
            int to = (plane / r * in.h() + row % in.h()) * r + plane % r;
            System.arraycopy(cells, row * in.w(), y, to * in.w(), in.w());
        }
        return Tensor.of(out, y);
    }

    /// Shuffles the numbers of the cells, which then say where each cell came from.
    @Override
    public Tensor pixelUnshuffle(Tensor x, int downscaleFactor) {
        Shape in = x.shape();
        int r = downscaleFactor;
        if (r < 1 || in.h() % r != 0 || in.w() % r != 0) throw new IllegalArgumentException("pixelUnshuffle: " + in + " with r = " + r);
        Shape out = Shape.of(in.n(), in.c() * r * r, in.h() / r, in.w() / r);
        float[] numbers = new float[out.size()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = i;
        float[] origins = pixelShuffle(Tensor.of(out, numbers), r).toArray();
        float[] cells = x.toArray();
        float[] y = new float[cells.length];
        for (int i = 0; i < cells.length; i++) y[(int) origins[i]] = cells[i];
        return Tensor.of(out, y);
    }

    /// Sorts the channels into the order CRD first.
    @Override
    public Tensor depthToSpace(Tensor x, int blockSize, String order) {
        return switch (order) {
            case "CRD" -> pixelShuffle(x, blockSize);
            case "DCR" -> pixelShuffle(sorted(x, blockSize), blockSize);
            default -> throw new IllegalArgumentException("depthToSpace: unknown order " + order);
        };
    }

    private static Tensor sorted(Tensor x, int r) {
        Shape in = x.shape();
        int channels = blocks(in.c(), r);
        int block = r * r;
        float[] cells = x.toArray();
        float[] y = new float[cells.length];
        for (int plane = 0; plane < in.planes(); plane++) {
            int from = plane / in.c() * in.c() + plane % block * channels + plane / block % channels;
            System.arraycopy(cells, from * in.planeSize(), y, plane * in.planeSize(), in.planeSize());
        }
        return Tensor.of(in, y);
    }

    /// As the paper does it: one cell for each filter, enlarged to a block, and the blocks stacked as channels.
    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        if (upscaleFactor < 1) throw new IllegalArgumentException("icnr: r = " + upscaleFactor);
        Shape in = filters.shape();
        float[] blocks = new float[in.n() * upscaleFactor * upscaleFactor];
        for (int i = 0; i < blocks.length; i++) blocks[i] = i / (upscaleFactor * upscaleFactor);
        Tensor numbers = pixelUnshuffle(Tensor.of(Shape.of(1, in.n(), upscaleFactor, upscaleFactor), blocks), upscaleFactor);
        int size = in.c() * in.planeSize();
        float[] weight = new float[blocks.length * size];
        for (int o = 0; o < blocks.length; o++) System.arraycopy(filters.toArray(), (int) numbers.get(0, o, 0, 0) * size, weight, o * size, size);
        return Tensor.of(Shape.of(blocks.length, in.c(), in.h(), in.w()), weight);
    }

    /// A number minus the mean is the mean of its differences to all numbers.
    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        blocks(bias.length, upscaleFactor);
        int block = upscaleFactor * upscaleFactor;
        double[] pattern = new double[bias.length];
        for (int i = 0; i < bias.length; i++) {
            int first = i - i % block;
            for (int other = first; other < first + block; other++) pattern[i] += (bias[i] - bias[other]) / block;
        }
        return pattern;
    }

    /// Both sides answer a single cell of value 1. The transposed convolution paints its kernel, so pixel unshuffle of the kernel is what the
    /// convolution must give; and a convolution answers such a cell with its own kernel, read from the last tap to the first.
    @Override
    public Tensor subpixelFromTransposed(Tensor weight, int upscaleFactor) {
        if (weight.shape().h() != weight.shape().w()) throw new IllegalArgumentException("subpixelFromTransposed: " + weight.shape());
        Tensor answers = pixelUnshuffle(weight, upscaleFactor);
        Shape in = answers.shape();
        float[] taps = answers.toArray();
        float[] subpixel = new float[taps.length];
        for (int from = 0; from < taps.length; from++) {
            int plane = from / in.planeSize();
            int swapped = plane % in.c() * in.n() + plane / in.c();
            subpixel[swapped * in.planeSize() + in.planeSize() - 1 - from % in.planeSize()] = taps[from];
        }
        return Tensor.of(Shape.of(in.c(), in.n(), in.h(), in.w()), subpixel);
    }
}
