package upsampling.tasks;

import upsampling.grader.Lesson;
import upsampling.grader.Task;
import upsampling.grader.Uses;
import upsampling.tensor.Tensor;

/// Lesson 7, pixel shuffle: six tasks. An answer overrides one method or several; the others stay "not started".
///
/// Letters: `r` upscale factor; `a` the row and `b` the column inside a block of `r x r` cells, both from 0 to `r-1`; `x [N, C, H, W]`. Everything is
/// counted from 0.
///
/// Pixel shuffle computes nothing: `r*r` channels lie down as the cells of an `r x r` block, so a picture with fewer channels becomes `r` times as
/// high and wide. All it can get wrong is *which* channel goes *where*:
///
/// ```
/// "CRD"   cell (a, b) of channel c comes from channel c*r*r + a*r + b       PyTorch
/// "DCR"   cell (a, b) of channel c comes from channel (a*r + b)*C + c       ONNX's default, TensorFlow
/// ```
/// Here `C` is the number of channels of the large picture. With one channel both orders are the same.
///
/// Tensors are made with `Tensor.of(Shape.of(n, c, h, w), values)` and read with `x.get(n, c, h, w)` or `x.toArray()`. Each task says what of the
/// library an answer may use; `upsampling.show` and the packages of `java.util` are always welcome.
@Lesson(number = 7, name = "pixelshuffle", tests = {SubPixelsTest.class, SubPixelWeightsTest.class})
@Uses({"upsampling.tensor.Tensor", "upsampling.tensor.Shape", "upsampling.show"})
public interface SubPixels {

    /// Task 7.1 (warm-up, 2 points): pixel shuffle in PyTorch's order.
    ///
    /// ```
    /// y[n, c, r*i + a, r*j + b] = x[n, c*r*r + a*r + b, i, j]        0 <= a, b < r
    /// ```
    /// Block `(i, j)` of the result holds what `r*r` consecutive channels have at cell `(i, j)`, row by row.
    ///
    /// Example: eight channels of one cell with the values 0 to 7, `r = 2`: two channels, `[[0, 1], [2, 3]]` and `[[4, 5], [6, 7]]`.
    /// Use `upsampling.tensor.Tensor` and `Shape`; not `upsampling.op`.
    /// Source: Shi et al., "Real-time single image and video super-resolution using an efficient sub-pixel convolutional neural network", 2016.
    ///
    /// @param x `[N, C*r*r, H, W]`
    /// @param upscaleFactor `r`
    /// @return `[N, C, r*H, r*W]`
    /// @throws IllegalArgumentException unless `r >= 1` and `r*r` divides the number of channels
    @Task("7.1")
    default Tensor pixelShuffle(Tensor x, int upscaleFactor) {
        throw new UnsupportedOperationException("Task 7.1: return the picture with its channels laid out as blocks");
    }

    /// Task 7.2 (warm-up, 2 points): the way back, from blocks to channels.
    ///
    /// ```
    /// y[n, c*r*r + a*r + b, i, j] = x[n, c, r*i + a, r*j + b]        0 <= a, b < r
    /// ```
    /// It undoes task 7.1: every cell goes back to where it came from, so nothing is lost, not even a bit. Each channel of the result is one phase of
    /// the picture: every `r`-th row and every `r`-th column.
    ///
    /// Example: `[[0, 1], [2, 3]]`, `r = 2`: four channels of one cell with the values 0, 1, 2, 3.
    /// Use `upsampling.tensor.Tensor` and `Shape`; not `upsampling.op`.
    ///
    /// @param x `[N, C, H, W]`
    /// @param downscaleFactor `r`
    /// @return `[N, C*r*r, H/r, W/r]`
    /// @throws IllegalArgumentException unless `r >= 1` and `r` divides both `H` and `W`
    @Task("7.2")
    default Tensor pixelUnshuffle(Tensor x, int downscaleFactor) {
        throw new UnsupportedOperationException("Task 7.2: return the picture with its blocks stacked as channels");
    }

    /// Task 7.3 (core, 4 points): depth to space, in both orders that are in use.
    ///
    /// ```
    /// "CRD"   y[n, c, r*i + a, r*j + b] = x[n, c*r*r + a*r + b, i, j]        as in task 7.1
    /// "DCR"   y[n, c, r*i + a, r*j + b] = x[n, (a*r + b)*C + c, i, j]        C channels in y
    /// ```
    /// The number of an input channel is split into three: which channel `c` of the result, which row `a`, which column `b`. In CRD `c` counts slowest, so
    /// neighbouring channels belong to one block; in DCR it counts fastest, so they belong to neighbouring channels of the result. From two channels of the
    /// result on, weights that were trained for one order paint nonsense in the other one. (ONNX's letters stand for column, row, depth.)
    ///
    /// Example: eight channels of one cell with the values 0 to 7, `r = 2`, "DCR": two channels, `[[0, 2], [4, 6]]` and `[[1, 3], [5, 7]]`.
    /// Use `upsampling.tensor.Tensor` and `Shape`; not `upsampling.op`.
    ///
    /// @param x `[N, C*r*r, H, W]`
    /// @param blockSize `r`
    /// @param order `"CRD"` or `"DCR"`
    /// @return `[N, C, r*H, r*W]`
    /// @throws IllegalArgumentException unless `r >= 1`, `r*r` divides the number of channels, and the order is one of the two
    @Task("7.3")
    default Tensor depthToSpace(Tensor x, int blockSize, String order) {
        throw new UnsupportedOperationException("Task 7.3: return the picture with its channels laid out as blocks, in the order asked for");
    }

    /// Task 7.4 (core, 4 points): a weight with which a convolution and the pixel shuffle behind it start without a checkerboard. ICNR.
    ///
    /// ```
    /// weight[c*r*r + a*r + b] = filters[c]        a whole filter [Cin, k, k], for all 0 <= a, b < r
    /// ```
    /// The filters are drawn already, one for each channel of the *large* picture. The convolution needs one for each sub-pixel: all sub-pixels of
    /// one channel start with the same filter. So all cells of a block get the same value, and the whole is nearest enlargement of a convolution
    /// with `filters`, bit for bit. The order of the channels is that of task 7.1.
    ///
    /// Example: two filters of one weight, 1 and 2, `r = 2`: eight filters, 1, 1, 1, 1, 2, 2, 2, 2.
    /// Use `upsampling.tensor.Tensor` and `Shape`; not `upsampling.init` or `upsampling.op`.
    /// Source: Aitken et al., "Checkerboard artifact free sub-pixel convolution", 2017.
    ///
    /// @param filters `[C, Cin, k, k]`
    /// @param upscaleFactor `r`
    /// @return `[C*r*r, Cin, k, k]`
    /// @throws IllegalArgumentException unless `r >= 1`
    @Task("7.4")
    default Tensor icnr(Tensor filters, int upscaleFactor) {
        throw new UnsupportedOperationException("Task 7.4: return the filters of all sub-pixels");
    }

    /// Task 7.5 (core, 4 points): which pattern do the biases of the sub-pixels paint?
    ///
    /// ```
    /// mean[c]                    = sum of bias[c*r*r + a*r + b] / (r*r)               the sum over all 0 <= a, b < r
    /// pattern[c*r*r + a*r + b]   = bias[c*r*r + a*r + b] - mean[c]
    /// ```
    /// The convolution before a pixel shuffle has one bias for each of its channels, so each *sub-pixel* has its own. A black picture comes out
    /// as a block of `r x r` biases, again and again. Their mean only makes channel `c` brighter; what is left over is the pattern. The mean square
    /// of the pattern of one channel is its periodic sub-grid variance, the PSV of lesson 5. A transposed convolution has one bias for each output
    /// channel, which cannot paint a pattern.
    ///
    /// Example: biases 1, 2, 3, 6 and `r = 2`: the mean is 3, the pattern -2, -1, 0, 3, and the PSV `(4 + 1 + 0 + 9)/4 = 3.5`.
    /// Use `upsampling.tensor.Tensor` and `Shape` if you like; not `upsampling.metric`.
    ///
    /// @param bias one number for each channel before the shuffle, `C*r*r` of them, in the order of task 7.1
    /// @param upscaleFactor `r`
    /// @return one number for each of them
    /// @throws IllegalArgumentException unless `r >= 1` and `r*r` divides the number of biases
    @Task("7.5")
    default double[] biasPattern(double[] bias, int upscaleFactor) {
        throw new UnsupportedOperationException("Task 7.5: return the biases without the mean of their channel");
    }

    /// Task 7.6 (stretch, 4 points): turn a transposed convolution into an ordinary convolution with a pixel shuffle behind it.
    ///
    /// ```
    /// subpixel[co*r*r + a*r + b, ci, m-1-u, m-1-v] = weight[ci, co, r*u + a, r*v + b]        0 <= u, v < m = k/r
    /// ```
    /// The transposed convolution has kernel `k`, stride `r` and no padding; `r` divides `k`. Along one axis, output `r*i + a` gets
    /// `x[i-u] * w[r*u + a]` from every input `i-u` whose stamp reaches it: only every `r`-th tap, counted from `a`, meets phase `a`. These `m` taps
    /// are the kernel of an ordinary convolution, one for each phase. It reads its taps the other way round, which is why `u` becomes `m-1-u`. With
    /// stride 1 and padding `m-1`, then pixel shuffle in the order of task 7.1, the result is that of the transposed convolution.
    ///
    /// Example: along one axis, the taps `(w0, w1, w2, w3)` with `r = 2` become `(w2, w0)` for phase 0 and `(w3, w1)` for phase 1.
    /// Use `upsampling.tensor.Tensor` and `Shape`; not `upsampling.op`.
    /// Source: Shi et al., "Is the deconvolution layer the same as a convolutional layer?", 2016.
    ///
    /// @param weight `[Cin, Cout, k, k]`, that of the transposed convolution
    /// @param upscaleFactor `r`
    /// @return `[Cout*r*r, Cin, m, m]`, that of the convolution
    /// @throws IllegalArgumentException unless `r >= 1`, the kernel is square, and `r` divides `k`
    @Task("7.6")
    default Tensor subpixelFromTransposed(Tensor weight, int upscaleFactor) {
        throw new UnsupportedOperationException("Task 7.6: return the weight of the convolution before the shuffle");
    }
}
