package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Multiplies sizes that do not exist.
@KnownWrong(task = "8.1", hint = "acceptsZero", part = "sizes", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsZero implements Initialisation {

    @Override
    public long[] fans(int[] weightShape) {
        if (weightShape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + weightShape.length);
        long area = (long) weightShape[2] * weightShape[3];
        return new long[] {weightShape[1] * area, weightShape[0] * area};
    }
}
