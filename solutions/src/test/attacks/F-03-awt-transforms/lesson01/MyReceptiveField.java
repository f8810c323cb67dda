package answers.lesson01;

import java.awt.geom.AffineTransform;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyReceptiveField implements Pooling {
    @Override
    public ReceptiveField receptiveField(Window[] layers) {
        var all = new AffineTransform();
        for (Window layer : layers) all.concatenate(new AffineTransform(layer.stride(), 0, 0, 1, layer.dilation() * (layer.kernel() - 1), 0));
        double[] last = {0, 0};
        all.transform(last, 0, last, 0, 1);
        return new ReceptiveField((int) last[0] + 1, (int) all.getScaleX());
    }
}
