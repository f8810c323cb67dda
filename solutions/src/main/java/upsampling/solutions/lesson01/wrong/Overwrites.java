package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Writes each gradient where another may already stand.
@KnownWrong(task = "1.6", hint = "overwrites", part = "overlap", expected = "10", actual = "4")
public class Overwrites implements Pooling {

    @Override
    public Tensor maxPool2dBackward(Tensor gradOutput, int[] indices, int height, int width) {
        Shape in = gradOutput.shape().withSize(height, width);
        float[] given = gradOutput.toArray();
        float[] gradInput = new float[in.size()];
        int windows = gradOutput.shape().h() * gradOutput.shape().w();
        for (int i = 0; i < given.length; i++) gradInput[i / windows * height * width + indices[i]] = given[i];
        return Tensor.of(in, gradInput);
    }
}
