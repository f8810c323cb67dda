package upsampling.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import upsampling.backend.Backend.Binary;
import upsampling.op.Elements;
import upsampling.tensor.Checks;
import upsampling.tensor.Tensor;

/// Gradient descent with momentum.
///
/// ```
/// g = gradient + weightDecay * p
/// v = momentum * v + g                v = g in the first step
/// p = p - learningRate * v
/// ```
/// These are PyTorch's rules; TensorFlow has the learning rate inside `v`, which differs only when it changes.
///
/// Source: Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum in deep learning", 2013. Cost: one number of
/// memory per parameter, if there is a momentum.
public final class Sgd implements Optimizer {
    private final List<Parameter> parameters;
    private final double learningRate;
    private final double momentum;
    private final double weightDecay;
    private final List<Tensor> velocities;

    private Sgd(List<Parameter> parameters, double learningRate, double momentum, double weightDecay) {
        this.parameters = List.copyOf(parameters);
        this.learningRate = Checks.above(0, "Sgd", "learningRate", learningRate);
        this.momentum = Rates.fraction("Sgd", "momentum", momentum);
        this.weightDecay = Rates.atLeastZero("Sgd", "weightDecay", weightDecay);
        this.velocities = new ArrayList<>(Arrays.asList(new Tensor[parameters.size()]));
    }

    /// Returns plain gradient descent.
    ///
    /// @throws IllegalArgumentException unless `learningRate` is > 0
    public static Sgd of(List<Parameter> parameters, double learningRate) {
        return new Sgd(parameters, learningRate, 0, 0);
    }

    /// Returns the optimiser at its start, with a momentum.
    ///
    /// @throws IllegalArgumentException unless `momentum` is in `[0, 1)`
    public Sgd withMomentum(double newMomentum) {
        return new Sgd(parameters, learningRate, newMomentum, weightDecay);
    }

    /// Returns the optimiser at its start, with a weight decay.
    ///
    /// @throws IllegalArgumentException unless `weightDecay` is >= 0
    public Sgd withWeightDecay(double newWeightDecay) {
        return new Sgd(parameters, learningRate, momentum, newWeightDecay);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public void step() {
        for (int i = 0; i < velocities.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (!parameter.variable().hasGradient()) continue;
            Tensor p = parameter.value();
            Tensor v = Elements.zip(Binary.MULTIPLY, p, weightDecay);
            Elements.update(v, Binary.ADD, parameter.variable().gradient());
            if (momentum > 0) v = withMomentum(i, v);
            try (Tensor change = Elements.zip(Binary.MULTIPLY, v, learningRate)) {
                Elements.update(p, Binary.SUBTRACT, change);
            }
            if (momentum == 0) v.close();
        }
    }

    private Tensor withMomentum(int i, Tensor g) {
        Tensor v = velocities.get(i);
        if (v == null) {
            velocities.set(i, g);
            return g;
        }
        Elements.update(v, Binary.MULTIPLY, momentum);
        Elements.update(v, Binary.ADD, g);
        g.close();
        return v;
    }
}
