package upsampling.op;

import upsampling.backend.Interrupts;
import upsampling.tensor.Border;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;

/// Shifts every plane by any distance, also by a part of a cell, on a ring: what leaves at one end comes back at the other.
///
/// ```
/// F[k] = sum over i of x[i] * exp(-2*pi*i*k/N)           the waves of one axis, |k| <= N/2
/// y    = the sum of the waves F[k] * exp(-2*pi*i*k*shift/N)
/// k = N/2, N even: the factor is cos(pi*shift)           its real part; the wave has two signs of k at once, and the result must stay real
/// ```
/// Shapes: `y` has the shape of `x`. A positive shift moves down or right, `y[i] = x[i - shift]` for whole numbers, which copy exactly.
///
/// It is exact for every signal that has no wave at `N/2`: shifts add up, and the energy stays. So it tells what "shifted by half a cell" means
/// when an operator is tested for equivariance. An interpolation with a few taps blurs. An edge rings, though: it has waves that the grid cannot
/// hold. On one axis it is a circulant matrix, so here it is two tables. `Fourier.shift` in package `data` is the same map for signals in double:
/// by a transform there and back, which is faster; its whole shifts are exact up to rounding only.
///
/// Cost: `H + W` multiplications per output, and tables of `H^2` and `W^2` weights, which {@link #on} computes anew: to shift many pictures, keep the
/// operator that it returns.
///
/// Source: Oppenheim and Schafer, "Discrete-time signal processing", chapter 4 (the example on noninteger delay). Notebook:
/// `09-equivariance.ipynb`. The plain twin is {@link #reference()}.
///
/// @param shiftHeight rows to move down, finite
/// @param shiftWidth columns to move right, finite
public record FourierShift(double shiftHeight, double shiftWidth) implements FixedOperator {
    private static final String NAME = "FourierShift";

    /// @throws IllegalArgumentException unless both are finite
    public FourierShift {
        Checks.finite(NAME, "shiftHeight", shiftHeight);
        Checks.finite(NAME, "shiftWidth", shiftWidth);
    }

    /// Returns the operator that moves planes down and to the right.
    public static FourierShift of(double shiftHeight, double shiftWidth) {
        return new FourierShift(shiftHeight, shiftWidth);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the input.
    @Override
    public Shape outputShape(Shape in) {
        return in;
    }

    /// Returns this shift for one input shape, as a linear map. Its adjoint is the shift by the opposite distance.
    @Override
    public LinearOperator on(Shape inputShape) {
        Taps rows = taps(inputShape.h(), shiftHeight);
        Taps columns = taps(inputShape.w(), shiftWidth);
        return new Separable(NAME, inputShape, inputShape, rows, columns, reference().on(inputShape));
    }

    /// Returns the table of one axis: row `o` has the answer to an impulse, `h[o - i]`.
    ///
    /// ```
    /// h[m] = (1 + 2*sum over 0 < k < N/2 of cos(2*pi*k*(m - shift)/N) + [N even] cos(pi*shift)*cos(pi*m)) / N
    /// ```
    private static Taps taps(int size, double shift) {
        double moved = shift - Math.floor(shift / size) * size; // in 0 .. size, so that whole numbers fit an int
        if (moved == Math.rint(moved)) return Taps.filter(size, size, 1, (int) moved, Border.CIRCULAR, 1);
        double[] impulse = new double[size];
        for (int m = 0; m < size; m++) {
            Interrupts.check();
            double sum = 1;
            for (int k = 1; 2 * k < size; k++) sum += 2 * Math.cos(2 * Math.PI * k * (m - moved) / size);
            if (size % 2 == 0) sum += Math.cos(Math.PI * moved) * (m % 2 == 0 ? 1 : -1);
            impulse[m] = sum / size;
        }
        double[][] circulant = new double[size][size];
        for (int o = 0; o < size; o++) {
            for (int i = 0; i < size; i++) circulant[o][i] = impulse[Math.floorMod(o - i, size)];
        }
        return Taps.of(circulant);
    }

    /// Returns the same shift as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link FourierShift}: to the waves, a factor for each, and back.
    ///
    /// @param shift the parameters
    public record Reference(FourierShift shift) implements FixedOperator.Reference {
        @Override
        public DoubleTensor forward(DoubleTensor x) {
            return alongWidth(alongHeight(x, shift.shiftHeight), shift.shiftWidth);
        }

        @Override
        public DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
            return alongHeight(alongWidth(gradOutput, -shift.shiftWidth), -shift.shiftHeight);
        }

        private static DoubleTensor alongHeight(DoubleTensor x, double distance) {
            Shape shape = x.shape();
            DoubleTensor y = DoubleTensor.zeros(shape);
            for (int plane = 0; plane < shape.planes(); plane++) {
                for (int w = 0; w < shape.w(); w++) shiftLine(x, y, plane * shape.planeSize() + w, shape.w(), shape.h(), distance);
            }
            return y;
        }

        private static DoubleTensor alongWidth(DoubleTensor x, double distance) {
            Shape shape = x.shape();
            DoubleTensor y = DoubleTensor.zeros(shape);
            for (int row = 0; row < shape.planes() * shape.h(); row++) shiftLine(x, y, row * shape.w(), 1, shape.w(), distance);
            return y;
        }

        private static void shiftLine(DoubleTensor x, DoubleTensor y, int start, int step, int size, double distance) {
            Interrupts.check();
            for (int k = 0; k < size; k++) {
                double real = 0;
                double imaginary = 0;
                for (int i = 0; i < size; i++) {
                    double angle = -2 * Math.PI * ((long) k * i % size) / size;
                    real += x.data()[start + i * step] * Math.cos(angle);
                    imaginary += x.data()[start + i * step] * Math.sin(angle);
                }
                int wave = 2 * k > size ? k - size : k; // the upper half are the negative waves
                double turn = -2 * Math.PI * wave * distance / size;
                double factorReal = Math.cos(turn);
                double factorImaginary = 2 * k == size ? 0 : Math.sin(turn);
                double shiftedReal = real * factorReal - imaginary * factorImaginary;
                double shiftedImaginary = real * factorImaginary + imaginary * factorReal;
                for (int o = 0; o < size; o++) {
                    double angle = 2 * Math.PI * ((long) k * o % size) / size;
                    y.data()[start + o * step] += (shiftedReal * Math.cos(angle) - shiftedImaginary * Math.sin(angle)) / size;
                }
            }
        }
    }
}
