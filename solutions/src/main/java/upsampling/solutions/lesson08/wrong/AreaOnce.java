package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Multiplies by the kernel area for one of the fans only.
@KnownWrong(task = "8.1", hint = "areaOnce", part = "conv", expected = "200", actual = "8")
public class AreaOnce implements Initialisation {

    @Override
    public long[] fans(int[] weightShape) {
        if (weightShape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + weightShape.length);
        for (int size : weightShape) {
            if (size < 1) throw new IllegalArgumentException("every size must be >= 1, but one was " + size);
        }
        long area = (long) weightShape[2] * weightShape[3];
        return new long[] {weightShape[1] * area, weightShape[0]};
    }
}
