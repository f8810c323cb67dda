package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Takes `k` for the width of a dilated kernel.
@KnownWrong(task = "1.5", hint = "ignoresDilation", part = "dilated", expected = "556", actual = "204")
public class FieldIgnoresDilation implements Pooling {

    @Override
    public ReceptiveField receptiveField(Window[] layers) {
        int size = 1;
        int jump = 1;
        for (Window layer : layers) {
            size += (layer.kernel() - 1) * jump;
            jump *= layer.stride();
        }
        return new ReceptiveField(size, jump);
    }
}
