package upsampling.tasks;

import upsampling.metric.Cost;
import upsampling.op.AvgPool2d;
import upsampling.op.MaxPool2d;
import upsampling.tensor.Indices;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The tasks of lesson 1, answered by the library: what is right on inputs that no test has. An answer may not call it.
final class PoolingOracle implements Pooling {

    @Override
    public int outputSize(int size, Window window, boolean ceilMode) {
        return window.outputSize(size, ceilMode);
    }

    @Override
    public Pooled maxPool2d(Tensor x, Window window) {
        MaxPool2d.Pooled pooled = MaxPool2d.of(window).forwardWithIndices(x);
        return new Pooled(pooled.values(), pooled.indices());
    }

    @Override
    public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
        if (window.dilation() != 1) throw new IllegalArgumentException("avgPool2d: dilation must be 1, but was " + window.dilation());
        return AvgPool2d.of(window).withCeilMode(ceilMode).withCountIncludePad(countIncludePad).forward(x);
    }

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        return Cost.conv2d(outHeight, outWidth, inChannels, outChannels, window).macs();
    }

    @Override
    public ReceptiveField receptiveField(Window[] layers) {
        var field = upsampling.metric.ReceptiveField.of(layers);
        return new ReceptiveField(Math.toIntExact(field.size()), Math.toIntExact(field.jump()));
    }

    @Override
    public Tensor maxPool2dBackward(Tensor gradOutput, int[] indices, int height, int width) {
        Shape out = gradOutput.shape();
        if (indices.length != out.size()) {
            throw new IllegalArgumentException("maxPool2dBackward: %s has %d elements, but there are %d indices".formatted(out, out.size(), indices.length));
        }
        for (int index : indices) {
            if (index < 0 || index >= height * width) {
                throw new IllegalArgumentException("maxPool2dBackward: index %d is outside 0..%d".formatted(index, height * width - 1));
            }
        }
        // the adjoint of a choice is the same whatever window chose
        Tensor gradInput = Tensor.zeros(out.withSize(height, width));
        gradInput.backend().scatterSum(gradOutput, Indices.of(indices), gradInput);
        return gradInput;
    }
}
