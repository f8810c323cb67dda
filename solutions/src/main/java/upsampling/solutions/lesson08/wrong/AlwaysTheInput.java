package upsampling.solutions.lesson08.wrong;

import upsampling.op.ConvTranspose2d;
import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Hands the input to every layer.
@KnownWrong(task = "8.6", hint = "alwaysTheInput", part = "hand", expected = "1", actual = "1.75")
public class AlwaysTheInput implements Initialisation {

    @Override
    public double[] varianceTrace(Tensor x, Tensor[] weights, Window window) {
        ConvTranspose2d layer = ConvTranspose2d.of(window.kernel()).withStride(window.stride()).withPadding(window.padding())
            .withDilation(window.dilation());
        double[] trace = new double[weights.length];
        for (int l = 0; l < weights.length; l++) {
            float[] values = layer.forward(x, weights[l]).toArray();
            for (float v : values) trace[l] += (double) v * v / values.length;
        }
        return trace;
    }
}
