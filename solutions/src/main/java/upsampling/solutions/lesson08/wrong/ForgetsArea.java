package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Counts channels only.
@KnownWrong(task = "8.1", hint = "forgetsArea", part = "conv", expected = "75", actual = "3")
public class ForgetsArea implements Initialisation {

    @Override
    public long[] fans(int[] weightShape) {
        if (weightShape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + weightShape.length);
        for (int size : weightShape) {
            if (size < 1) throw new IllegalArgumentException("every size must be >= 1, but one was " + size);
        }
        return new long[] {weightShape[1], weightShape[0]};
    }
}
