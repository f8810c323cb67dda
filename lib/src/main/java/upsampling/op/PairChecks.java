package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What every {@link PairOperator} checks, in the same words.
///
/// @param operator its name
/// @param first name of the first argument
/// @param second name of the second argument
record PairChecks(String operator, String first, String second) {

    /// Returns the backend of both.
    Backend backend(Tensor a, Tensor b) {
        return Backend.common(operator, first, a, second, b);
    }

    /// Checks the arguments of a gradient, and returns their backend.
    ///
    /// @param out the shape that `gradOutput` must have
    Backend gradient(String method, Shape out, Tensor gradOutput, Tensor a, Tensor b) {
        String who = operator + "." + method;
        Checks.sameShape(who, "gradOutput", out, gradOutput.shape());
        Backend.common(who, "gradOutput", gradOutput, first, a);
        return Backend.common(who, first, a, second, b);
    }

    /// @throws IllegalArgumentException unless both have the same shape
    void sameShape(Shape a, Shape b) {
        Checks.sameShape(operator, second, a, b);
    }

    /// Returns the larger size along each axis.
    ///
    /// @throws IllegalArgumentException unless, along each axis, both sizes are equal or one of them is 1
    Shape broadcast(Shape a, Shape b) {
        return Shape.of(size("N", a, a.n(), b, b.n()), size("C", a, a.c(), b, b.c()), size("H", a, a.h(), b, b.h()),
                size("W", a, a.w(), b, b.w()));
    }

    private int size(String axis, Shape a, int sizeA, Shape b, int sizeB) {
        if (sizeA != sizeB && sizeA != 1 && sizeB != 1) {
            throw new IllegalArgumentException("%s: %s %s and %s %s differ along %s; the sizes must be equal, or one of them 1, which is repeated"
                    .formatted(operator, first, a, second, b, axis));
        }
        return Math.max(sizeA, sizeB);
    }
}
