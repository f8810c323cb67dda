package upsampling.tasks;

import upsampling.grader.Lesson;
import upsampling.grader.Task;
import upsampling.grader.Uses;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Lesson 4, transposed convolution: six tasks. An answer overrides one method or several; the others stay "not started".
///
/// Letters: `k` kernel, `s` stride, `p` padding, `d` dilation, `op` output padding; `x [N, Cin, H, W]`. A {@link Window} describes one axis and
/// serves both. Every input cell stamps the kernel, times its value, onto the output; where stamps overlap they add up. Along one axis:
///
/// ```
/// y[i*s - p + u*d] += x[i] * w[u]      for every input cell i and every tap u of the kernel
/// ```
/// Paint that falls before cell 0 or behind the last cell of `y` is lost. So padding *removes* cells here: it is the padding of the convolution whose
/// transpose this is.
///
/// Tensors are made with `Tensor.of(Shape.of(n, c, h, w), values)` and read with `x.get(n, c, h, w)` or `x.toArray()`. Each task says what of the
/// library an answer may use; `upsampling.show` and the packages of `java.util` are always welcome.
@Lesson(number = 4, name = "transposed",
    tests = {TransposedSizesTest.class, TransposedConvolutionTest.class, TransposedGradientsTest.class})
@Uses({"upsampling.tensor.Tensor", "upsampling.tensor.Shape", "upsampling.tensor.Window", "upsampling.show"})
public interface TransposedConvolution {

    /// What the gradient of the output says about everything that went in.
    ///
    /// @param gradInput how the loss grows with each cell of `x`, `[N, Cin, H, W]`
    /// @param gradWeight how it grows with each weight, `[Cin, Cout, k, k]`
    /// @param gradBias how it grows with the bias of each output channel, `Cout` numbers
    record Gradients(Tensor gradInput, Tensor gradWeight, float[] gradBias) { }

    /// Task 4.1 (warm-up, 2 points): how many cells does a transposed convolution make of `size` cells?
    ///
    /// ```
    /// s*(size - 1) + d*(k-1) + 1 - 2p + op
    /// ```
    /// The first stamp covers `d*(k-1) + 1` cells, each further one begins `s` cells later. Padding removes `p` cells on both sides. Output padding
    /// adds `op` cells at the end, once. It must be smaller than `s` or smaller than `d`. A result below 1 is an error, never 0.
    ///
    /// Example: 3 cells, `k3 s2 p1 op1`: the stamps cover 7 cells, padding removes 2, output padding adds 1: 6.
    /// Use `upsampling.tensor.Tensor`, `Shape` and `Window`; not `Window.transposedOutputSize`, not `Window.transposedSpan`,
    /// not `Window.outputPaddingFor`.
    ///
    /// @param size cells along the axis, >= 1
    /// @param outputPadding `op`
    /// @throws IllegalArgumentException unless `0 <= op < max(s, d)` and the result is >= 1
    @Task("4.1")
    @Uses(value = {"upsampling.tensor.Tensor", "upsampling.tensor.Shape", "upsampling.tensor.Window", "upsampling.show"},
        except = {"upsampling.tensor.Window#transposedOutputSize", "upsampling.tensor.Window#transposedSpan",
            "upsampling.tensor.Window#outputPaddingFor"})
    default int outputSize(int size, Window window, int outputPadding) {
        throw new UnsupportedOperationException("Task 4.1: return the number of cells of the output");
    }

    /// Task 4.2 (warm-up, 2 points): which output padding makes `wanted` cells of `size` cells?
    ///
    /// ```
    /// least = s*(size - 1) + d*(k-1) + 1 - 2p
    /// wanted = least + op
    /// ```
    /// A convolution with stride `s` rounds down: `s` sizes in a row, from `least` to `least + s-1`, all become `size` cells. The way back must
    /// choose one of them, and output padding says which. Any other size is refused. So is a size below 1: with a large padding `least` can be that
    /// small.
    ///
    /// Example: 6 cells, `k3 s2 p1`: `least` is 11, so 12 cells need an output padding of 1; 10 and 13 are refused.
    /// Use `upsampling.tensor.Tensor`, `Shape` and `Window`; not `Window.outputPaddingFor`, not `Window.transposedOutputSize`,
    /// not `Window.transposedSpan`.
    ///
    /// @param size cells of the input, >= 1
    /// @param wanted cells that the output shall have
    /// @return the output padding, `0 .. s-1`
    /// @throws IllegalArgumentException unless `wanted >= 1` and `least <= wanted <= least + s-1`
    @Task("4.2")
    @Uses(value = {"upsampling.tensor.Tensor", "upsampling.tensor.Shape", "upsampling.tensor.Window", "upsampling.show"},
        except = {"upsampling.tensor.Window#outputPaddingFor", "upsampling.tensor.Window#transposedOutputSize",
            "upsampling.tensor.Window#transposedSpan"})
    default int outputPaddingFor(int size, int wanted, Window window) {
        throw new UnsupportedOperationException("Task 4.2: return the output padding for the wanted size");
    }

    /// Task 4.3 (core, 4 points): the transposed convolution in another form: zeros between the cells, then an ordinary convolution with stride 1.
    ///
    /// ```
    /// z[n,ci,i*s,j*s] = x[n,ci,i,j], 0 elsewhere                   s-1 zeros between two cells, none at the ends
    /// q = d*(k-1) - p                                              zeros in front of z, as many as are needed behind it
    /// y[n,co,h,w] = sum over ci, a, b of z[n, ci, h - q + a*d, w - q + b*d] * weight[ci, co, k-1-a, k-1-b]
    /// ```
    /// Every output *gathers* what the stamps would have painted on it. Seen from the output a stamp lies the other way round, so the kernel is
    /// rotated by 180 degrees: it is read from its last tap to its first. Cells outside `z` count as 0. If `q` is negative, cells of `z` are cut off
    /// instead. No bias, no groups; the size is the one of task 4.1 on both axes. Mind the order of the channels of the weight: `Cin` comes first.
    ///
    /// Example: one row, `x = (1, 2)`, `w = (1, 2, 3)`, `k3 s2 p1`: `z` is (1, 0, 2), the rotated kernel (3, 2, 1), `q` is 1, and `y` is (2, 5, 4).
    /// Use `upsampling.tensor.Tensor`, `Shape` and `Window`, with `Window.transposedOutputSize`; not `upsampling.op`.
    ///
    /// @param x `[N, Cin, H, W]`
    /// @param weight `[Cin, Cout, k, k]`
    /// @return `[N, Cout, Ho, Wo]`
    @Task("4.3")
    default Tensor byZeroInsertion(Tensor x, Tensor weight, Window window, int outputPadding) {
        throw new UnsupportedOperationException("Task 4.3: return the convolution of the picture with zeros between its cells");
    }

    /// Task 4.4 (core, 4 points): the transposed convolution with everything that belongs to it.
    ///
    /// ```
    /// y[n,co,h,w] = bias[co]                                                                      everywhere, once
    /// y[n, co, i*s - p + u*d, j*s - p + v*d] += x[n,ci,i,j] * weight[ci, co % (Cout/g), u, v]     for ci and co of the same group
    /// ```
    /// Paint that falls outside `y` is lost. The size is the one of task 4.1 on both axes. Output padding makes `y` longer at the end; these cells are
    /// like all others: a stamp may reach them, and the bias is there in any case. The groups split both channel axes in order: group 0 has the first
    /// `Cin/g` input channels and the first `Cout/g` output channels, and so on; a stamp stays in its group.
    ///
    /// Example: `x` is 3x3 ones, the kernel 3x3 ones, no bias, `s2 p1 op1`. The first row is 1, 2, 1, 2, 1, 1: the last cell is paint, not a zero.
    /// Use `upsampling.tensor.Tensor`, `Shape` and `Window`, with `Window.transposedOutputSize`; not `upsampling.op`.
    /// Source: Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, chapter 4.
    ///
    /// @param x `[N, Cin, H, W]`
    /// @param weight `[Cin, Cout/g, k, k]`: the order differs from an ordinary convolution
    /// @param bias one number for each of the `Cout` output channels, never null
    /// @param groups `g`, divides `Cin`
    /// @return `[N, Cout, Ho, Wo]`
    @Task("4.4")
    default Tensor convTranspose2d(Tensor x, Tensor weight, float[] bias, Window window, int outputPadding, int groups) {
        throw new UnsupportedOperationException("Task 4.4: return the sum of the stamps and the bias");
    }

    /// Task 4.5 (core, 4 points): how far from the right place does a pixel land?
    ///
    /// ```
    /// landing    the middle of the stamp of input cell i, halfway between its first and its last tap
    /// target     the middle of the cells i*s .. i*s + s-1, which belong to input cell i when the picture becomes s times as large
    /// offset     landing - target
    /// ```
    /// Places are counted in output cells: 0 is the centre of the first one, 0.5 lies between it and the second one. Lesson 2 calls this target
    /// `"half-pixel"`. The result does not depend on `i`. A positive offset means that the picture has moved towards the end of the axis. Where does
    /// the first tap of cell 0 fall, and where the last one? Padding moves both.
    ///
    /// Example: `k4 s2 p1`: the stamp of cell 0 covers the places -1 to 2, its middle is 0.5. The target is the middle of the cells 0 and 1, again 0.5:
    /// the offset is 0. Use `upsampling.tensor.Tensor`, `Shape` and `Window`; not `upsampling.op`.
    ///
    /// @return the offset in output cells, a multiple of one half
    @Task("4.5")
    default double alignmentOffset(Window window) {
        throw new UnsupportedOperationException("Task 4.5: return how far the stamp lies from the cells it should fill");
    }

    /// Task 4.6 (stretch, 4 points): the gradients of the transposed convolution of task 4.4 with one group.
    ///
    /// ```
    /// gradInput [n,ci,i,j]     = sum over co, u, v of weight[ci,co,u,v] * gradOutput[n, co, i*s - p + u*d, j*s - p + v*d]
    /// gradWeight[ci,co,u,v]    = sum over n, i, j  of x[n,ci,i,j]       * gradOutput[n, co, i*s - p + u*d, j*s - p + v*d]
    /// gradBias  [co]           = sum over n, h, w  of gradOutput[n,co,h,w]
    /// ```
    /// Where a stamp has painted, it now reads. Places outside `gradOutput` count as 0. The first line is an ordinary convolution of `gradOutput`, with
    /// the same stamp, not rotated. Output padding is no parameter here: `gradOutput` has the size that the output had.
    ///
    /// Example: `x` and `weight` are both `[[1, 2], [3, 4]]`, `k2 s2`, and `gradOutput` holds 0 to 15 in 4x4. Cell (0, 0) has painted the cells with
    /// the gradients 0, 1, 4, 5, so its gradient is 1*0 + 2*1 + 3*4 + 4*5 = 34. Every output depends on the bias, so `gradBias` is 120.
    /// Use `upsampling.tensor.Tensor`, `Shape` and `Window`; not `upsampling.op`.
    ///
    /// @param x `[N, Cin, H, W]`
    /// @param weight `[Cin, Cout, k, k]`
    /// @param gradOutput `[N, Cout, Ho, Wo]`
    @Task("4.6")
    default Gradients backward(Tensor x, Tensor weight, Window window, Tensor gradOutput) {
        throw new UnsupportedOperationException("Task 4.6: return the gradients of input, weight and bias");
    }
}
