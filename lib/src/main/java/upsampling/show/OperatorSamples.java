package upsampling.show;

import upsampling.op.AvgPool2d;
import upsampling.op.LinearOperator;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Samples of what is drawn of a linear operator.
final class OperatorSamples {
    private static final Shape ROW = Shape.plane(1, 8);
    private static final Shape IMAGE = Shape.plane(6, 6);

    private OperatorSamples() { }

    /// Averages of a signal; the kernel 2 with padding 2 is refused.
    static Shown explorer() {
        return Explorer.of("kernel", 2, 5).and("stride", 1, 3).and("padding", 0, 2).start("kernel", 3).start("stride", 2)
            .claim("Windows overlap where the kernel is larger than the stride.", "Choose kernel 2 and stride 2: every input is read once.")
            .shown(s -> average(s, ROW));
    }

    static Shown explorerOfImages() {
        return Explorer.of("kernel", 2, 4).and("stride", 1, 2).and("direction", "pool", "adjoint").start("stride", 2).start("direction", "adjoint")
            .claim("The adjoint paints where pooling reads.", "Pick an input of one and an output of the other.")
            .shown(s -> {
                LinearOperator pool = AvgPool2d.of(s.number("kernel")).withStride(s.number("stride")).on(IMAGE);
                return s.choice("direction").equals("pool") ? pool : adjoint(pool);
            });
    }

    static Shown stamps() {
        LinearOperator upsample = adjoint(AvgPool2d.of(1, 3).withStride(1, 2).withDivisorOverride(2).on(Shape.plane(1, 11)));
        return Shown.figure(Stamps.of(upsample).pick(4), "Where stamps overlap, outputs get more taps.", "kernel 3, stride 2. Output 4 is framed.",
            "Five inputs paint stamps of three weights, two apart; every second output gets two taps, the others one.");
    }

    private static LinearOperator average(Settings s, Shape shape) {
        return AvgPool2d.of(1, s.number("kernel")).withStride(1, s.number("stride")).withPadding(0, s.number("padding")).on(shape);
    }

    static LinearOperator adjoint(LinearOperator operator) {
        return new LinearOperator() {
            @Override
            public Shape inputShape() {
                return operator.outputShape();
            }

            @Override
            public Shape outputShape() {
                return operator.inputShape();
            }

            @Override
            public Tensor apply(Tensor x) {
                return operator.adjoint(x);
            }

            @Override
            public Tensor adjoint(Tensor y) {
                return operator.apply(y);
            }

            @Override
            public Reference reference() {
                Reference forward = operator.reference();
                return Reference.of(forward::adjoint, forward::apply);
            }
        };
    }
}
