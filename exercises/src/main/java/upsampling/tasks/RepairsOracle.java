package upsampling.tasks;

import java.util.Arrays;

import upsampling.metric.Balance;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.GaussianBlur;
import upsampling.op.Resize;
import upsampling.op.ResizeConv2d;
import upsampling.tensor.Checks;
import upsampling.tensor.Kernels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The tasks of lesson 6, answered by the library: what is right on inputs that no test has. An answer may not call it.
///
/// It also refuses what the tasks leave open, such as a width of which only the logarithm is a usual number, so that no counterexample lies there.
final class RepairsOracle implements Repairs {
    /// Below it `exp(-1/(2*sigma^2))` is 0 and a formula may meet 0/0 where `sigma^2` is 0 too.
    private static final double NARROWEST = 1e-3;
    private static final double MOST_LOG_SIGMA = 3;

    @Override
    public double[] gaussian3(double sigma) {
        Checks.above(0, "gaussian3", "sigma", sigma);
        if (sigma < NARROWEST) throw new IllegalArgumentException("gaussian3: sigma " + sigma + " is narrower than the task asks for");
        return Kernels.gaussian(1, sigma);
    }

    /// One input cell paints the kernel; that many ones in a row paint what the hold makes of it.
    @Override
    public double[] zeroOrderHold(double[] kernel, int stride) {
        Checks.atLeast(1, "zeroOrderHold", "stride", stride);
        Tensor ones = Tensor.full(Shape.plane(1, stride), 1);
        float[] held = ConvTranspose2d.of(1, kernel.length).forward(ones, Tensor.image(new double[][] {kernel})).toArray();
        double[] wide = new double[held.length];
        Arrays.setAll(wide, t -> held[t]);
        return wide;
    }

    @Override
    public Tensor resizeConv(Tensor x, Tensor weight, int scale, String mode) {
        Resize resize = switch (mode) {
            case "nearest" -> Resize.nearest();
            case "bilinear" -> Resize.bilinear();
            default -> throw new IllegalArgumentException("mode must be \"nearest\" or \"bilinear\", but was \"" + mode + "\"");
        };
        Checks.atLeast(1, "resizeConv", "scale", scale);
        int k = weight.shape().h();
        if (k != weight.shape().w()) return null; // left open; an exception would lead from an even square, which must be refused, to a rectangle
        if (k % 2 == 0) throw new IllegalArgumentException("resizeConv: the kernel must be odd, but was " + k);
        return ResizeConv2d.of(resize.withScale(scale), Conv2d.of(k).withPadding(k / 2)).forward(x, weight);
    }

    @Override
    public ValueAndGradient balancePenalty(double[][] kernel, int stride) {
        Balance balance = Balance.of(kernel, stride);
        return new ValueAndGradient(balance.penalty(), balance.gradient().plane(0, 0));
    }

    @Override
    public double[][] projectBalanced(double[][] kernel, int stride) {
        return Balance.projected(kernel, stride);
    }

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        if (Math.abs(logSigma) > MOST_LOG_SIGMA) throw new IllegalArgumentException("gaussian3Gradient: logSigma " + logSigma + " is not from -3 to 3");
        return GaussianBlur.of(1).slopes(logSigma);
    }
}
