package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The mean squared error of a result.
///
/// ```
/// loss       = sum over all i of (x[i] - target[i])^2 / size
/// gradFirst  = 2 * (x - target) / size * gradOutput          gradSecond = -gradFirst
/// ```
/// Shapes: `x` and `target` alike, nothing is repeated -> one number, `[1, 1, 1, 1]`. PyTorch's `mse_loss` with `reduction='mean'`.
///
/// Its minimum over all answers to an ambiguous question is the mean of the targets, which is why it blurs. Cost: one multiplication per
/// element. The plain twin is {@link #reference()}. Notebook: `12-vae.ipynb`.
public record MseLoss() implements PairOperator {
    private static final PairChecks CHECKS = new PairChecks("MseLoss", "x", "target");

    /// Returns the loss; it has no parameters.
    public static MseLoss of() {
        return new MseLoss();
    }

    @Override
    public String name() {
        return CHECKS.operator();
    }

    @Override
    public Shape outputShape(Shape x, Shape target) {
        CHECKS.sameShape(x, target);
        return Axes.ALL.reduced(x);
    }

    @Override
    public Tensor forward(Tensor x, Tensor target) {
        Shape out = outputShape(x.shape(), target.shape());
        CHECKS.backend(x, target);
        try (Tensor difference = Elements.zip(Backend.Binary.SUBTRACT, x, target)) {
            Elements.update(difference, Backend.Binary.MULTIPLY, difference);
            Tensor loss = Elements.reduce(Backend.Reduction.SUM, difference, out);
            Elements.update(loss, Backend.Binary.DIVIDE, x.shape().size());
            return loss;
        }
    }

    @Override
    public Tensor gradFirst(Tensor gradOutput, Tensor x, Tensor target) {
        CHECKS.gradient("gradFirst", outputShape(x.shape(), target.shape()), gradOutput, x, target);
        return gradient(gradOutput, x, target);
    }

    @Override
    public Tensor gradSecond(Tensor gradOutput, Tensor x, Tensor target) {
        CHECKS.gradient("gradSecond", outputShape(x.shape(), target.shape()), gradOutput, x, target);
        return gradient(gradOutput, target, x);
    }

    private static Tensor gradient(Tensor gradOutput, Tensor own, Tensor other) {
        Tensor gradient = Elements.zip(Backend.Binary.SUBTRACT, own, other);
        Elements.update(gradient, Backend.Binary.MULTIPLY, 2.0 / own.shape().size());
        Elements.update(gradient, Backend.Binary.MULTIPLY, gradOutput);
        return gradient;
    }

    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link MseLoss}, loop for loop.
    ///
    /// @param operator the operator
    public record Reference(MseLoss operator) implements PairOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x, DoubleTensor target) {
            DoubleTensor loss = DoubleTensor.zeros(operator.outputShape(x.shape(), target.shape()));
            for (int i = 0; i < x.data().length; i++) {
                if (i % x.shape().w() == 0) Interrupts.check();
                double difference = x.data()[i] - target.data()[i];
                loss.data()[0] += difference * difference / x.data().length;
            }
            return loss;
        }

        @Override
        public DoubleTensor gradFirst(DoubleTensor gradOutput, DoubleTensor x, DoubleTensor target) {
            DoubleTensor gradient = DoubleTensor.zeros(x.shape());
            for (int i = 0; i < x.data().length; i++) {
                if (i % x.shape().w() == 0) Interrupts.check();
                gradient.data()[i] = 2 * (x.data()[i] - target.data()[i]) / x.data().length * gradOutput.data()[0];
            }
            return gradient;
        }

        @Override
        public DoubleTensor gradSecond(DoubleTensor gradOutput, DoubleTensor x, DoubleTensor target) {
            return gradFirst(gradOutput, target, x);
        }
    }
}
