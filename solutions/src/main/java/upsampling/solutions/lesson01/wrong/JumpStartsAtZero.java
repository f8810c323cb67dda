package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Begins with a jump of 0, which no stride can multiply.
@KnownWrong(task = "1.5", hint = "jumpStartsAtZero", part = "convPoolConv", expected = "8", actual = "1")
public class JumpStartsAtZero implements Pooling {

    @Override
    public ReceptiveField receptiveField(Window[] layers) {
        int size = 1;
        int jump = 0;
        for (Window layer : layers) {
            size += layer.dilation() * (layer.kernel() - 1) * jump;
            jump *= layer.stride();
        }
        return new ReceptiveField(size, jump);
    }
}
