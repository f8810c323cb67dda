package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Tensor;

/// The two checks that every derivative has to pass.
final class Gradients {
    private Gradients() { }

    /// Central differences of `<g, forward(x)>` against the gradient of the input that an operator claims.
    static void assertCentralDifferences(String what, UnaryOperator<DoubleTensor> forward, DoubleTensor x, DoubleTensor g, DoubleTensor claimed) {
        assertCentralDifferences(what, forward, x, g, claimed, 1e-3, 1e-9);
    }

    /// The same for curved functions: differences are off by `step^2/6` times the third derivative, and by rounding, `1e-16/step`
    /// times the value, which is up to 200 here. The sum of both is least near `1e-5`.
    static void assertCentralDifferencesOfCurve(String what, UnaryOperator<DoubleTensor> forward, DoubleTensor x, DoubleTensor g,
            DoubleTensor claimed) {
        assertCentralDifferences(what, forward, x, g, claimed, 1e-5, 1e-8);
    }

    private static void assertCentralDifferences(String what, UnaryOperator<DoubleTensor> forward, DoubleTensor x, DoubleTensor g,
            DoubleTensor claimed, double step, double tolerance) {
        DoubleTensor measured = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.data().length; i++) {
            double value = x.data()[i];
            x.data()[i] = value + step;
            double above = g.dot(forward.apply(x));
            x.data()[i] = value - step;
            double below = g.dot(forward.apply(x));
            x.data()[i] = value;
            measured.data()[i] = (above - below) / (2 * step);
        }
        Close.assertNear(what, measured, claimed, tolerance);
    }

    /// `<A x, y> = <x, A* y>`, for the reference to double precision and for the float methods to float precision.
    static void assertAdjoint(String what, LinearOperator a, long seed) {
        Tensor x = Samples.normal(seed, a.inputShape());
        Tensor y = Samples.normal(seed + 1, a.outputShape());
        DoubleTensor exactX = DoubleTensor.of(x);
        DoubleTensor exactY = DoubleTensor.of(y);
        double size = Close.absolute(a.reference().apply(Close.absolute(exactX))).dot(Close.absolute(exactY)) + 1e-30;
        double left = a.reference().apply(exactX).dot(exactY);
        assertEquals(left, exactX.dot(a.reference().adjoint(exactY)), 1e-13 * size, what + ": <A x, y> and <x, A* y> in double");
        assertEquals(left, DoubleTensor.of(a.apply(x)).dot(exactY), 1e-6 * size, what + ": <A x, y> in float");
        assertEquals(left, exactX.dot(DoubleTensor.of(a.adjoint(y))), 1e-6 * size, what + ": <x, A* y> in float");
    }
}
