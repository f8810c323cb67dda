package upsampling.tasks;

import upsampling.grader.Lesson;
import upsampling.grader.Task;
import upsampling.grader.Uses;
import upsampling.tensor.Tensor;

/// Lesson 2, interpolation: six tasks. An answer overrides one method or several; the others stay "not started".
///
/// Letters: `x [N, C, H, W]`. One axis at a time: the input has `in` cells, the output has `out` cells, and output cell `o` reads the input near the
/// place `source`, counted in cells, so that 0 is the centre of the first cell and `in-1` the centre of the last one.
///
/// ```
/// "half-pixel"   source = (o + 1/2)*in/out - 1/2             the outer edges of both axes meet
/// "corners"      source = o*(in-1)/(out-1), 0 for out = 1    the centres of the first and of the last cells meet
/// ```
/// PyTorch calls the two `align_corners=False`, its default, and `align_corners=True`. The two must never be mixed.
///
/// Tensors are made with `Tensor.of(Shape.of(n, c, h, w), values)` and read with `x.get(n, c, h, w)` or `x.toArray()`. Each task says what of the
/// library an answer may use; `upsampling.show` and the packages of `java.util` are always welcome.
@Lesson(number = 2, name = "interpolation", tests = {ResizingWeightsTest.class, ResizingTest.class})
@Uses({"upsampling.tensor.Tensor", "upsampling.tensor.Shape", "upsampling.show"})
public interface Resizing {

    /// The known values at the four corners of a box. The first digit belongs to x, the second one to y.
    ///
    /// @param q11 the value at `x1, y1`
    /// @param q21 the value at `x2, y1`
    /// @param q12 the value at `x1, y2`
    /// @param q22 the value at `x2, y2`
    record Corners(double q11, double q21, double q12, double q22) { }

    /// A box with the sides `x2 - x1` and `y2 - y1`.
    ///
    /// @param x1 where it begins along x
    /// @param x2 where it ends along x, > x1
    /// @param y1 where it begins along y
    /// @param y2 where it ends along y, > y1
    record Box(double x1, double x2, double y1, double y2) { }

    /// Task 2.1 (warm-up, 2 points): which input cell does the nearest-neighbour rule copy?
    ///
    /// ```
    /// nearest         floor(out * inSize / outSize)
    /// nearest-exact   floor((out + 1/2) * inSize / outSize)
    /// ```
    /// PyTorch has both rules. The first one, its default, looks at the left edge of the output cell, the second one at its centre. Neither of them
    /// rounds to the nearest whole number. Mind the type: sizes are large in practice, and `/` between two `int` cuts off the fraction.
    /// PyTorch computes this in float32, where a few pairs of sizes round the other way; the checks use pairs on which both ways agree.
    ///
    /// Example: 3 cells become 2. The left edges lie at 0 and 1.5, so nearest copies the cells 0 and 1. The centres lie at 0.75 and 2.25, so
    /// nearest-exact copies the cells 0 and 2. Use `upsampling.tensor.Tensor` and `Shape` if you like; not `Taps`, `Grid` or `upsampling.op`.
    ///
    /// @param out which output cell, `0 .. outSize-1`
    /// @param inSize cells of the input axis, >= 1
    /// @param outSize cells of the output axis, >= 1
    /// @param exact true: nearest-exact; false: nearest
    /// @return the input cell, `0 .. inSize-1`
    @Task("2.1")
    default int nearestIndex(int out, int inSize, int outSize, boolean exact) {
        throw new UnsupportedOperationException("Task 2.1: return the input cell that an output cell copies");
    }

    /// Task 2.2 (warm-up, 2 points): the value at a point between four known values.
    ///
    /// ```
    /// R1 = q11*(x2-x)/(x2-x1) + q21*(x-x1)/(x2-x1)      along the side y = y1
    /// R2 = q12*(x2-x)/(x2-x1) + q22*(x-x1)/(x2-x1)      along the side y = y2
    /// P  =  R1*(y2-y)/(y2-y1) +  R2*(y-y1)/(y2-y1)      between the two
    /// ```
    /// The nearer a corner, the more it counts: its weight is the distance to the *opposite* side. Here y grows from `y1` to `y2`.
    ///
    /// Example: `q11 = 1, q21 = 3, q12 = 5, q22 = 11` on the unit square, at the point (0.25, 0.5): `R1 = 1*0.75 + 3*0.25 = 1.5`,
    /// `R2 = 5*0.75 + 11*0.25 = 6.5`, `P = 4`. Use `upsampling.tensor.Tensor` and `Shape` if you like; not `Taps`, `Kernels` or `upsampling.op`.
    ///
    /// @param q the values at the corners
    /// @param box where the corners are; not always the unit square
    /// @param x between `box.x1()` and `box.x2()`
    /// @param y between `box.y1()` and `box.y2()`
    @Task("2.2")
    default double bilinearPoint(Corners q, Box box, double x, double y) {
        throw new UnsupportedOperationException("Task 2.2: return the value at a point between four corners");
    }

    /// Task 2.3 (core, 4 points): how much does each of four neighbours count in cubic interpolation?
    ///
    /// ```
    /// k(d) = (a+2)*d^3 - (a+3)*d^2 + 1             0 <= d <= 1
    ///      = a*d^3 - 5a*d^2 + 8a*d - 4a            1 <  d <= 2       0 farther away
    /// ```
    /// `d >= 0` is the distance of a cell from the point that is asked for. The point lies at `t` behind its left cell, tap 0. The right cell is tap 1;
    /// taps -1 and 2 are the next ones outside. Write down the four distances before you write code.
    ///
    /// Example: `t = 0.5, a = -0.5` gives -0.0625, 0.5625, 0.5625, -0.0625. The weights add up to 1, whatever `t` and `a` are.
    /// Use `upsampling.tensor.Tensor` and `Shape` if you like; not `Taps`, `Kernels` or `upsampling.op`.
    /// Source: Keys, "Cubic convolution interpolation for digital image processing", 1981.
    ///
    /// @param t how far the point lies behind tap 0, `0 <= t < 1`
    /// @param a the parameter of the curve: -0.75 in PyTorch, -0.5 by Keys and in TensorFlow
    /// @return four weights, of the taps -1, 0, 1, 2 in this order
    @Task("2.3")
    default double[] cubicWeights(double t, double a) {
        throw new UnsupportedOperationException("Task 2.3: return the weights of the taps -1, 0, 1, 2");
    }

    /// Task 2.4 (core, 4 points): linear interpolation along one axis, written as a matrix `W`.
    ///
    /// ```
    /// y[o] = sum over i of W[o][i] * x[i] = (1-l)*x[left] + l*x[right]
    /// left = floor(source), l = source - left, right = left + 1
    /// ```
    /// with the `source` of the alignment, see {@link Resizing}. Two things happen at the ends. A `source` below 0 becomes 0: the border is repeated, not
    /// continued. And the last cell has no right neighbour: it is its own, and gets both weights. So every row adds up to 1.
    ///
    /// Example: `2 -> 3` gives the rows (1, 0), (0.5, 0.5), (0, 1) with both alignments; `4 -> 1` gives (0, 0.5, 0.5, 0) with half pixels, and
    /// (1, 0, 0, 0) with corners. Use `upsampling.tensor.Tensor` and `Shape` if you like; not `Taps`, `Grid` or `upsampling.op`.
    ///
    /// @param inSize cells of the input axis
    /// @param outSize cells of the output axis
    /// @param alignment `"half-pixel"` or `"corners"`
    /// @return `[outSize][inSize]`, a row for each output
    /// @throws IllegalArgumentException unless both sizes are >= 1 and the alignment is one of the two
    @Task("2.4")
    default double[][] linearMatrix(int inSize, int outSize, String alignment) {
        throw new UnsupportedOperationException("Task 2.4: return the matrix of linear interpolation");
    }

    /// Task 2.5 (core, 4 points): a picture of another size.
    ///
    /// ```
    /// y[n,c,i,j] = sum over h, w of rows[i][h] * columns[j][w] * x[n,c,h,w]
    /// ```
    /// `rows` is the matrix of task 2.4 from `H` to `height`, `columns` the one from `W` to `width`. Only two entries of each row differ from 0, so an
    /// output reads four cells at most: those of task 2.2. There is no low-pass: when the picture gets smaller, some cells are never read.
    ///
    /// Example: half pixels, `[[0, 4], [8, 12]]` to 4x4. The first row is 0, 1, 3, 4; the second one is 2 more. With corners the first row is
    /// 0, 4/3, 8/3, 4. Use `upsampling.tensor.Tensor` and `Shape`; not `Taps` or `upsampling.op`.
    ///
    /// @param x `[N, C, H, W]`
    /// @param height rows of the result, >= 1
    /// @param width columns of the result, >= 1
    /// @param alignment `"half-pixel"` or `"corners"`, for both axes
    /// @return `[N, C, height, width]`
    @Task("2.5")
    default Tensor resizeBilinear(Tensor x, int height, int width, String alignment) {
        throw new UnsupportedOperationException("Task 2.5: return the planes at another size");
    }

    /// Task 2.6 (stretch, 4 points): the gradient of task 2.5.
    ///
    /// ```
    /// gradInput[n,c,h,w] = sum over i, j of rows[i][h] * columns[j][w] * gradOutput[n,c,i,j]
    /// ```
    /// `rows` and `columns` are the matrices of the *forward* direction, from the input to the output: the gradient uses them transposed. It is not
    /// a resize of `gradOutput`. The sum over `i` and `j` is often written the other way round: each output hands its gradient, by weight, to the
    /// cells it has read. A test for any `x` and `gradOutput`: with `y` from task 2.5, the sum of `y*gradOutput` over all elements equals the sum of
    /// `x*gradInput`.
    ///
    /// Example: 3 cells became 5, half pixels, and all five gradients are 1: then `gradInput` is 1.6, 1.8, 1.6. It adds up to 5, because
    /// every row of the matrix adds up to 1. Use `upsampling.tensor.Tensor` and `Shape`; not `Taps` or `upsampling.op`.
    ///
    /// @param gradOutput `[N, C, Ho, Wo]`
    /// @param height rows `H` of the input
    /// @param width columns `W` of the input
    /// @param alignment `"half-pixel"` or `"corners"`, as in the forward direction
    /// @return `[N, C, H, W]`
    @Task("2.6")
    default Tensor resizeBilinearBackward(Tensor gradOutput, int height, int width, String alignment) {
        throw new UnsupportedOperationException("Task 2.6: return the gradient with respect to the input");
    }
}
