package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Looks at the centre of the output cell, whichever rule is asked for.
@KnownWrong(task = "2.1", hint = "alwaysHalfPixel", part = "enlarge", expected = "1", actual = "2")
public class AlwaysHalfPixel implements Resizing {

    @Override
    public int nearestIndex(int out, int inSize, int outSize, boolean exact) {
        return (int) ((out + 0.5) * inSize / outSize);
    }
}
