package upsampling.solutions.lesson08.wrong;

import upsampling.op.ConvTranspose2d;
import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Measures the variance around the mean.
@KnownWrong(task = "8.6", hint = "subtractsMean", part = "hand", expected = "1", actual = "0.902344")
public class SubtractsMean implements Initialisation {

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
            double mean = 0;
            for (float v : values) mean += (double) v / values.length;
            for (float v : values) energy += (v - mean) * (v - mean);
            trace[l] = energy / values.length;
            for (int i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]);
            input = Tensor.of(y.shape(), values);
        }
        return trace;
    }
}
