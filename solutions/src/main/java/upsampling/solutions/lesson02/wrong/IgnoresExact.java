package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Looks at the left edge of the output cell, whichever rule is asked for.
@KnownWrong(task = "2.1", hint = "ignoresExact", part = "shrinkExact", expected = "2", actual = "1")
public class IgnoresExact implements Resizing {

    @Override
    public int nearestIndex(int out, int inSize, int outSize, boolean exact) {
        return (int) ((double) out * inSize / outSize);
    }
}
