package upsampling.tasks;

import upsampling.grader.Lesson;
import upsampling.grader.Task;
import upsampling.grader.Uses;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Lesson 1, pooling: six tasks. An answer overrides one method or several; the others stay "not started".
///
/// Letters: `k` kernel, `s` stride, `p` padding on *each* side, `d` dilation; `x [N, C, H, W]`. A {@link Window} describes one axis and serves
/// both. Tensors are made with `Tensor.of(Shape.of(n, c, h, w), values)` and read with `x.get(n, c, h, w)` or `x.toArray()`.
///
/// Each task says what of the library an answer may use; `upsampling.show` and the packages of `java.util` are always welcome.
@Lesson(number = 1, name = "pooling", tests = PoolingTest.class)
@Uses({"upsampling.tensor", "upsampling.show"})
public interface Pooling {

    /// The result of max pooling.
    ///
    /// @param values the maxima, `[N, C, OH, OW]`
    /// @param indices where each maximum came from: row-major over `[N, C, OH, OW]`, each an index `h*W + w` into the `H*W` plane of its `n, c`
    record Pooled(Tensor values, int[] indices) { }

    /// What one output cell of a stack of layers sees.
    ///
    /// @param size the length of the stretch of input, along one axis, from the first to the last cell that can reach an output cell; with dilation
    ///     not every cell in between does
    /// @param jump how many input cells the stretches of two neighbouring output cells lie apart
    record ReceptiveField(int size, int jump) { }

    /// Task 1.1 (warm-up, 2 points): how many windows fit on one axis?
    ///
    /// ```
    /// floor mode   floor((size + 2p - d*(k-1) - 1) / s) + 1
    /// ceil mode    floor((size + 2p - d*(k-1) - 1 + s - 1) / s) + 1, and a last window that would start at or beyond size + p is dropped
    /// ```
    /// The start of window `o`, counted from the first *padded* cell, is `o*s`. A size below 1 is an error, never 0.
    /// Example: `size = 4`, `k2 s2` gives 2. Use `upsampling.tensor`; not `Window.outputSize`.
    ///
    /// @param size cells along the axis, >= 1
    /// @throws IllegalArgumentException unless at least one window fits
    @Task("1.1")
    @Uses(value = {"upsampling.tensor", "upsampling.show"}, except = {"upsampling.tensor.Window#outputSize"})
    default int outputSize(int size, Window window, boolean ceilMode) {
        throw new UnsupportedOperationException("Task 1.1: return the number of windows along an axis");
    }

    /// Task 1.2 (core, 4 points): the strongest value of each window, and where it was.
    ///
    /// ```
    /// y[n,c,oh,ow] = max over kh, kw of x[n, c, oh*s - p + kh*d, ow*s - p + kw*d]
    /// ```
    /// Cells outside `x` never win. A minus infinity inside `x` is a value like any other: it wins over the cells outside. The *first* maximum in
    /// row-major order wins a tie, so a window that holds nothing but minus infinity keeps its first cell inside `x`. NaN wins over every number, and
    /// of several NaNs the last one's index is kept (compare with `v > max || Float.isNaN(v)`). The output size is the one of task 1.1, floor mode.
    /// Example: `[[1, 8], [7, 3]]` with `k2` gives `[[8]]`, index 1. Use `upsampling.tensor`, with `Window.outputSize`; not `upsampling.op`.
    ///
    /// @param x `[N, C, H, W]`
    /// @return values `[N, C, OH, OW]`, and indices into the *unpadded* plane of each `n, c`
    @Task("1.2")
    default Pooled maxPool2d(Tensor x, Window window) {
        throw new UnsupportedOperationException("Task 1.2: return the maximum of each window and its index");
    }

    /// Task 1.3 (core, 4 points): the mean of each window, exact at the borders.
    ///
    /// ```
    /// y[n,c,oh,ow] = (sum of the cells of x inside the window) / divisor
    /// h0 = oh*s - p, w0 = ow*s - p
    /// countIncludePad   divisor = (min(h0 + k, H + p) - h0) * (min(w0 + k, W + p) - w0)
    /// otherwise         divisor = number of cells of x inside the window
    /// ```
    /// So padding cells may be counted, but cells beyond even the padding, which ceil mode can reach, do not exist. Dilation is 1.
    /// Example: `0..24` as 5x5, `k3 s2 p1`, without counting padding: the corner is `(0 + 1 + 5 + 6)/4 = 3`.
    /// Use `upsampling.tensor`, with `Window.outputSize`; not `upsampling.op`.
    ///
    /// @param x `[N, C, H, W]`
    /// @return `[N, C, OH, OW]`, with the output size of task 1.1
    @Task("1.3")
    default Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
        throw new UnsupportedOperationException("Task 1.3: return the mean of each window");
    }

    /// Task 1.4 (warm-up, 2 points): how many multiply-accumulates (MACs) does a convolution cost?
    ///
    /// ```
    /// outHeight * outWidth * outChannels * inChannels * k * k
    /// ```
    /// One multiply-accumulate is one MAC, not two. Stride, padding and dilation change nothing: the sizes are those of the output, and dilation
    /// adds no weights. Example: 32x32 outputs, 64 to 64 channels, `k3`: 37 748 736. Use `upsampling.tensor`; not `upsampling.metric`.
    @Task("1.4")
    default long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        throw new UnsupportedOperationException("Task 1.4: return the number of multiply-accumulates");
    }

    /// Task 1.5 (core, 4 points): what does one output cell of a stack see?
    ///
    /// ```
    /// size = 1, jump = 1
    /// for each layer from the input on:   size = size + d*(k-1)*jump,   then jump = jump*s
    /// ```
    /// Example: conv3, pool2 (stride 2), conv3 gives size 8, jump 2. Use `upsampling.tensor`; not `upsampling.metric`.
    /// Source: Araujo, Norris and Sim, "Computing receptive fields of convolutional neural networks", Distill, 2019.
    ///
    /// @param layers from the input to the output
    @Task("1.5")
    default ReceptiveField receptiveField(Window[] layers) {
        throw new UnsupportedOperationException("Task 1.5: return size and jump of the receptive field");
    }

    /// Task 1.6 (stretch, 4 points): where does the gradient of max pooling go?
    ///
    /// ```
    /// gradInput[n,c, indices[i]] += gradOutput[i]        for every output element i, in row-major order over [N, C, OH, OW]
    /// ```
    /// Everything goes to the stored index; overlapping windows add up; every other cell gets 0. `gradOutput.toArray()` gives the gradients, and `indices`
    /// has one entry for each of them in the same order: row by row, plane after plane.
    /// Example: two windows that both chose index 3, with gradients 1 and 2, give 3 there. Use `upsampling.tensor`; not `upsampling.op`.
    ///
    /// @param gradOutput `[N, C, OH, OW]`
    /// @param indices as task 1.2 returns them
    /// @param height rows `H` of the input
    /// @param width columns `W` of the input
    /// @return `[N, C, H, W]`
    @Task("1.6")
    default Tensor maxPool2dBackward(Tensor gradOutput, int[] indices, int height, int width) {
        throw new UnsupportedOperationException("Task 1.6: return the gradient with respect to the input");
    }
}
