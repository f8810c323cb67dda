package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

public class MyAvgPool2d implements Pooling {
    @Override
    public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
        Shape in = x.shape();
        Shape out = in.withSize(window.outputSize(in.h(), ceilMode), window.outputSize(in.w(), ceilMode));
        float[] nothing = new float[out.size()];
        java.util.Arrays.fill(nothing, Float.NaN);
        return Tensor.of(out, nothing);
    }
}
