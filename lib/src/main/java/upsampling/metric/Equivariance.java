package upsampling.metric;

import java.util.function.UnaryOperator;
import upsampling.backend.Interrupts;
import upsampling.data.Fourier;
import upsampling.op.LinearOperator;
import upsampling.op.SoftArgmax;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Whether an upsampler moves its output along with its input, also by parts of a pixel.
///
/// ```
/// E(delta) = |U T(delta) x - T(s*delta) U x| / |T(s*delta) U x|       T(d) moves by d samples, see {@link Fourier}; s is the stride of U
/// ```
/// For a whole `delta` the error of every transposed convolution is 0. For half a pixel and stride 2 it is `2*sqrt(imageEnergy)`: what is left of
/// the copies of the spectrum that zero insertion makes. For another part of a pixel 2 becomes `2*sin(pi*delta)`, if the kernel lets nothing of the
/// fastest wave through. Whether the kernel is symmetric plays no part.
///
/// Why: on the copy number `k` of the spectrum, `U T(delta) x` and `T(s*delta) U x` differ by the factor `exp(2*pi*i*k*delta)` and by nothing else. For
/// `s = 2` there is one copy, and `|1 - exp(i*pi)| = 2`.
///
/// Source: Karras et al., "Alias-free generative adversarial networks", 2021, for measuring it. Notebook: `09-equivariance.ipynb`.
public final class Equivariance {
    private Equivariance() { }

    /// Returns the periodic upsampler with a kernel: `y[s*i + t] += kernel[t]*x[i]`, places modulo `s*n`.
    ///
    /// @throws IllegalArgumentException unless there is a tap and `stride >= 1`
    public static UnaryOperator<double[]> periodic(double[] kernel, int stride) {
        Checks.atLeast(1, "Equivariance.periodic", "length of the kernel", kernel.length);
        Checks.atLeast(1, "Equivariance.periodic", "stride", stride);
        return x -> {
            double[] y = new double[Math.multiplyExact(x.length, stride)];
            for (int i = 0; i < x.length; i++) {
                Interrupts.check();
                for (int t = 0; t < kernel.length; t++) y[(stride * i + t) % y.length] += kernel[t] * x[i];
            }
            return y;
        };
    }

    /// Returns `E(delta)` of a periodic upsampler for one signal.
    ///
    /// @param upsampler makes `stride * n` samples of `n`
    /// @throws IllegalArgumentException unless `stride >= 1`, the shift is finite, and the answer is `stride` times as long as the signal and not 0
    public static double error(UnaryOperator<double[]> upsampler, double[] signal, double delta, int stride) {
        Checks.atLeast(1, "Equivariance.error", "stride", stride);
        double[] early = answer(upsampler, Fourier.shift(signal, delta), stride);
        double[] late = Fourier.shift(answer(upsampler, signal, stride), stride * delta);
        return relative(new double[][] {early}, new double[][] {late}, 0);
    }

    private static double[] answer(UnaryOperator<double[]> upsampler, double[] signal, int stride) {
        double[] y = upsampler.apply(signal);
        Checks.sameSize("Equivariance", "length of the answer to " + signal.length + " samples with stride " + stride, stride * signal.length, y.length);
        return y;
    }

    /// Returns `E(delta)` of any operator for the first plane of a picture that is moved along its rows, without columns near the border: there the
    /// picture is not periodic. The picture should be 0 or constant near its left and right border.
    ///
    /// @param stride output columns per input column
    /// @param margin output columns at each border that are left out, >= 0
    /// @throws IllegalArgumentException unless the picture has the input shape, something is left inside the margin, and it is not 0
    public static double error(LinearOperator a, Tensor x, double delta, int stride, int margin) {
        Checks.sameShape("Equivariance.error", "x", a.inputShape(), x.shape());
        Checks.atLeast(1, "Equivariance.error", "stride", stride);
        Checks.atLeast(0, "Equivariance.error", "margin", margin);
        Checks.atLeast(2 * margin + 1, "Equivariance.error", "output width for margin " + margin, a.outputShape().w());
        DoubleTensor exact = DoubleTensor.of(x);
        DoubleTensor moved = DoubleTensor.of(exact.shape(), exact.data().clone());
        double[][] plane = Fourier.shift(exact.plane(0, 0), 0, delta);
        Shape shape = exact.shape();
        for (int h = 0; h < shape.h(); h++) System.arraycopy(plane[h], 0, moved.data(), h * shape.w(), shape.w());
        double[][] early = a.reference().apply(moved).plane(0, 0);
        double[][] late = Fourier.shift(a.reference().apply(exact).plane(0, 0), 0, stride * delta);
        return relative(early, late, margin);
    }

    private static double relative(double[][] early, double[][] late, int margin) {
        double difference = 0;
        double norm = 0;
        for (int h = 0; h < late.length; h++) {
            for (int w = margin; w < late[h].length - margin; w++) {
                difference += (early[h][w] - late[h][w]) * (early[h][w] - late[h][w]);
                norm += late[h][w] * late[h][w];
            }
        }
        if (norm == 0) {
            throw new IllegalArgumentException("Equivariance.error: the answer is 0 everywhere, so no error can be relative to it; use another signal");
        }
        return Math.sqrt(difference / norm);
    }

    /// Returns the share of the energy of the upsampled signal at frequencies above `1/(2*stride)` waves per sample, both signs: what no signal on the
    /// coarse grid can mean, the images of its spectrum.
    ///
    /// @throws IllegalArgumentException unless there are taps and samples, `stride >= 1`, and the upsampled signal is not 0
    public static double imageEnergy(double[] kernel, double[] signal, int stride) {
        Checks.atLeast(1, "Equivariance.imageEnergy", "length of the signal", signal.length);
        double[] real = periodic(kernel, stride).apply(signal);
        double[] imaginary = new double[real.length];
        Fourier.forward(real, imaginary);
        double images = 0;
        double total = 0;
        for (int u = 0; u < real.length; u++) {
            double energy = real[u] * real[u] + imaginary[u] * imaginary[u];
            total += energy;
            if (2 * Math.abs(Fourier.frequency(u, real.length)) > signal.length) images += energy; // |u| / (s*n) > 1/(2*s)
        }
        if (total == 0) throw new IllegalArgumentException("Equivariance.imageEnergy: the upsampled signal is 0 everywhere; use another signal or kernel");
        return images / total;
    }

    /// Returns how unsteadily a keypoint follows its input: the standard deviation of `softArgmax(U T(delta) x) - s*delta` over `delta = 0, 1/steps, ...
    /// (steps-1)/steps`, in output pixels. A constant offset, such as that of an asymmetric kernel, is no drift.
    ///
    /// ```
    /// softArgmax(y) = sum of o * exp(beta*y[o]/max(y)) / sum of exp(beta*y[o]/max(y))
    /// ```
    /// @param beta sharpness, > 0
    /// @param steps number of shifts, >= 1
    /// @throws IllegalArgumentException unless `stride, steps >= 1`, `beta` is finite and > 0, and the largest output is > 0
    public static double keypointDrift(UnaryOperator<double[]> upsampler, double[] signal, int stride, double beta, int steps) {
        Checks.atLeast(1, "Equivariance.keypointDrift", "stride", stride);
        Checks.above(0, "Equivariance.keypointDrift", "beta", beta);
        Checks.atLeast(1, "Equivariance.keypointDrift", "steps", steps);
        double[] offsets = new double[steps];
        double mean = 0;
        for (int i = 0; i < steps; i++) {
            double delta = (double) i / steps;
            offsets[i] = softArgmax(answer(upsampler, Fourier.shift(signal, delta), stride), beta) - stride * delta;
            mean += offsets[i] / steps;
        }
        double squares = 0; // of the deviations: mean of squares minus square of the mean would lose half of the digits
        for (double offset : offsets) squares += (offset - mean) * (offset - mean);
        return Math.sqrt(squares / steps);
    }

    /// {@link SoftArgmax} on a row that is divided by its maximum.
    private static double softArgmax(double[] y, double beta) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : y) largest = Math.max(largest, value);
        Checks.above(0, "Equivariance.keypointDrift", "largest output", largest);
        return SoftArgmax.of(beta / largest).reference().forward(DoubleTensor.of(Shape.plane(1, y.length), y)).get(0, 0, 0, 1);
    }
}
