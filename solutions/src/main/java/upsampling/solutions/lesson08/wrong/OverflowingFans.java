package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Multiplies in int; the result is widened too late.
@KnownWrong(task = "8.1", hint = "overflows", part = "large", expected = "2400000000", actual = "-1894967296")
public class OverflowingFans implements Initialisation {

    @Override
    public long[] fans(int[] weightShape) {
        if (weightShape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + weightShape.length);
        for (int size : weightShape) {
            if (size < 1) throw new IllegalArgumentException("every size must be >= 1, but one was " + size);
        }
        int area = weightShape[2] * weightShape[3];
        return new long[] {weightShape[1] * area, weightShape[0] * area};
    }
}
