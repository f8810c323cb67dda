package upsampling.nn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import upsampling.autograd.Variable;
import upsampling.backend.Backend.Binary;
import upsampling.backend.Backend.Unary;
import upsampling.op.Elements;
import upsampling.tensor.Checks;
import upsampling.tensor.Tensor;

/// Adam: every number has a step size of its own, from running means of its gradient and of the gradient's square.
///
/// ```
/// m = beta1 * m + (1 - beta1) * g                        t counts the steps of p, from 1
/// v = beta2 * v + (1 - beta2) * g^2
/// p = p - learningRate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
/// ```
/// The divisions by `1 - beta^t` correct that `m` and `v` start at 0. The first step changes every number by nearly the learning rate, unless
/// its gradient is as small as `epsilon`. PyTorch's rules and defaults; `epsilon` stands outside the root, in TensorFlow too (there 1e-7).
///
/// Source: Kingma and Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1. Cost: two numbers of memory per parameter.
/// Notebook: `10-gan.ipynb`.
public final class Adam implements Optimizer {
    private final List<Parameter> parameters;
    private final double learningRate;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final Map<Variable, Integer> steps = new HashMap<>();
    private final Map<Variable, Tensor> means = new HashMap<>();
    private final Map<Variable, Tensor> meanSquares = new HashMap<>();

    private Adam(List<Parameter> parameters, double learningRate, double beta1, double beta2, double epsilon) {
        this.parameters = List.copyOf(parameters);
        this.learningRate = Checks.above(0, "Adam", "learningRate", learningRate);
        this.beta1 = Checks.fraction("Adam", "beta1", beta1);
        this.beta2 = Checks.fraction("Adam", "beta2", beta2);
        this.epsilon = Checks.above(0, "Adam", "epsilon", epsilon);
    }

    /// Returns Adam with `beta1 = 0.9`, `beta2 = 0.999`, `epsilon = 1e-8`.
    ///
    /// @throws IllegalArgumentException unless `learningRate` is > 0
    public static Adam of(List<Parameter> parameters, double learningRate) {
        return new Adam(parameters, learningRate, 0.9, 0.999, 1e-8);
    }

    /// Returns the optimiser at its start, with other decay rates; GANs use 0.5 and 0.999.
    ///
    /// @throws IllegalArgumentException unless both are in `[0, 1)`
    public Adam withBetas(double newBeta1, double newBeta2) {
        return new Adam(parameters, learningRate, newBeta1, newBeta2, epsilon);
    }

    /// Returns the optimiser at its start, with another epsilon.
    ///
    /// @throws IllegalArgumentException unless `epsilon` is > 0
    public Adam withEpsilon(double newEpsilon) {
        return new Adam(parameters, learningRate, beta1, beta2, newEpsilon);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public void step(Variable p) {
        int t = steps.merge(p, 1, Integer::sum);
        Tensor m = means.computeIfAbsent(p, _ -> Elements.zeros(p.value()));
        Tensor v = meanSquares.computeIfAbsent(p, _ -> Elements.zeros(p.value()));
        double correction1 = 1 - StrictMath.pow(beta1, t);
        double correction2 = 1 - StrictMath.pow(beta2, t);
        try (Tensor square = Elements.zip(Binary.MULTIPLY, p.gradient(), p.gradient())) {
            mix(m, beta1, p.gradient());
            mix(v, beta2, square);
        }
        try (Tensor divisor = Elements.map(Unary.SQRT, v);
                Tensor change = Elements.zip(Binary.MULTIPLY, m, learningRate / correction1)) {
            Elements.update(divisor, Binary.DIVIDE, Math.sqrt(correction2));
            Elements.update(divisor, Binary.ADD, epsilon);
            Elements.update(change, Binary.DIVIDE, divisor);
            Elements.update(p.value(), Binary.SUBTRACT, change);
        }
    }

    /// `mean = beta * mean + (1 - beta) * value`
    private static void mix(Tensor mean, double beta, Tensor value) {
        Elements.update(mean, Binary.MULTIPLY, beta);
        try (Tensor share = Elements.zip(Binary.MULTIPLY, value, 1 - beta)) {
            Elements.update(mean, Binary.ADD, share);
        }
    }
}
