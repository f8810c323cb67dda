package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Takes the sum of both sides for the area of the kernel.
@KnownWrong(task = "8.1", hint = "addsSides", part = "conv", expected = "75", actual = "30")
public class AddsSides implements Initialisation {

    @Override
    public long[] fans(int[] weightShape) {
        if (weightShape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + weightShape.length);
        for (int size : weightShape) {
            if (size < 1) throw new IllegalArgumentException("every size must be >= 1, but one was " + size);
        }
        long sides = (long) weightShape[2] + weightShape[3];
        return new long[] {weightShape[1] * sides, weightShape[0] * sides};
    }
}
