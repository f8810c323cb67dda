package upsampling.tasks;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import upsampling.init.Icnr;
import upsampling.op.ChannelOrder;
import upsampling.op.ConvTranspose2d;
import upsampling.op.PixelShuffle;
import upsampling.op.PixelUnshuffle;
import upsampling.op.TransposedForms;
import upsampling.tensor.Checks;
import upsampling.tensor.Tensor;

/// The tasks of lesson 7, answered by the library and by Hipparchus: what is right on inputs that no test has. An answer may not call it.
///
/// It also refuses what the tasks leave open, which is no bias at all, so that no counterexample lies there.
final class SubPixelsOracle implements SubPixels {

    @Override
    public Tensor pixelShuffle(Tensor x, int upscaleFactor) {
        return PixelShuffle.of(upscaleFactor).forward(x);
    }

    @Override
    public Tensor pixelUnshuffle(Tensor x, int downscaleFactor) {
        return PixelUnshuffle.of(downscaleFactor).forward(x);
    }

    @Override
    public Tensor depthToSpace(Tensor x, int blockSize, String order) {
        return PixelShuffle.of(blockSize).withOrder(ChannelOrder.valueOf(order)).forward(x);
    }

    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        return Icnr.forPixelShuffle(filters, upscaleFactor);
    }

    /// Channel `c` of a black picture after bias and shuffle is one block of biases; what is left without its even part is the pattern.
    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        Checks.atLeast(1, "biasPattern", "upscaleFactor", upscaleFactor);
        int block = Checks.product("biasPattern", "upscaleFactor^2", upscaleFactor, upscaleFactor);
        Checks.atLeast(1, "biasPattern", "number of biases", bias.length);
        if (bias.length % block != 0) {
            throw new IllegalArgumentException("biasPattern: upscaleFactor^2 = %d does not divide %d biases".formatted(block, bias.length));
        }
        RealVector even = new ArrayRealVector(block, 1);
        RealVector pattern = new ArrayRealVector(bias);
        for (int first = 0; first < bias.length; first += block) {
            RealVector cells = pattern.getSubVector(first, block);
            pattern.setSubVector(first, cells.subtract(cells.projection(even)));
        }
        return pattern.toArray();
    }

    /// Pixel unshuffle cuts the kernel into its phases, in the order that the task asks for. Each of them is the kernel of a transposed convolution
    /// with stride 1, which is a convolution with the rotated kernel.
    @Override
    public Tensor subpixelFromTransposed(Tensor weight, int upscaleFactor) {
        Checks.sameSize("subpixelFromTransposed", "width of the kernel", weight.shape().h(), weight.shape().w());
        Tensor phases = PixelUnshuffle.of(upscaleFactor).forward(weight);
        return TransposedForms.of(ConvTranspose2d.of(phases.shape().h())).rotated(phases);
    }
}
