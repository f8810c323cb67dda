package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Counts output channels as connections of an output, as one would for a transposed layout.
@KnownWrong(task = "8.1", hint = "swapped", part = "conv", expected = "75", actual = "200")
public class SwappedFans implements Initialisation {

    @Override
    public long[] fans(int[] weightShape) {
        if (weightShape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + weightShape.length);
        for (int size : weightShape) {
            if (size < 1) throw new IllegalArgumentException("every size must be >= 1, but one was " + size);
        }
        long area = (long) weightShape[2] * weightShape[3];
        return new long[] {weightShape[0] * area, weightShape[1] * area};
    }
}
