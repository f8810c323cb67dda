package upsampling.nn;

import java.util.ArrayList;
import java.util.List;
import upsampling.autograd.Tape;
import upsampling.autograd.Variable;
import upsampling.backend.Backend;

/// Layers one after the other: `x -> last(... second(first(x)))`.
///
/// @param layers in the order in which they are applied
public record Sequential(List<Layer> layers) implements Layer {

    /// The list is copied.
    public Sequential {
        layers = List.copyOf(layers);
    }

    /// Returns the sequence of these layers.
    public static Sequential of(Layer... layers) {
        return new Sequential(List.of(layers));
    }

    @Override
    public Variable forward(Tape tape, Variable x) {
        Variable y = x;
        for (Layer layer : layers) y = layer.forward(tape, y);
        return y;
    }

    /// Returns the parameters of all layers; their names begin with the number of the layer.
    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            for (Parameter parameter : layers.get(i).parameters()) all.add(parameter.within(Integer.toString(i)));
        }
        return all;
    }

    @Override
    public Sequential to(Backend backend) {
        return new Sequential(layers.stream().map(layer -> layer.to(backend)).toList());
    }
}
