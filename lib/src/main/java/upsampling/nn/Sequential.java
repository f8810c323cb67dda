package upsampling.nn;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    /// Returns the parameters of all layers; their names begin with the number of the layer. A layer that stands twice in the sequence has two names.
    @Override
    public List<Parameter> parameters() {
        return IntStream.range(0, layers.size()).boxed()
                .flatMap(i -> layers.get(i).parameters().stream().map(parameter -> parameter.within(i.toString())))
                .toList();
    }

    /// Returns the same sequence on another backend. A layer that stands twice in the sequence is moved once, and stays one layer.
    @Override
    public Sequential to(Backend backend) {
        Map<Layer, Layer> moved = new IdentityHashMap<>();
        return new Sequential(layers.stream().map(layer -> moved.computeIfAbsent(layer, one -> one.to(backend))).toList());
    }
}
