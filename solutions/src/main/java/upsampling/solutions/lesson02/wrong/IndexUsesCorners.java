package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Takes the ratio of aligned corners.
@KnownWrong(task = "2.1", hint = "usesCorners", part = "halve", expected = "6", actual = "7")
public class IndexUsesCorners implements Resizing {

    @Override
    public int nearestIndex(int out, int inSize, int outSize, boolean exact) {
        if (outSize == 1) return 0;
        return Math.min(inSize - 1, (int) ((out + (exact ? 0.5 : 0)) * (inSize - 1) / (outSize - 1)));
    }
}
