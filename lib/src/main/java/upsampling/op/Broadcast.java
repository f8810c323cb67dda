package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Repeating along axes of size 1, and its adjoint, the sum over what was repeated: shared by {@link Add}, {@link Subtract}, {@link Multiply}.
final class Broadcast {
    private Broadcast() { }

    /// Returns the gradient of a tensor of shape `to` that was repeated into the shape of `gradient`: a new tensor.
    static Tensor sumTo(Tensor gradient, Shape to) {
        return Elements.reduce(Backend.Reduction.SUM, gradient, to);
    }

    /// Returns `y = f(a, b)` element by element, as a loop.
    static DoubleTensor combine(Shape out, DoubleTensor a, DoubleTensor b, Combination f) {
        DoubleTensor y = DoubleTensor.zeros(out);
        Axes repeatedA = repeated(a.shape(), out);
        Axes repeatedB = repeated(b.shape(), out);
        for (int i = 0; i < y.data().length; i++) {
            if (i % out.w() == 0) Interrupts.check();
            y.data()[i] = f.of(a.data()[repeatedA.target(out, i)], b.data()[repeatedB.target(out, i)]);
        }
        return y;
    }

    /// Adds up what was repeated, as a loop.
    static DoubleTensor sumTo(DoubleTensor gradient, Shape to) {
        DoubleTensor sums = DoubleTensor.zeros(to);
        Axes repeated = repeated(to, gradient.shape());
        for (int i = 0; i < gradient.data().length; i++) {
            if (i % gradient.shape().w() == 0) Interrupts.check();
            sums.data()[repeated.target(gradient.shape(), i)] += gradient.data()[i];
        }
        return sums;
    }

    private static Axes repeated(Shape x, Shape out) {
        return new Axes(x.n() < out.n(), x.c() < out.c(), x.h() < out.h(), x.w() < out.w());
    }

    /// A function of two numbers.
    interface Combination {
        double of(double a, double b);
    }
}
