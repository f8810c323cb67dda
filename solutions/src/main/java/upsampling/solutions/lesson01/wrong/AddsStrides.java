package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Adds the strides up.
@KnownWrong(task = "1.5", hint = "addsStrides", part = "convPoolConv", expected = "8", actual = "13")
public class AddsStrides implements Pooling {

    @Override
    public ReceptiveField receptiveField(Window[] layers) {
        int size = 1;
        int jump = 1;
        for (Window layer : layers) {
            size += layer.dilation() * (layer.kernel() - 1) * jump;
            jump += layer.stride();
        }
        return new ReceptiveField(size, jump);
    }
}
