package upsampling.nn;

import upsampling.autograd.Variable;
import upsampling.backend.Backend;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A tensor that a network learns, and its name: `0.weight` is the weight of the first layer of a sequence, as in PyTorch.
///
/// @param name where it is in the network
/// @param variable its value, which an optimiser changes in place, and its gradient
public record Parameter(String name, Variable variable) {

    /// Returns a parameter that starts with these values.
    public static Parameter of(String name, Tensor start) {
        return new Parameter(name, Variable.learned(start));
    }

    /// Returns the value.
    public Tensor value() {
        return variable.value();
    }

    /// Returns the shape of the value.
    public Shape shape() {
        return variable.shape();
    }

    /// Returns the same parameter as a part of something: `weight` in layer `0` is `0.weight`.
    Parameter within(String part) {
        return new Parameter(part + "." + name, variable);
    }

    /// Returns a parameter with the same values on another backend, and without a gradient. On its own backend it shares them: one is learned
    /// with the other.
    Parameter to(Backend backend) {
        return of(name, value().to(backend));
    }

    /// Returns name, shape and number of values.
    @Override
    public String toString() {
        return name + " " + shape();
    }
}
