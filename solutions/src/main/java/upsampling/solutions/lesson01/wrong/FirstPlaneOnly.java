package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Uses the indices as if there were one plane.
@KnownWrong(task = "1.6", hint = "firstPlaneOnly", part = "planes", expected = "0", actual = "3")
public class FirstPlaneOnly implements Pooling {

    @Override
    public Tensor maxPool2dBackward(Tensor gradOutput, int[] indices, int height, int width) {
        Shape in = gradOutput.shape().withSize(height, width);
        float[] given = gradOutput.toArray();
        float[] gradInput = new float[in.size()];
        for (int i = 0; i < given.length; i++) gradInput[indices[i]] += given[i];
        return Tensor.of(in, gradInput);
    }
}
