package upsampling.tasks;

import upsampling.grader.Lesson;
import upsampling.grader.Task;
import upsampling.grader.Uses;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Lesson 3, convolution as a matrix: six tasks. An answer overrides one method or several; the others stay "not started".
///
/// Letters: `k` kernel, `s` stride, `p` padding on *each* side, `d` dilation; `x [N, C, H, W]`. A {@link Window} describes one axis and serves both,
/// so kernels are square. Position `oh, ow` of the window sees, with its weight in row `kh` and column `kw`, the cell in
///
/// ```
/// row    h = oh*s - p + kh*d         oh = 0 .. Ho-1, Ho = window.outputSize(H)
/// column w = ow*s - p + kw*d         ow = 0 .. Wo-1, Wo = window.outputSize(W)
/// ```
/// It lies in the padding unless `0 <= h < H` and `0 <= w < W`. Rows come first in memory: cell `h, w` is number `h*W + w` of its plane, and
/// position `oh, ow` is number `oh*Wo + ow`.
///
/// Tensors are made with `Tensor.of(Shape.of(n, c, h, w), values)` and read with `x.get(n, c, h, w)` or `x.toArray()`. Each task says what of the
/// library an answer may use; `upsampling.show` and the packages of `java.util` are always welcome.
@Lesson(number = 3, name = "matrix", tests = {ConvolutionMatrixTest.class, ConvolutionTest.class})
@Uses({"upsampling.tensor.Tensor", "upsampling.tensor.Shape", "upsampling.tensor.Window", "upsampling.show"})
public interface ConvolutionMatrix {

    /// Task 3.1 (warm-up, 2 points): the inner product of two rows of numbers, without losing digits.
    ///
    /// ```
    /// <a, b> = sum over i of a[i]*b[i]
    /// ```
    /// The numbers are floats, but multiply and add them in double: a float has 24 bits, so 16 777 216 + 1 is 16 777 216 again.
    ///
    /// Example: `(1, 2, 3)` and `(4, -5, 6)` give 4 - 10 + 18 = 12. Two empty rows give 0.
    /// Use `upsampling.tensor.Tensor`, `Shape` and `Window` if you like; not `upsampling.op`.
    ///
    /// @param a the first row
    /// @param b the second one, as long as `a`
    /// @throws IllegalArgumentException unless both rows have the same length
    @Task("3.1")
    default double dot(float[] a, float[] b) {
        throw new UnsupportedOperationException("Task 3.1: return the inner product of two rows");
    }

    /// Task 3.2 (warm-up, 2 points): how far is `B` from being the transpose of `A`?
    ///
    /// ```
    /// gap = |<A*x, y> - <x, B*y>| / (|A*x| * |y|)            |v| = sqrt(<v, v>)
    /// ```
    /// The first two bars mean the absolute value of a number, the others the length of a row. If `B` is the transpose of `A`, both inner products are
    /// equal for every `x` and `y`, and the gap is 0, or as small as the rounding. Another `B` gives a larger gap for almost every `x` and `y`. The
    /// test only *applies* the two maps, so it also works where nobody writes down a matrix.
    ///
    /// Example: `A = [[1], [2]]` with `x = (2)` gives `A*x = (2, 4)`, and with `y = (3, 1)` the first inner product is 6 + 4 = 10. `B = [[3, 2]]` gives
    /// `B*y = (11)`, and the second one is 2*11 = 22. The gap is `|10 - 22| / (sqrt(20) * sqrt(10)) = 0.8485`; with `B = [[1, 2]]` it is 0.
    /// Use `upsampling.tensor.Tensor`, `Shape` and `Window` if you like; not `upsampling.op`.
    ///
    /// @param forward the matrix `A`, one row for each output
    /// @param backward the matrix `B`, one row for each input: as many rows as `A` has columns, and the other way round
    /// @param x one number for each input; `A*x` is not 0 everywhere
    /// @param y one number for each output, not 0 everywhere
    @Task("3.2")
    default double adjointGap(double[][] forward, double[][] backward, double[] x, double[] y) {
        throw new UnsupportedOperationException("Task 3.2: return the gap between two inner products");
    }

    /// Task 3.3 (core, 4 points): the convolution of deep learning, with everything that goes with it.
    ///
    /// ```
    /// y[n,co,oh,ow] = bias[co] + sum over ci, kh, kw of weight[co,ci,kh,kw] * x[n, first + ci, oh*s - p + kh*d, ow*s - p + kw*d]
    /// first = (co / (Cout/groups)) * (Cin/groups)        the division by Cout/groups without a rest: it is the number of the group of co
    /// ```
    /// A cell in the padding counts as 0. The kernel lies over the picture as it is: nothing is rotated, although mathematicians call only the rotated
    /// form a convolution. With groups the input channels and the output channels are split in order, and a group of outputs sees only its own inputs.
    ///
    /// Example: `x = 0..15` as 4x4, the kernel 1..9 as 3x3: the first output is `0*1 + 1*2 + 2*3 + 4*4 + 5*5 + 6*6 + 8*7 + 9*8 + 10*9 = 303`.
    /// Use `upsampling.tensor.Tensor`, `Shape` and `Window`, with `Window.outputSize`; not `upsampling.op`.
    ///
    /// @param x `[N, Cin, H, W]`
    /// @param weight `[Cout, Cin/groups, k, k]`
    /// @param bias one number for each output channel, never null
    /// @param groups divides both `Cin` and `Cout`; 1: every output sees every input
    /// @return `[N, Cout, Ho, Wo]`
    @Task("3.3")
    default Tensor conv2d(Tensor x, Tensor weight, float[] bias, Window window, int groups) {
        throw new UnsupportedOperationException("Task 3.3: return the convolution");
    }

    /// Task 3.4 (core, 4 points): the same convolution as a matrix `C`, for one plane and one kernel.
    ///
    /// ```
    /// C[oh*Wo + ow][h*W + w] = kernel[kh][kw]        h = oh*s - p + kh*d, w = ow*s - p + kw*d
    /// ```
    /// wherever `h, w` is a cell of the picture; every other entry is 0. Row `oh*Wo + ow` makes one output, column `h*W + w` belongs to one input. So
    /// `C` times the flat picture is the flat result of task 3.3. Cells in the padding have no column: their weights are left out.
    ///
    /// Example: the kernel `[[1, 2], [3, 4]]` on 2x3 cells has two positions: the rows (1, 2, 0, 3, 4, 0) and (0, 1, 2, 0, 3, 4).
    /// Use `upsampling.tensor.Tensor`, `Shape` and `Window`, with `Window.outputSize`; not `Taps` or `upsampling.op`.
    ///
    /// @param kernel `[k][k]`
    /// @param height rows `H` of the picture
    /// @param width columns `W` of the picture
    /// @return `[Ho*Wo][H*W]`
    @Task("3.4")
    default double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
        throw new UnsupportedOperationException("Task 3.4: return the matrix of a convolution");
    }

    /// Task 3.5 (core, 4 points): painting with a kernel: each input stamps it onto the output.
    ///
    /// ```
    /// y[n, co, i*s + kh, j*s + kw] += x[n,ci,i,j] * weight[ci,co,kh,kw]        for every ci, co, i, j, kh, kw
    /// ```
    /// The output begins with zeros. The stamp of input `i, j` has its upper left corner at `i*s, j*s`. The kernel is stamped as it is, and
    /// where stamps overlap, their paint adds up; where `s > k`, zeros stay in between. This is the transpose of the matrix of task 3.4, without padding
    /// and dilation. Mind the weight: here the *input* channels come first.
    ///
    /// Example: `x = (1, 2)` in one row, the kernel `[[1, 2], [3, 4]]`, stride 1: the output is `[[1, 2+2, 4], [3, 4+6, 8]]`.
    /// Use `upsampling.tensor.Tensor`, `Shape` and `Window`; not `upsampling.op`.
    ///
    /// @param x `[N, Cin, H, W]`
    /// @param weight `[Cin, Cout, k, k]`
    /// @param stride how far the stamps of two neighbours lie apart, >= 1
    /// @return `[N, Cout, s*(H-1) + k, s*(W-1) + k]`
    @Task("3.5")
    default Tensor scatterTranspose(Tensor x, Tensor weight, int stride) {
        throw new UnsupportedOperationException("Task 3.5: return what the stamps paint");
    }

    /// Task 3.6 (stretch, 4 points): `col2im`: a table of windows is put back onto the picture.
    ///
    /// ```
    /// y[n, c, oh*s - p + kh*d, ow*s - p + kw*d] += columns[n, 0, (c*k + kh)*k + kw, oh*Wo + ow]
    /// ```
    /// Its counterpart `im2col` copies each window of a picture into one column of a table: first the cells of channel 0, row by row, then those of
    /// channel 1. PyTorch calls the two `fold` and `unfold`. On the way back a cell gets one entry from every window that sees it: they add up and are not
    /// averaged. Entries that lie in the padding are dropped, and a cell that no window sees is 0. So `col2im` is the transpose of `im2col`, not its
    /// inverse.
    ///
    /// Example: 2x3 cells, `k2 s1`: two windows, so the table is 4x2. All entries 1 give `[[1, 2, 1], [1, 2, 1]]`: both windows see the middle.
    /// Use `upsampling.tensor.Tensor`, `Shape` and `Window`, with `Window.outputSize`; not `upsampling.op`.
    ///
    /// @param columns `[N, 1, C*k*k, L]` with `L = Ho*Wo`
    /// @param height rows `H` of the picture
    /// @param width columns `W` of the picture
    /// @return `[N, C, H, W]`
    @Task("3.6")
    default Tensor col2im(Tensor columns, int height, int width, Window window) {
        throw new UnsupportedOperationException("Task 3.6: return the picture that the windows add up to");
    }
}
