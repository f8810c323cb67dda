package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Begins with a size of 0.
@KnownWrong(task = "1.5", hint = "startsAtZero", part = "convPoolConv", expected = "8", actual = "7")
public class StartsAtZero implements Pooling {

    @Override
    public ReceptiveField receptiveField(Window[] layers) {
        int size = 0;
        int jump = 1;
        for (Window layer : layers) {
            size += layer.dilation() * (layer.kernel() - 1) * jump;
            jump *= layer.stride();
        }
        return new ReceptiveField(size, jump);
    }
}
