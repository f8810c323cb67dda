package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Reads the sizes as [kH, kW, in, out].
@KnownWrong(task = "8.1", hint = "tensorFlowLayout", part = "conv", expected = "75", actual = "120")
public class TensorFlowLayout implements Initialisation {

    @Override
    public long[] fans(int[] weightShape) {
        if (weightShape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + weightShape.length);
        for (int size : weightShape) {
            if (size < 1) throw new IllegalArgumentException("every size must be >= 1, but one was " + size);
        }
        long area = (long) weightShape[0] * weightShape[1];
        return new long[] {area * weightShape[2], area * weightShape[3]};
    }
}
