package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Multiplies the first fan by the output channels instead of exchanging the channels.
@KnownWrong(task = "8.1", hint = "fanOutOfFanIn", part = "conv", expected = "200", actual = "600")
public class FanOutOfFanIn implements Initialisation {

    @Override
    public long[] fans(int[] weightShape) {
        if (weightShape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + weightShape.length);
        for (int size : weightShape) {
            if (size < 1) throw new IllegalArgumentException("every size must be >= 1, but one was " + size);
        }
        long area = (long) weightShape[2] * weightShape[3];
        long fanIn = weightShape[1] * area;
        return new long[] {fanIn, weightShape[0] * fanIn};
    }
}
