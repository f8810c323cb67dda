package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Divides two integers before it multiplies.
@KnownWrong(task = "2.1", hint = "dividesFirst", part = "enlarge", expected = "1", actual = "0")
public class DividesFirst implements Resizing {

    @Override
    public int nearestIndex(int out, int inSize, int outSize, boolean exact) {
        return (int) ((out + (exact ? 0.5 : 0)) * (inSize / outSize));
    }
}
