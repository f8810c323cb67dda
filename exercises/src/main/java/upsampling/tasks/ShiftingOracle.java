package upsampling.tasks;

import upsampling.data.Fourier;
import upsampling.metric.Equivariance;
import upsampling.op.Blur;
import upsampling.op.FourierShift;
import upsampling.op.SoftArgmax;
import upsampling.tensor.Border;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The tasks of lesson 9, answered by the library: what is right on inputs that no test has. An answer may not call it.
///
/// It also refuses what the tasks leave open, such as a relative error where the shift has left next to nothing, so that no counterexample lies there.
final class ShiftingOracle implements Shifting {
    private static final int LONGEST_ROLL = 1000;

    @Override
    public double[][] roll(double[][] image, int dy, int dx) {
        if (Math.max(Math.abs(dy), Math.abs(dx)) > LONGEST_ROLL) throw new IllegalArgumentException("roll: longer than the task allows");
        return FourierShift.of(dy, dx).forward(Tensor.image(image)).plane(0, 0); // whole cells are copied
    }

    @Override
    public double[] softArgmax2d(double[][] heat, double beta) {
        for (double[] row : heat) {
            for (double value : row) Checks.finite("softArgmax2d", "heat", value);
        }
        return SoftArgmax.of(beta).reference().forward(plane(heat)).data();
    }

    @Override
    public double[][] blurPool(double[][] image, double[] taps, int stride) {
        if (taps.length % 2 == 0) throw new IllegalArgumentException("blurPool: the number of taps must be odd, but was " + taps.length);
        Blur blur = new Blur(taps, taps.length / 2, stride, Border.REFLECT);
        DoubleTensor x = plane(image);
        blur.outputShape(x.shape()); // checks that reflecting once is enough
        return blur.reference().forward(x).plane(0, 0);
    }

    @Override
    public double[] shiftFourier(double[] signal, double delta) {
        return Fourier.shift(signal, delta);
    }

    @Override
    public double equivarianceError(double[] kernel, double[] signal, double delta, int stride) {
        double[] y = Equivariance.periodic(kernel, stride).apply(signal);
        if (norm(Fourier.shift(y, stride * delta)) <= 1e-6 * norm(y)) throw new IllegalArgumentException("equivarianceError: next to nothing is left");
        return Equivariance.error(Equivariance.periodic(kernel, stride), signal, delta, stride);
    }

    @Override
    public double imageEnergy(double[] kernel, double[] signal, int stride) {
        double[] y = Equivariance.periodic(kernel, stride).apply(signal);
        if (norm(y) <= 1e-6 * norm(kernel) * norm(signal)) throw new IllegalArgumentException("imageEnergy: next to nothing is left");
        return Equivariance.imageEnergy(kernel, signal, stride);
    }

    private static double norm(double[] values) {
        double squares = 0;
        for (double value : values) squares += value * value;
        return Math.sqrt(squares);
    }

    /// Copies rows of one length.
    private static DoubleTensor plane(double[][] rows) {
        DoubleTensor plane = DoubleTensor.zeros(Shape.plane(rows.length, rows[0].length));
        for (int h = 0; h < rows.length; h++) {
            Checks.sameSize("Shifting", "length of row " + h, rows[0].length, rows[h].length);
            System.arraycopy(rows[h], 0, plane.data(), h * rows[0].length, rows[0].length);
        }
        return plane;
    }
}
