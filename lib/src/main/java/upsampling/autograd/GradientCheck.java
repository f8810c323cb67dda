package upsampling.autograd;

import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import upsampling.backend.Interrupts;
import upsampling.op.Elements;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Compares a gradient with the slope that is measured: central differences.
///
/// ```
/// expected[i] = (f(x + step*e_i) - f(x - step*e_i)) / (2*step)        its error: step^2/6 * f''', and rounding / step
/// ```
/// In double the step is `1e-5`, near the cube root of the rounding unit, where the two errors together are least. A network runs in float:
/// there the step is 1/128, and the tolerance 1 % of the largest gradient of the parameter, plus what rounding adds. A kink between the two
/// points (ReLU at 0, a tie in max pooling) is no error of the gradient, but is reported as one: choose another point.
///
/// Every method throws an `AssertionError` that names function, argument, index, the expected and the received number.
public final class GradientCheck {
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-8;
    private static final double FLOAT_STEP = 1.0 / 128;
    private static final double FLOAT_UNIT = 0x1p-24;

    private GradientCheck() { }

    /// Checks a gradient in double, such as those that the `reference()` of an operator has: the slope of `sum of gradOutput[i] * forward(x)[i]`.
    ///
    /// ```java
    /// var conv = Conv2d.of(3).reference();
    /// GradientCheck.check("Conv2d", "weight", w -> conv.forward(x, w), weight, gradOutput, conv.gradWeight(gradOutput, x, weight.shape()));
    /// ```
    /// @param function its name, for the message
    /// @param argument name of `x`, for the message
    /// @param forward from `x` to the result
    /// @param gradOutput in the shape of the result
    /// @param received the gradient to check, in the shape of `x`
    /// @throws IllegalArgumentException unless the shapes fit
    public static void check(String function, String argument, UnaryOperator<DoubleTensor> forward, DoubleTensor x, DoubleTensor gradOutput,
            DoubleTensor received) {
        Checks.sameShape("GradientCheck", "the received gradient of " + argument, x.shape(), received.shape());
        DoubleTensor y = forward.apply(x);
        Checks.sameShape("GradientCheck", "gradOutput", y.shape(), gradOutput.shape());
        double size = Math.max(1, Math.abs(gradOutput.dot(y)));
        double[] values = x.data().clone();
        DoubleTensor moved = DoubleTensor.of(x.shape(), values);
        for (int i = 0; i < values.length; i++) {
            Interrupts.check();
            double value = values[i];
            values[i] = value + STEP;
            double above = gradOutput.dot(forward.apply(moved));
            values[i] = value - STEP;
            double below = gradOutput.dot(forward.apply(moved));
            values[i] = value;
            double expected = (above - below) / (2 * STEP);
            compare(function, argument, x.shape(), i, expected, received.data()[i], TOLERANCE * Math.max(size, Math.abs(expected)));
        }
    }

    /// Checks the gradients of a whole network, in float. Its parameters have their old values afterwards, and no gradient; also when the check
    /// fails or its thread is interrupted.
    ///
    /// @param loss computes the loss from the parameters; it must give the same number every time
    /// @param parameters by name
    public static void check(Function<Tape, Variable> loss, Map<String, Variable> parameters) {
        parameters.values().forEach(Variable::clearGradient);
        try (Tape tape = new Tape()) {
            Variable value = loss.apply(tape);
            tape.backward(value);
            double size = Math.abs(value.number());
            parameters.forEach((name, parameter) -> check(loss, size, name, parameter));
        } finally {
            parameters.values().forEach(Variable::clearGradient);
        }
    }

    private static void check(Function<Tape, Variable> loss, double size, String name, Variable parameter) {
        float[] received = parameter.gradient().toArray();
        float[] values = parameter.value().toArray();
        double largest = 0;
        for (float gradient : received) largest = Math.max(largest, Math.abs(gradient));
        // Each loss is off by a few roundings of a number of its size; 16 covers those of small networks.
        double tolerance = 0.01 * largest + 16 * FLOAT_UNIT * size / FLOAT_STEP;
        try {
            for (int i = 0; i < values.length; i++) {
                double above = lossAt(loss, parameter, values, i, FLOAT_STEP);
                double below = lossAt(loss, parameter, values, i, -FLOAT_STEP);
                compare("the network", name, parameter.shape(), i, (above - below) / (2 * FLOAT_STEP), received[i], tolerance);
            }
        } finally {
            boolean isInterrupted = Thread.interrupted(); // an interrupt must not stop the way back to the old values
            write(values, parameter.value());
            if (isInterrupted) Thread.currentThread().interrupt();
        }
    }

    private static double lossAt(Function<Tape, Variable> loss, Variable parameter, float[] values, int i, double step) {
        float[] moved = values.clone();
        moved[i] += (float) step;
        write(moved, parameter.value());
        try (Tape tape = new Tape()) {
            return loss.apply(tape).number();
        }
    }

    private static void write(float[] values, Tensor to) {
        try (Tensor from = to.backend().upload(to.shape(), values)) {
            Elements.copy(from, to);
        }
    }

    private static void compare(String function, String argument, Shape shape, int i, double expected, double received, double tolerance) {
        if (Math.abs(expected - received) <= tolerance) return;
        throw new AssertionError("GradientCheck: %s, gradient of %s %s at %s: expected %s by central differences, received %s (tolerance %.1e)".formatted(
                function, argument, shape, shape.place(i), expected, received, tolerance));
    }
}
