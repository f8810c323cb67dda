package upsampling.tasks;

import upsampling.grader.Lesson;
import upsampling.grader.Task;
import upsampling.grader.Uses;

/// Lesson 9, equivariance and aliasing: six tasks. An answer overrides one method or several; the others stay "not started".
///
/// A picture is an array of rows, all of one length, at least one cell: `image[h][w]`. A signal is one row. Cells are counted from 0. *Circular* or
/// *periodic* means that behind the last cell the first one follows again, so nothing is lost at a border and no border has to be left out.
///
/// An operator is *equivariant* to a shift when it makes no difference whether one shifts before or after it. It is *invariant* when the shift cannot
/// be seen in its result at all.
///
/// The tasks need arrays and `java.lang.Math` only; the shifts and errors that the library has are what they ask for. A task may need your answer
/// to an earlier one: copy it. `upsampling.show` and the packages of `java.util` are always welcome.
@Lesson(number = 9, name = "equivariance", tests = {ShiftingTest.class, ShiftingSignalsTest.class})
@Uses("upsampling.show")
public interface Shifting {

    /// Task 9.1 (warm-up, 2 points): move a picture by whole cells; what leaves at one end comes back at the other.
    ///
    /// ```
    /// y[(h + dy) mod H][(w + dx) mod W] = image[h][w]
    /// ```
    /// A positive `dy` moves down, a positive `dx` moves right. A shift may be negative, and larger than the picture. Mind that `%` keeps the sign in
    /// Java: `-1 % 3` is -1, `Math.floorMod(-1, 3)` is 2.
    ///
    /// Example: `[[1, 2, 3], [4, 5, 6]]` by (1, 0) is `[[4, 5, 6], [1, 2, 3]]`, and by (0, -1) it is `[[2, 3, 1], [5, 6, 4]]`.
    /// Use `upsampling.show` if you like; not `upsampling.op` or `upsampling.data`.
    ///
    /// @param image `[H][W]`, not always square; it stays as it is
    /// @param dy rows to move down, between -1000 and 1000
    /// @param dx columns to move right, between -1000 and 1000
    /// @return `[H][W]`, a new array
    @Task("9.1")
    default double[][] roll(double[][] image, int dy, int dx) {
        throw new UnsupportedOperationException("Task 9.1: return the picture moved by whole cells, around the border");
    }

    /// Task 9.2 (warm-up, 2 points): where is the peak of a heat map, also between the cells? The mean place under the softmax.
    ///
    /// ```
    /// p[h][w] = exp(beta*heat[h][w]) / sum over all cells of exp(beta*heat)
    /// row     = sum of p[h][w]*h              column = sum of p[h][w]*w
    /// ```
    /// The larger `beta`, the more the highest cell counts; with a small one all cells pull the result towards the middle of the map. `exp` is
    /// infinite for arguments of 710 and more, and 0 far below 0. So subtract the largest value of `heat` from all of them first: `p` stays the
    /// same, and no argument is positive.
    ///
    /// Example: `[[0, 1]]` with `beta = ln 3`. The two exponentials are 1 and 3, so `p` is 1/4 and 3/4, and the result is (0, 0.75).
    /// Use `upsampling.show` if you like; not `upsampling.op`.
    /// Source: Levine, Finn, Darrell and Abbeel, "End-to-end training of deep visuomotor policies", 2016, section 5.1.
    ///
    /// @param heat `[H][W]`, finite
    /// @param beta how sharp the softmax is, finite and > 0
    /// @return row, then column
    @Task("9.2")
    default double[] softArgmax2d(double[][] heat, double beta) {
        throw new UnsupportedOperationException("Task 9.2: return the mean row and column under the softmax");
    }

    /// Task 9.3 (core, 4 points): make a picture smaller without aliasing: blur it, then keep every s-th row and column.
    ///
    /// ```
    /// y[i][j] = sum over a, b of taps[a] * taps[b] * image[reflect(s*i - m + a, H)][reflect(s*j - m + b, W)]     m = (k-1)/2
    /// ```
    /// `k` is the number of taps; it is odd, so tap `m` is the middle and lies on the cell itself. Place `-1` is cell 1, `-2` is cell 2;
    /// place `H` is cell `H-2`, `H+1` is cell `H-3`: `reflect` turns back at the border cell and does not repeat it. Cells 0, s, 2s, ... are kept,
    /// so there are `floor((H-1)/s) + 1` rows. The weights are used as they are given, also when they do not add up to 1.
    ///
    /// Example: all rows are 0, 0, 1, 1, 0, 0, 1, 1; with the taps (1/4, 1/2, 1/4) and `s = 2` all rows of the result are 0, 0.75, 0.25, 0.75.
    /// Use `upsampling.show` if you like; not `upsampling.op`.
    /// Source: Zhang, "Making convolutional networks shift-invariant again", 2019, section 3.2.
    ///
    /// @param image `[H][W]`, not always square
    /// @param taps the blur along both axes, not always symmetric
    /// @param stride `s`, for both axes
    /// @return `[floor((H-1)/s) + 1][floor((W-1)/s) + 1]`
    /// @throws IllegalArgumentException unless the number of taps is odd, `stride >= 1`, and `m < H` and `m < W`, so that reflecting once is enough
    @Task("9.3")
    default double[][] blurPool(double[][] image, double[] taps, int stride) {
        throw new UnsupportedOperationException("Task 9.3: return the blurred picture, every s-th row and column of it");
    }

    /// Task 9.4 (core, 4 points): move a periodic signal by any distance, exactly, also by a part of a cell.
    ///
    /// ```
    /// re[k] =  sum over n of signal[n]*cos(2*pi*k*n/N)          0 <= k < N
    /// im[k] = -sum over n of signal[n]*sin(2*pi*k*n/N)
    /// f     = k for 2k <= N, else k - N                         waves per signal, with a sign
    /// angle = 2*pi*(k*n - f*delta)/N
    /// y[n]  = sum over k of (re[k]*cos(angle) - im[k]*sin(angle)) / N
    /// ```
    /// The signal is taken apart into waves; the wave `f` is delayed by `delta` cells, which multiplies it by `exp(-2*pi*i*f*delta/N)`, `i*i = -1`; and
    /// the waves are added up again. `y` is the real part of the sum. On the cells the waves `k` and `k - N` look the same, between the cells they do
    /// not: that is why `f` has a sign. The fastest wave of an even length, +1, -1, +1, ..., comes out multiplied by `cos(pi*delta)`.
    ///
    /// Example: (1, 0, -1, 0) is `cos(2*pi*n/4)`; by 0.5 it becomes `cos(2*pi*(n - 0.5)/4)`, which is 0.7071, 0.7071, -0.7071, -0.7071.
    /// Use `upsampling.show` if you like; not `upsampling.data` or `upsampling.op`.
    /// Source: Oppenheim and Schafer, "Discrete-time signal processing", chapter 4.
    ///
    /// @param signal `[N]`, of even or odd length
    /// @param delta cells to move to larger indices; may be negative
    /// @return `[N]`
    @Task("9.4")
    default double[] shiftFourier(double[] signal, double delta) {
        throw new UnsupportedOperationException("Task 9.4: return the signal moved by any distance");
    }

    /// Task 9.5 (core, 4 points): does an upsampling move its output along with its input?
    ///
    /// ```
    /// U x      = y with y[(s*i + t) mod (s*n)] += kernel[t]*x[i]          n inputs, s*n outputs
    /// T(d) x   = x moved by d cells, task 9.4
    /// E(delta) = |U T(delta) x - T(s*delta) U x| / |T(s*delta) U x|       |v| = sqrt(sum of v[o]^2)
    /// ```
    /// Two ways to the same place: shift, then upsample; or upsample, then shift. One input cell is as long as `s` output cells. The error is
    /// relative, so it does not change when the signal gets brighter.
    ///
    /// Example: `kernel = (1, 1)`, `s = 2`, the signal (1, 0, -1, 0). `E(1)` is 0 up to rounding, as for every whole `delta`. `E(0.5)` is
    /// `2*sin(pi/8) = 0.7654`. Use `upsampling.show` if you like; not `upsampling.metric` or `upsampling.data`.
    /// Source: Karras et al., "Alias-free generative adversarial networks", 2021, for measuring it.
    ///
    /// @param kernel the taps of the upsampling, at least one
    /// @param signal `x`, at least one cell
    /// @param delta input cells to move; may be negative
    /// @param stride `s`
    /// @return 0 or more
    /// @throws IllegalArgumentException unless `stride >= 1` and `U x` has a value other than 0
    @Task("9.5")
    default double equivarianceError(double[] kernel, double[] signal, double delta, int stride) {
        throw new UnsupportedOperationException("Task 9.5: return the relative difference of the two ways");
    }

    /// Task 9.6 (stretch, 4 points): how much of an upsampled signal is made of waves that its input cannot have?
    ///
    /// ```
    /// Y[u]  = sum over o of y[o]*exp(-2*pi*i*u*o/M)                  y = U x of task 9.5, M = s*n outputs, i*i = -1
    /// f     = u for 2u <= M, else u - M                              waves per signal, with a sign
    /// share = sum of |Y[u]|^2 over all u with |f| > n/2  /  sum of |Y[u]|^2 over all u
    /// ```
    /// A signal of `n` cells has no waves faster than `n/2`. Those that the upsampled signal has are copies of the slow ones, its *images*; in waves
    /// per output cell their frequency is above `1/(2s)`. What lies on `n/2` itself is no image here. A wave with the sums `re` and `im` has the
    /// energy `|Y|^2 = re^2 + im^2`. For `s = 2` the error of task 9.5 follows from this share: `E(0.5) = 2*sqrt(share)`, if the signal has no wave
    /// at `n/2`.
    ///
    /// Example: `kernel = (1, 1)`, `s = 2`, the signal (1, 0, -1, 0): the share is `sin(pi/8)^2 = 0.1464`.
    /// Use `upsampling.show` if you like; not `upsampling.metric` or `upsampling.data`.
    ///
    /// @param kernel the taps of the upsampling, at least one
    /// @param signal `x`, at least one cell
    /// @param stride `s`
    /// @return between 0 and 1
    /// @throws IllegalArgumentException unless `stride >= 1` and `U x` has a value other than 0
    @Task("9.6")
    default double imageEnergy(double[] kernel, double[] signal, int stride) {
        throw new UnsupportedOperationException("Task 9.6: return the share of the energy above the waves of the input");
    }
}
