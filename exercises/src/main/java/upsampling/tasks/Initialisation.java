package upsampling.tasks;

import upsampling.grader.Lesson;
import upsampling.grader.Task;
import upsampling.grader.Uses;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Lesson 8, He initialisation: six tasks. An answer overrides one method or several; the others stay "not started".
///
/// Letters: `k` kernel, `s` stride, `p` padding, `d` dilation, `g` groups. A {@link Window} describes one axis and serves both. An output of a
/// layer is a sum of products, input times weight. The *fan* is the number of these products. If the weights are independent, have mean 0 and the
/// variance `v`, and the inputs have the mean square 1, then the output has the variance `fan * v`: every product adds `v`.
///
/// ```
/// E[x^2]            the mean of the squares, the energy; no mean is subtracted
/// std = sqrt(v)     the standard deviation
/// ```
/// Each task says what of the library an answer may use; `upsampling.show` and the packages of `java.util` are always welcome.
///
/// Source: He, Zhang, Ren and Sun, "Delving deep into rectifiers", 2015, section 2.2.
@Lesson(number = 8, name = "initialisation", tests = {FansTest.class, InitialisationTest.class})
@Uses({"upsampling.tensor.Tensor", "upsampling.tensor.Shape", "upsampling.tensor.Window", "upsampling.op.ConvTranspose2d", "upsampling.show"})
public interface Initialisation {

    /// Task 8.1 (warm-up, 2 points): what does PyTorch call `fan_in` and `fan_out`?
    ///
    /// ```
    /// weight [A, B, kH, kW]      fanIn = B * kH*kW      fanOut = A * kH*kW
    /// ```
    /// PyTorch looks at the shape alone. It does not know what kind of layer the weight belongs to, nor its stride or its groups. A convolution has
    /// the weight `[Cout, Cin/g, kH, kW]`; a transposed convolution has `[Cin, Cout/g, kH, kW]`. So for the second one `fanIn` counts *output*
    /// channels. A weight may be large: the product of three sizes need not fit an `int`.
    ///
    /// Example: `[5, 2, 3, 3]` has the fans 18 and 45. Use `upsampling.tensor.Tensor` and `Shape` if you like; not `upsampling.init`.
    ///
    /// @param weightShape four sizes
    /// @return `fanIn` and `fanOut`, in this order
    /// @throws IllegalArgumentException unless there are four sizes and all are >= 1
    @Task("8.1")
    default long[] fans(int[] weightShape) {
        throw new UnsupportedOperationException("Task 8.1: return PyTorch's fan_in and fan_out of a weight");
    }

    /// Task 8.2 (warm-up, 2 points): how wide must the weights in front of a ReLU be?
    ///
    /// ```
    /// gain = sqrt(2 / (1 + negativeSlope^2))
    /// std  = gain / sqrt(fan)
    /// ```
    /// A ReLU throws away half of the energy of a symmetric input. A leaky ReLU multiplies negative numbers by `negativeSlope` and keeps the part
    /// `(1 + negativeSlope^2) / 2`. The gain makes up for it. `negativeSlope = 0` is the ReLU, 1 is no nonlinearity at all.
    ///
    /// Example: fan 50, slope 0: `sqrt(2/50) = 0.2`. Use `upsampling.tensor.Tensor` and `Shape` if you like; not `upsampling.init`.
    ///
    /// @param fan number of products, not always whole
    /// @param negativeSlope the slope for negative numbers
    /// @return the standard deviation, not the variance
    /// @throws IllegalArgumentException unless `fan > 0`; NaN is not > 0
    @Task("8.2")
    default double heStd(double fan, double negativeSlope) {
        throw new UnsupportedOperationException("Task 8.2: return the standard deviation of He's weights");
    }

    /// Task 8.3 (core, 4 points): how many products does an output of a *transposed convolution* sum, on average?
    ///
    /// ```
    /// effective fan_in = Cin/g * (k/s) * (k/s)
    /// ```
    /// Every input cell makes `k*k` products for each output channel, one for each cell of its stamp. There are `s*s` times as many output cells as
    /// input cells. So an output gets `k*k / (s*s)` products from each input channel that it sees. It sees those of its own group. This holds
    /// inside a large picture, where neither border nor padding matters. Dilation moves the products to other cells, but there are as many of them.
    ///
    /// Example: `Cin = 8`, `g = 2`, `k2 s2`: 4 channels, one product from each: 4. The result is not always whole.
    /// Use `upsampling.tensor.Tensor`, `Shape` and `Window`; not `upsampling.init`.
    ///
    /// @param inChannels `Cin`, of all groups together
    /// @param groups `g`
    /// @param window the window of the transposed convolution, for both axes
    /// @throws IllegalArgumentException unless `inChannels >= 1`, `groups >= 1` and `groups` divides `inChannels`
    @Task("8.3")
    default double effectiveFanIn(int inChannels, int groups, Window window) {
        throw new UnsupportedOperationException("Task 8.3: return the mean number of products of an output");
    }

    /// Task 8.4 (core, 4 points): the variance of each phase of the output of a transposed convolution with one group.
    ///
    /// ```
    /// variance[r][q] = weightVariance * inChannels * taps(r) * taps(q)
    /// taps(r)        = number of taps t, 0 <= t < k, with (d*t - p - r) a multiple of s
    /// ```
    /// Input cell `i` paints the output cells `i*s - p + d*t`. An output cell of phase `r`, that is cell `r`, `r + s`, `r + 2s` and so on, meets
    /// only the taps for which this sum has the phase `r`. The phases belong to the output *after* the padding has been cut off. Inputs are
    /// independent of the weights and have `E[x^2] = 1`. A phase that no tap reaches has the variance 0. Mind `%` in Java: `-1 % 2` is -1.
    ///
    /// Example: `k5 s3`, `inChannels = 1`, `weightVariance = 1`: the taps 0 and 3 have phase 0, the taps 1 and 4 phase 1, tap 2 has phase 2. This
    /// gives `[[4, 4, 2], [4, 4, 2], [2, 2, 1]]`. Use `upsampling.tensor.Tensor`, `Shape` and `Window`; not `upsampling.init` or
    /// `upsampling.metric`.
    ///
    /// @param inChannels `Cin`
    /// @param window the window of the transposed convolution, for both axes
    /// @param weightVariance the variance of every weight
    /// @return `[s][s]`, first the phase of the rows, then that of the columns
    /// @throws IllegalArgumentException unless `inChannels >= 1` and `weightVariance >= 0`
    @Task("8.4")
    default double[][] phaseVariance(int inChannels, Window window, double weightVariance) {
        throw new UnsupportedOperationException("Task 8.4: return the variance of each phase of the output");
    }

    /// Task 8.5 (core, 4 points): a weight of independent normal numbers, ready for a layer in front of a ReLU.
    ///
    /// ```
    /// every element ~ N(0, std^2),   std = sqrt(2 / fan)
    /// ```
    /// Draw with `new java.util.Random(seed)`. Its `nextGaussian()` gives a normal number with mean 0 and standard deviation 1. One generator fills
    /// the tensor in row-major order, one number for each element. So the same seed always gives the same tensor, and all right answers agree.
    ///
    /// The checks compare a few numbers one by one. Then they draw 100,000 weights and look at their mean (0), their standard deviation (within 2
    /// percent), how many lie beyond two standard deviations (4.6 % of a normal distribution), and whether a number has to do with its neighbours.
    ///
    /// Example: shape `[1, 1, 1, 2]`, fan 8, seed 5: `std = 0.5`, the generator gives 0.235064 and -0.419857, the tensor holds 0.117532 and
    /// -0.209929. Use `upsampling.tensor.Tensor` and `Shape`; not `upsampling.init` or `upsampling.data`.
    ///
    /// @param shape four sizes
    /// @param fan number of products; it need not fit the shape
    /// @param seed where the generator begins
    /// @return a tensor of that shape
    /// @throws IllegalArgumentException unless there are four sizes, all are >= 1, and `fan > 0`
    @Task("8.5")
    default Tensor heNormal(int[] shape, double fan, long seed) {
        throw new UnsupportedOperationException("Task 8.5: return a weight of normal numbers");
    }

    /// Task 8.6 (stretch, 4 points): what becomes of the energy in a stack of layers?
    ///
    /// ```
    /// y[0]     = transposed convolution of x with weights[0]
    /// y[l]     = transposed convolution of relu(y[l-1]) with weights[l]        relu(v) = v for v > 0, else 0
    /// trace[l] = mean of the squares of all elements of y[l]: all images, all channels, all cells
    /// ```
    /// All layers have the same window, for both axes; no bias, no groups, no output padding. Measure *before* the ReLU: that is where He's
    /// calculation has the variance of a sum. The input `x` goes into the first layer as it is. Sum in `double`.
    ///
    /// Example: `x` is the single cell 2, `k2 s2`, `weights[0] = [[1, -1], [0, 3]]`, `weights[1]` is all ones. `y[0] = [[2, -2], [0, 6]]` has the
    /// mean square 44/4 = 11. The ReLU removes the -2. Each cell that is left becomes four equal ones, so `y[1]` has the mean square 40/4 = 10: the
    /// result is (11, 10). Use `upsampling.tensor.Tensor`, `Shape` and `Window`, and `upsampling.op.ConvTranspose2d`, which is your task 4.4; not
    /// the rest of `upsampling.op`.
    ///
    /// @param x `[N, Cin, H, W]`
    /// @param weights one for each layer, `[Cin, Cout, k, k]`; what is `Cout` for one is `Cin` for the next
    /// @param window the window of every layer
    /// @return one number for each layer
    @Task("8.6")
    default double[] varianceTrace(Tensor x, Tensor[] weights, Window window) {
        throw new UnsupportedOperationException("Task 8.6: return the mean square after each layer");
    }
}
