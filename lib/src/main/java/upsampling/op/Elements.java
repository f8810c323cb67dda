package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Strided;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The element-wise primitives of {@link Backend}, with a result that is made here. An axis of size 1 is repeated.
///
/// Operators, optimisers and the tape are written in these; whoever calls has checked the arguments and owns the result.
public final class Elements {
    private Elements() { }

    /// Returns zeros in the shape of `x` and on its backend.
    public static Tensor zeros(Tensor x) {
        return x.backend().allocate(x.shape());
    }

    /// Returns the same values as a new tensor.
    public static Tensor copy(Tensor x) {
        Tensor y = x.backend().empty(x.shape());
        copy(x, y);
        return y;
    }

    /// Replaces the values of `y` by those of `x`, which has the same shape and backend.
    public static void copy(Tensor x, Tensor y) {
        int size = x.shape().size();
        x.backend().copy(Strided.of(x, size), Strided.of(y, size), size);
    }

    /// Returns `f(x)`.
    public static Tensor map(Backend.Unary f, Tensor x) {
        Tensor y = x.backend().empty(x.shape());
        x.backend().map(f, x, y);
        return y;
    }

    /// Returns `f(a, b)`, in the larger size along each axis.
    public static Tensor zip(Backend.Binary f, Tensor a, Tensor b) {
        Shape sa = a.shape();
        Shape sb = b.shape();
        Tensor y = a.backend().empty(Shape.of(Math.max(sa.n(), sb.n()), Math.max(sa.c(), sb.c()), Math.max(sa.h(), sb.h()),
                Math.max(sa.w(), sb.w())));
        a.backend().zip(f, a, b, y);
        return y;
    }

    /// Returns `f(a, b)` for one number `b`.
    public static Tensor zip(Backend.Binary f, Tensor a, double b) {
        try (Tensor number = number(a.backend(), b)) {
            return zip(f, a, number);
        }
    }

    /// Returns `f(a, b)` for one number `a`.
    public static Tensor zip(Backend.Binary f, double a, Tensor b) {
        try (Tensor number = number(b.backend(), a)) {
            return zip(f, number, b);
        }
    }

    /// Replaces `y` by `f(y, b)`; no axis of `b` is larger than that of `y`.
    public static void update(Tensor y, Backend.Binary f, Tensor b) {
        y.backend().zip(f, y, b, y);
    }

    /// Replaces `y` by `f(y, b)` for one number `b`.
    public static void update(Tensor y, Backend.Binary f, double b) {
        try (Tensor number = number(y.backend(), b)) {
            update(y, f, number);
        }
    }

    /// Returns `f` of all elements along the axes that have size 1 in `to`.
    public static Tensor reduce(Backend.Reduction f, Tensor x, Shape to) {
        Tensor y = x.backend().empty(to);
        x.backend().reduce(f, x, y);
        return y;
    }

    /// Returns a tensor that holds one number, `[1, 1, 1, 1]`.
    public static Tensor number(Backend backend, double value) {
        return backend.upload(Shape.plane(1, 1), new float[] {(float) value});
    }
}
