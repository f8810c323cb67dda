package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Adds `k` for each layer instead of `k-1`.
@KnownWrong(task = "1.5", hint = "addsKernel", part = "convPoolConv", expected = "8", actual = "12")
public class AddsKernel implements Pooling {

    @Override
    public ReceptiveField receptiveField(Window[] layers) {
        int size = 1;
        int jump = 1;
        for (Window layer : layers) {
            size += (layer.dilation() * (layer.kernel() - 1) + 1) * jump;
            jump *= layer.stride();
        }
        return new ReceptiveField(size, jump);
    }
}
