package upsampling.nn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import upsampling.autograd.Variable;
import upsampling.backend.Backend.Binary;
import upsampling.op.Elements;
import upsampling.tensor.Checks;
import upsampling.tensor.Tensor;

/// Gradient descent with momentum.
///
/// ```
/// v = momentum * v + gradient         v = gradient in the first step
/// p = p - learningRate * v
/// ```
/// These are PyTorch's rules; TensorFlow has the learning rate inside `v`, which differs only when it changes.
///
/// Source: Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum in deep learning", 2013. Cost: one number of
/// memory per parameter.
public final class Sgd implements Optimizer {
    private final List<Parameter> parameters;
    private final double learningRate;
    private final double momentum;
    private final Map<Variable, Tensor> velocities = new HashMap<>();

    private Sgd(List<Parameter> parameters, double learningRate, double momentum) {
        this.parameters = List.copyOf(parameters);
        this.learningRate = Checks.above(0, "Sgd", "learningRate", learningRate);
        this.momentum = Checks.fraction("Sgd", "momentum", momentum);
    }

    /// Returns plain gradient descent.
    ///
    /// @throws IllegalArgumentException unless `learningRate` is > 0
    public static Sgd of(List<Parameter> parameters, double learningRate) {
        return new Sgd(parameters, learningRate, 0);
    }

    /// Returns the optimiser at its start, with a momentum.
    ///
    /// @throws IllegalArgumentException unless `momentum` is in `[0, 1)`
    public Sgd withMomentum(double newMomentum) {
        return new Sgd(parameters, learningRate, newMomentum);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public void step(Variable p) {
        Tensor v = velocities.computeIfAbsent(p, _ -> Elements.zeros(p.value()));
        Elements.update(v, Binary.MULTIPLY, momentum);
        Elements.update(v, Binary.ADD, p.gradient());
        try (Tensor change = Elements.zip(Binary.MULTIPLY, v, learningRate)) {
            Elements.update(p.value(), Binary.SUBTRACT, change);
        }
    }
}
