package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Takes the floor of the source coordinate of linear interpolation, half a cell too far to the left.
@KnownWrong(task = "2.1", hint = "floorsSource", part = "double", expected = "1", actual = "0")
public class FloorsSource implements Resizing {

    @Override
    public int nearestIndex(int out, int inSize, int outSize, boolean exact) {
        if (!exact) return (int) ((double) out * inSize / outSize);
        return (int) Math.max(0, (out + 0.5) * inSize / outSize - 0.5);
    }
}
