package upsampling.solutions.lesson08.wrong;

import upsampling.op.ConvTranspose2d;
import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Hands every number on.
@KnownWrong(task = "8.6", hint = "forgetsRelu", part = "hand", expected = "1", actual = "2.625")
public class ForgetsRelu implements Initialisation {

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
            input = Tensor.of(y.shape(), values);
        }
        return trace;
    }
}
