package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Reads four sizes, however many there are.
@KnownWrong(task = "8.1", hint = "acceptsAnyLength", part = "length", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsAnyLength implements Initialisation {

    @Override
    public long[] fans(int[] weightShape) {
        for (int size : weightShape) {
            if (size < 1) throw new IllegalArgumentException("every size must be >= 1, but one was " + size);
        }
        long area = (long) weightShape[2] * weightShape[3];
        return new long[] {weightShape[1] * area, weightShape[0] * area};
    }
}
