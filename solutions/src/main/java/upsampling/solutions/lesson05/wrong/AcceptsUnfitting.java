package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Finds no reads when no window fits.
@KnownWrong(task = "5.6", hint = "acceptsUnfitting", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsUnfitting implements Checkerboards {

    @Override
    public int[] gradientCoverage(int size, Window window) {
        int room = size + 2 * window.padding() - window.effectiveKernel();
        int outputs = room < 0 ? 0 : room / window.stride() + 1;
        int[] counts = new int[size];
        for (int o = 0; o < outputs; o++) {
            for (int t = 0; t < window.kernel(); t++) {
                int i = window.stride() * o - window.padding() + window.dilation() * t;
                if (i >= 0 && i < size) counts[i]++;
            }
        }
        return counts;
    }
}
