package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The binary cross-entropy of a probability that is given before its sigmoid, as a logit `x`: for masks, and for "real or generated".
///
/// ```
/// loss       = mean over all i of -t[i]*log(sigmoid(x[i])) - (1 - t[i])*log(1 - sigmoid(x[i]))
///            = mean of max(x, 0) - x*t + log(1 + exp(-|x|))               the form that is computed: it does not overflow
/// gradFirst  = (sigmoid(x) - t) / size * gradOutput
/// gradSecond = -x / size * gradOutput
/// ```
/// Shapes: `x` and `target` alike -> one number, `[1, 1, 1, 1]`. Targets are probabilities, mostly 0 or 1; other values are not rejected, as
/// in PyTorch. PyTorch's `binary_cross_entropy_with_logits`; the naive form gives infinity at `x = 1000, t = 0`, this one 1000.
///
/// Cost: two exponentials per element. The plain twin is {@link #reference()}. Notebook: `10-gan.ipynb`.
public record BceWithLogitsLoss() implements PairOperator {
    private static final PairChecks CHECKS = new PairChecks("BceWithLogitsLoss", "x", "target");

    /// Returns the loss; it has no parameters.
    public static BceWithLogitsLoss of() {
        return new BceWithLogitsLoss();
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
        Backend backend = CHECKS.backend(x, target);
        try (Tensor terms = Elements.map(Backend.Unary.RELU, x);
                Tensor products = Elements.zip(Backend.Binary.MULTIPLY, x, target);
                Tensor rest = Elements.map(Backend.Unary.ABS, x)) {
            Elements.update(terms, Backend.Binary.SUBTRACT, products);
            Elements.update(rest, Backend.Binary.MULTIPLY, -1);
            backend.map(Backend.Unary.SOFTPLUS, rest, rest);
            Elements.update(terms, Backend.Binary.ADD, rest);
            Tensor loss = Elements.reduce(Backend.Reduction.SUM, terms, out);
            Elements.update(loss, Backend.Binary.DIVIDE, x.shape().size());
            return loss;
        }
    }

    @Override
    public Tensor gradFirst(Tensor gradOutput, Tensor x, Tensor target) {
        CHECKS.gradient("gradFirst", outputShape(x.shape(), target.shape()), gradOutput, x, target);
        Tensor gradient = Elements.map(Backend.Unary.SIGMOID, x);
        Elements.update(gradient, Backend.Binary.SUBTRACT, target);
        Elements.update(gradient, Backend.Binary.DIVIDE, x.shape().size());
        Elements.update(gradient, Backend.Binary.MULTIPLY, gradOutput);
        return gradient;
    }

    @Override
    public Tensor gradSecond(Tensor gradOutput, Tensor x, Tensor target) {
        CHECKS.gradient("gradSecond", outputShape(x.shape(), target.shape()), gradOutput, x, target);
        Tensor gradient = Elements.zip(Backend.Binary.DIVIDE, x, -x.shape().size());
        Elements.update(gradient, Backend.Binary.MULTIPLY, gradOutput);
        return gradient;
    }

    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link BceWithLogitsLoss}, loop for loop.
    ///
    /// @param operator the operator
    public record Reference(BceWithLogitsLoss operator) implements PairOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x, DoubleTensor target) {
            DoubleTensor loss = DoubleTensor.zeros(operator.outputShape(x.shape(), target.shape()));
            for (int i = 0; i < x.data().length; i++) {
                if (i % x.shape().w() == 0) Interrupts.check();
                double logit = x.data()[i];
                loss.data()[0] += (Math.max(logit, 0) - logit * target.data()[i] + Math.log1p(Math.exp(-Math.abs(logit)))) / x.data().length;
            }
            return loss;
        }

        @Override
        public DoubleTensor gradFirst(DoubleTensor gradOutput, DoubleTensor x, DoubleTensor target) {
            DoubleTensor gradient = DoubleTensor.zeros(x.shape());
            for (int i = 0; i < x.data().length; i++) {
                if (i % x.shape().w() == 0) Interrupts.check();
                gradient.data()[i] = (Sigmoid.value(x.data()[i]) - target.data()[i]) / x.data().length * gradOutput.data()[0];
            }
            return gradient;
        }

        @Override
        public DoubleTensor gradSecond(DoubleTensor gradOutput, DoubleTensor x, DoubleTensor target) {
            DoubleTensor gradient = DoubleTensor.zeros(x.shape());
            for (int i = 0; i < x.data().length; i++) {
                if (i % x.shape().w() == 0) Interrupts.check();
                gradient.data()[i] = -x.data()[i] / x.data().length * gradOutput.data()[0];
            }
            return gradient;
        }
    }
}
