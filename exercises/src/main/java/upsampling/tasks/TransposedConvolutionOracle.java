package upsampling.tasks;

import java.util.stream.IntStream;
import upsampling.op.ConvTranspose2d;
import upsampling.op.TransposedForms;
import upsampling.tensor.Checks;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The tasks of lesson 4, answered by the library: what is right on inputs that no test has. An answer may not call it.
///
/// It also refuses what the tasks leave open, such as channels that do not fit the weight, so that no counterexample lies there.
final class TransposedConvolutionOracle implements TransposedConvolution {

    @Override
    public int outputSize(int size, Window window, int outputPadding) {
        return window.transposedOutputSize("outputSize", "size", size, outputPadding);
    }

    @Override
    public int outputPaddingFor(int size, int wanted, Window window) {
        return window.outputPaddingFor("outputPaddingFor", "size", size, wanted);
    }

    @Override
    public Tensor byZeroInsertion(Tensor x, Tensor weight, Window window, int outputPadding) {
        return TransposedForms.of(operator(window, outputPadding, 1)).insertion().forward(x, weight);
    }

    @Override
    public Tensor convTranspose2d(Tensor x, Tensor weight, float[] bias, Window window, int outputPadding, int groups) {
        Tensor perChannel = Tensor.of(Shape.of(1, bias.length, 1, 1), bias);
        return operator(window, outputPadding, groups).forward(x, weight, perChannel);
    }

    /// Paints the stamp of an input cell that no padding cuts, and measures how far its middle lies from that of the cell's `stride` outputs.
    @Override
    public double alignmentOffset(Window window) {
        int cell = Math.ceilDiv(window.padding(), window.stride());
        float[] one = new float[2 * cell + 1];
        one[cell] = 1;
        var paint = ConvTranspose2d.of(1, window.kernel()).withStride(1, window.stride()).withPadding(0, window.padding()).withDilation(1, window.dilation());
        float[] painted = paint.forward(Tensor.of(Shape.plane(1, one.length), one), Tensor.full(Shape.plane(1, window.kernel()), 1)).toArray();
        double middle = IntStream.range(0, painted.length).filter(o -> painted[o] != 0).average().orElseThrow();
        return middle - cell * window.stride() - (window.stride() - 1) / 2.0;
    }

    @Override
    public Gradients backward(Tensor x, Tensor weight, Window window, Tensor gradOutput) {
        Shape in = x.shape();
        Shape out = gradOutput.shape();
        Checks.sameSize("backward", "channels of x", weight.shape().n(), in.c());
        // Not outputPaddingFor: a dilation makes output paddings legal with which the convolution has one window more.
        int bottom = Math.toIntExact(out.h() - window.transposedSpan(in.h()));
        int right = Math.toIntExact(out.w() - window.transposedSpan(in.w()));
        ConvTranspose2d operator = operator(window, 0, 1).withOutputPadding(bottom, right);
        Tensor sums = operator.gradBias(gradOutput);
        return new Gradients(operator.gradInput(gradOutput, weight, in), operator.gradWeight(gradOutput, x, weight.shape()), sums.toArray());
    }

    private static ConvTranspose2d operator(Window window, int outputPadding, int groups) {
        return new ConvTranspose2d(new Geometry(window, window, groups), outputPadding, outputPadding);
    }
}
