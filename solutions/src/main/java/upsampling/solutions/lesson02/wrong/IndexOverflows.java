package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Multiplies in `int`: right for every small picture.
@KnownWrong(task = "2.1", hint = "intOverflow", part = "large", expected = "80000", actual = "14464")
public class IndexOverflows implements Resizing {

    @Override
    public int nearestIndex(int out, int inSize, int outSize, boolean exact) {
        if (exact) return (2 * out + 1) * inSize / (2 * outSize);
        return out * inSize / outSize;
    }
}
