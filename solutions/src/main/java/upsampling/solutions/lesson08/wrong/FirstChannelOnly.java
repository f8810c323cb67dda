package upsampling.solutions.lesson08.wrong;

import upsampling.op.ConvTranspose2d;
import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Measures the first channel of every image.
@KnownWrong(task = "8.6", hint = "firstChannelOnly", part = "channels", expected = "30", actual = "25")
public class FirstChannelOnly implements Initialisation {

    @Override
    public double[] varianceTrace(Tensor x, Tensor[] weights, Window window) {
        ConvTranspose2d layer = ConvTranspose2d.of(window.kernel()).withStride(window.stride()).withPadding(window.padding())
            .withDilation(window.dilation());
        double[] trace = new double[weights.length];
        Tensor input = x;
        for (int l = 0; l < weights.length; l++) {
            Tensor y = layer.forward(input, weights[l]);
            float[] values = y.toArray();
            double energy = 0;
            for (int n = 0; n < y.shape().n(); n++) {
                for (double[] row : y.plane(n, 0)) {
                    for (double v : row) energy += v * v;
                }
            }
            trace[l] = energy / y.shape().n() / y.shape().planeSize();
            for (int i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]);
            input = Tensor.of(y.shape(), values);
        }
        return trace;
    }
}
