package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The Kullback-Leibler divergence of a normal distribution from the standard one: what a variational autoencoder pays for its code.
///
/// ```
/// loss       = sum over all i of (mu[i]^2 + exp(v[i]) - 1 - v[i]) / 2 / N          v = ln(sigma^2), the log-variance
/// gradFirst  = mu / N * gradOutput
/// gradSecond = (exp(v) - 1) / 2 / N * gradOutput
/// ```
/// Shapes: `mu` and `logVariance` alike, `[N, C, H, W]` -> one number, `[1, 1, 1, 1]`: the **sum** over the dimensions of a code, the mean over
/// the `N` pictures. It is 0 for `mu = 0, v = 0` and positive elsewhere. PyTorch has no operator for it.
///
/// Source: Kingma and Welling, "Auto-encoding variational Bayes", 2014, appendix B. Cost: one exponential per element. The plain twin is
/// {@link #reference()}. Notebook: `12-vae.ipynb`.
public record GaussianKlLoss() implements PairOperator {
    private static final PairChecks CHECKS = new PairChecks("GaussianKlLoss", "mu", "logVariance");

    /// Returns the loss; it has no parameters.
    public static GaussianKlLoss of() {
        return new GaussianKlLoss();
    }

    @Override
    public String name() {
        return CHECKS.operator();
    }

    @Override
    public Shape outputShape(Shape mu, Shape logVariance) {
        CHECKS.sameShape(mu, logVariance);
        return Axes.ALL.reduced(mu);
    }

    @Override
    public Tensor forward(Tensor mu, Tensor logVariance) {
        Shape out = outputShape(mu.shape(), logVariance.shape());
        CHECKS.backend(mu, logVariance);
        try (Tensor terms = Elements.map(Backend.Unary.EXP, logVariance);
                Tensor squares = Elements.zip(Backend.Binary.MULTIPLY, mu, mu)) {
            Elements.update(terms, Backend.Binary.SUBTRACT, 1);
            Elements.update(terms, Backend.Binary.SUBTRACT, logVariance);
            Elements.update(terms, Backend.Binary.ADD, squares);
            Tensor loss = Elements.reduce(Backend.Reduction.SUM, terms, out);
            Elements.update(loss, Backend.Binary.DIVIDE, 2.0 * mu.shape().n());
            return loss;
        }
    }

    @Override
    public Tensor gradFirst(Tensor gradOutput, Tensor mu, Tensor logVariance) {
        CHECKS.gradient("gradFirst", outputShape(mu.shape(), logVariance.shape()), gradOutput, mu, logVariance);
        Tensor gradient = Elements.zip(Backend.Binary.DIVIDE, mu, mu.shape().n());
        Elements.update(gradient, Backend.Binary.MULTIPLY, gradOutput);
        return gradient;
    }

    @Override
    public Tensor gradSecond(Tensor gradOutput, Tensor mu, Tensor logVariance) {
        CHECKS.gradient("gradSecond", outputShape(mu.shape(), logVariance.shape()), gradOutput, mu, logVariance);
        Tensor gradient = Elements.map(Backend.Unary.EXP, logVariance);
        Elements.update(gradient, Backend.Binary.SUBTRACT, 1);
        Elements.update(gradient, Backend.Binary.DIVIDE, 2.0 * mu.shape().n());
        Elements.update(gradient, Backend.Binary.MULTIPLY, gradOutput);
        return gradient;
    }

    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link GaussianKlLoss}, loop for loop.
    ///
    /// @param operator the operator
    public record Reference(GaussianKlLoss operator) implements PairOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor mu, DoubleTensor logVariance) {
            DoubleTensor loss = DoubleTensor.zeros(operator.outputShape(mu.shape(), logVariance.shape()));
            for (int i = 0; i < mu.data().length; i++) {
                if (i % mu.shape().w() == 0) Interrupts.check();
                double m = mu.data()[i];
                double v = logVariance.data()[i];
                loss.data()[0] += (m * m + Math.exp(v) - 1 - v) / 2 / mu.shape().n();
            }
            return loss;
        }

        @Override
        public DoubleTensor gradFirst(DoubleTensor gradOutput, DoubleTensor mu, DoubleTensor logVariance) {
            DoubleTensor gradient = DoubleTensor.zeros(mu.shape());
            for (int i = 0; i < mu.data().length; i++) {
                if (i % mu.shape().w() == 0) Interrupts.check();
                gradient.data()[i] = mu.data()[i] / mu.shape().n() * gradOutput.data()[0];
            }
            return gradient;
        }

        @Override
        public DoubleTensor gradSecond(DoubleTensor gradOutput, DoubleTensor mu, DoubleTensor logVariance) {
            DoubleTensor gradient = DoubleTensor.zeros(mu.shape());
            for (int i = 0; i < mu.data().length; i++) {
                if (i % mu.shape().w() == 0) Interrupts.check();
                gradient.data()[i] = (Math.exp(logVariance.data()[i]) - 1) / 2 / mu.shape().n() * gradOutput.data()[0];
            }
            return gradient;
        }
    }
}
