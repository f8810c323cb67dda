package upsampling.solutions.lesson08.wrong;

import upsampling.op.ConvTranspose2d;
import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Measures the first image.
@KnownWrong(task = "8.6", hint = "firstImageOnly", part = "images", expected = "5.625", actual = "3.75")
public class FirstImageOnly implements Initialisation {

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
            int image = values.length / y.shape().n();
            for (int i = 0; i < image; i++) energy += (double) values[i] * values[i];
            trace[l] = energy / image;
            for (int i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]);
            input = Tensor.of(y.shape(), values);
        }
        return trace;
    }
}
