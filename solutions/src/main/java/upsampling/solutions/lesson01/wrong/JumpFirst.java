package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Multiplies the jump before it adds to the size.
@KnownWrong(task = "1.5", hint = "jumpFirst", part = "convPoolConv", expected = "8", actual = "9")
public class JumpFirst implements Pooling {

    @Override
    public ReceptiveField receptiveField(Window[] layers) {
        int size = 1;
        int jump = 1;
        for (Window layer : layers) {
            jump *= layer.stride();
            size += layer.dilation() * (layer.kernel() - 1) * jump;
        }
        return new ReceptiveField(size, jump);
    }
}
