package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Finds the channel of a gradient and forgets its image.
@KnownWrong(task = "1.6", hint = "ignoresBatch", part = "batch", expected = "0", actual = "3")
public class BackwardIgnoresBatch implements Pooling {

    @Override
    public Tensor maxPool2dBackward(Tensor gradOutput, int[] indices, int height, int width) {
        Shape out = gradOutput.shape();
        Shape in = out.withSize(height, width);
        float[] given = gradOutput.toArray();
        float[] gradInput = new float[in.size()];
        for (int i = 0; i < given.length; i++) {
            int channel = i / (out.h() * out.w()) % out.c();
            gradInput[channel * height * width + indices[i]] += given[i];
        }
        return Tensor.of(in, gradInput);
    }
}
