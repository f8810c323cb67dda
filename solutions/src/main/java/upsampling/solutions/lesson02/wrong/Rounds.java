package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Rounds to the nearest whole number, as the name of the rule suggests.
@KnownWrong(task = "2.1", hint = "rounds", part = "shrink", expected = "1", actual = "2")
public class Rounds implements Resizing {

    @Override
    public int nearestIndex(int out, int inSize, int outSize, boolean exact) {
        if (exact) return (int) ((out + 0.5) * inSize / outSize);
        return (int) Math.min(inSize - 1, Math.round((double) out * inSize / outSize));
    }
}
