package upsampling.solutions.lesson08.wrong;

import upsampling.op.ConvTranspose2d;
import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Measures after the last layer.
@KnownWrong(task = "8.6", hint = "lastOnly", part = "hand", expected = "2 numbers", actual = "1 numbers")
public class LastOnly implements Initialisation {

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
            for (float v : values) energy += (double) v * v;
            trace[l] = energy / values.length;
            for (int i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]);
            input = Tensor.of(y.shape(), values);
        }
        return new double[] {trace[weights.length - 1]};
    }
}
