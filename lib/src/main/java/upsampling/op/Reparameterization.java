package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A sample of a normal distribution, as a function of its mean and variance that can be differentiated: the noise is given from outside.
///
/// ```
/// y          = mu + exp(v/2) * noise          v = ln(sigma^2), the log-variance: the standard deviation is exp(v/2)
/// gradFirst  = gradOutput
/// gradSecond = exp(v/2) * noise / 2 * gradOutput
/// ```
/// Shapes: `mu`, `logVariance`, `noise` and `y` alike.
///
/// Source: Kingma and Welling, "Auto-encoding variational Bayes", 2014, section 2.4. Cost: one exponential per element. The plain twin is
/// {@link #reference()}. Notebook: `12-vae.ipynb`.
///
/// @param noise samples of the standard normal distribution, on the backend of the arguments; a new one for every step of a training
public record Reparameterization(Tensor noise) implements PairOperator {
    private static final PairChecks CHECKS = new PairChecks("Reparameterization", "mu", "logVariance");

    /// Returns the operator for some noise.
    public static Reparameterization of(Tensor noise) {
        return new Reparameterization(noise);
    }

    @Override
    public String name() {
        return CHECKS.operator();
    }

    @Override
    public Shape outputShape(Shape mu, Shape logVariance) {
        CHECKS.sameShape(mu, logVariance);
        if (!noise.shape().equals(mu)) {
            throw new IllegalArgumentException(("%s: shape of noise must be that of mu, %s, but was %s; "
                    + "draw noise of this shape, anew for every step").formatted(name(), mu, noise.shape()));
        }
        return mu;
    }

    @Override
    public Tensor forward(Tensor mu, Tensor logVariance) {
        outputShape(mu.shape(), logVariance.shape());
        CHECKS.backend(mu, logVariance);
        checkNoise(name(), mu);
        Tensor y = deviation(logVariance);
        Elements.update(y, Backend.Binary.ADD, mu);
        return y;
    }

    private void checkNoise(String who, Tensor mu) {
        Backend.common(who, "mu", mu, "noise", noise);
    }

    /// `exp(v/2) * noise`
    private Tensor deviation(Tensor logVariance) {
        Tensor sigma = Elements.zip(Backend.Binary.MULTIPLY, logVariance, 0.5);
        sigma.backend().map(Backend.Unary.EXP, sigma, sigma);
        Elements.update(sigma, Backend.Binary.MULTIPLY, noise);
        return sigma;
    }

    @Override
    public Tensor gradFirst(Tensor gradOutput, Tensor mu, Tensor logVariance) {
        CHECKS.gradient("gradFirst", outputShape(mu.shape(), logVariance.shape()), gradOutput, mu, logVariance);
        return Broadcast.sumTo(gradOutput, mu.shape());
    }

    @Override
    public Tensor gradSecond(Tensor gradOutput, Tensor mu, Tensor logVariance) {
        CHECKS.gradient("gradSecond", outputShape(mu.shape(), logVariance.shape()), gradOutput, mu, logVariance);
        checkNoise(name() + ".gradSecond", mu);
        Tensor gradient = deviation(logVariance);
        Elements.update(gradient, Backend.Binary.MULTIPLY, 0.5);
        Elements.update(gradient, Backend.Binary.MULTIPLY, gradOutput);
        return gradient;
    }

    @Override
    public Reference reference() {
        return new Reference(this, DoubleTensor.of(noise));
    }

    /// The formulas of {@link Reparameterization}, loop for loop.
    ///
    /// @param operator the operator
    /// @param noise its noise
    public record Reference(Reparameterization operator, DoubleTensor noise) implements PairOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor mu, DoubleTensor logVariance) {
            DoubleTensor y = DoubleTensor.zeros(operator.outputShape(mu.shape(), logVariance.shape()));
            for (int i = 0; i < y.data().length; i++) {
                if (i % y.shape().w() == 0) Interrupts.check();
                y.data()[i] = mu.data()[i] + Math.exp(logVariance.data()[i] / 2) * noise.data()[i];
            }
            return y;
        }

        @Override
        public DoubleTensor gradFirst(DoubleTensor gradOutput, DoubleTensor mu, DoubleTensor logVariance) {
            return DoubleTensor.of(mu.shape(), gradOutput.data().clone());
        }

        @Override
        public DoubleTensor gradSecond(DoubleTensor gradOutput, DoubleTensor mu, DoubleTensor logVariance) {
            DoubleTensor gradient = DoubleTensor.zeros(mu.shape());
            for (int i = 0; i < mu.data().length; i++) {
                if (i % mu.shape().w() == 0) Interrupts.check();
                gradient.data()[i] = Math.exp(logVariance.data()[i] / 2) * noise.data()[i] / 2 * gradOutput.data()[i];
            }
            return gradient;
        }
    }
}
