package upsampling.init;

import java.util.random.RandomGenerator;
import upsampling.backend.Interrupts;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Tensors of independent random numbers with mean 0.
final class Draws {
    private Draws() { }

    static Tensor normal(Shape shape, double deviation, RandomGenerator random) {
        float[] values = new float[shape.size()];
        for (int n = 0; n < shape.n(); n++) {
            Interrupts.check();
            int end = (n + 1) * shape.c() * shape.planeSize();
            for (int i = shape.index(n, 0, 0, 0); i < end; i++) values[i] = (float) (deviation * random.nextGaussian());
        }
        return Tensor.of(shape, values);
    }

    /// Uniform between both bounds, with the same standard deviation: a uniform number in -b .. b has the variance b^2/3.
    static Tensor uniform(Shape shape, double deviation, RandomGenerator random) {
        double bound = Math.sqrt(3) * deviation;
        float[] values = new float[shape.size()];
        for (int n = 0; n < shape.n(); n++) {
            Interrupts.check();
            int end = (n + 1) * shape.c() * shape.planeSize();
            for (int i = shape.index(n, 0, 0, 0); i < end; i++) values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return Tensor.of(shape, values);
    }
}
