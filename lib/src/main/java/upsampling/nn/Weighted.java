package upsampling.nn;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import upsampling.autograd.Tape;
import upsampling.autograd.Variable;
import upsampling.backend.Backend;
import upsampling.init.Kaiming;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.WeightedOperator;
import upsampling.tensor.Checks;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A layer with a weight and, mostly, a bias: convolution, transposed convolution, dense.
///
/// ```
/// y = operator.forward(x, weight, bias)           or           y = max(operator.forward(x, weight, bias), 0)
/// ```
/// With {@link #thenRelu} the ReLU behind a convolution belongs to the layer: the same numbers as from a layer of its own, but the value between the two, which nobody
/// else reads, is never written. That saves one tensor, and on a GPU a pass over it.
///
/// The start values come from a function of the weight's shape, such as {@link #uniform}, PyTorch's default. The bias starts
/// at 0; PyTorch draws it like the weight.
///
/// @param operator what is computed
/// @param weight in the layout of the operator
/// @param bias `[1, Cout, 1, 1]`, if there is one
/// @param rectifies whether a ReLU comes last
public record Weighted(WeightedOperator operator, Parameter weight, Optional<Parameter> bias, boolean rectifies) implements Layer {

    /// Returns a convolution.
    ///
    /// @param start values of a weight of shape `[Cout, Cin/groups, kH, kW]`
    /// @throws IllegalArgumentException unless both channel counts are >= 1 and `groups` divides them
    public static Weighted conv(Conv2d operator, int inChannels, int outChannels, Function<Shape, Tensor> start) {
        Shape weight = shape(operator.name(), operator.geometry(), "outChannels", outChannels, "inChannels", inChannels);
        return of(operator, weight, outChannels, start);
    }

    /// Returns a transposed convolution.
    ///
    /// @param start values of a weight of shape `[Cin, Cout/groups, kH, kW]`
    /// @throws IllegalArgumentException unless both channel counts are >= 1 and `groups` divides them
    public static Weighted convTranspose(ConvTranspose2d operator, int inChannels, int outChannels, Function<Shape, Tensor> start) {
        Shape weight = shape(operator.name(), operator.geometry(), "inChannels", inChannels, "outChannels", outChannels);
        return of(operator, weight, outChannels, start);
    }

    /// Returns a dense layer for vectors `[N, Cin, 1, 1]`: a 1x1 convolution, which is a matrix per cell. On pictures it mixes the channels.
    ///
    /// @param start values of a weight of shape `[Cout, Cin, 1, 1]`
    /// @throws IllegalArgumentException unless both sizes are >= 1
    public static Weighted dense(int in, int out, Function<Shape, Tensor> start) {
        return conv(Conv2d.of(1), in, out, start);
    }

    private static Shape shape(String who, Geometry geometry, String nameFirst, int first, String nameSecond, int second) {
        Checks.atLeast(1, who + " layer", nameFirst, first);
        Checks.atLeast(1, who + " layer", nameSecond, second);
        if (first % geometry.groups() != 0 || second % geometry.groups() != 0) {
            throw new IllegalArgumentException("%s layer: groups=%d must divide %s=%d and %s=%d".formatted(
                    who, geometry.groups(), nameFirst, first, nameSecond, second));
        }
        return Shape.of(first, second / geometry.groups(), geometry.height().kernel(), geometry.width().kernel());
    }

    private static Weighted of(WeightedOperator operator, Shape weight, int outChannels, Function<Shape, Tensor> start) {
        Tensor values = start.apply(weight);
        Checks.sameShape(operator.name() + " layer", "the start values", weight, values.shape());
        Tensor zeros = values.backend().allocate(Shape.of(1, outChannels, 1, 1));
        return new Weighted(operator, Parameter.of("weight", values), Optional.of(Parameter.of("bias", zeros)), false);
    }

    /// Returns this layer without a bias, which is left to the garbage collector.
    public Weighted withoutBias() {
        return new Weighted(operator, weight, Optional.empty(), rectifies);
    }

    /// Returns this layer with a ReLU behind it.
    public Weighted thenRelu() {
        return new Weighted(operator, weight, bias, true);
    }

    /// Returns start values as PyTorch draws them: uniform in `-1/sqrt(fan) .. 1/sqrt(fan)`, with `fan` = second axis times the kernel area.
    ///
    /// For a transposed convolution that product is not the number of summed terms; PyTorch uses it all the same.
    ///
    /// @param random draws one number per value, in row-major order
    public static Function<Shape, Tensor> uniform(RandomGenerator random) {
        return weight -> Kaiming.uniform(weight, (double) weight.c() * weight.planeSize(), Math.sqrt(5), random);
    }

    @Override
    public Variable forward(Tape tape, Variable x) {
        return tape.apply(operator, x, weight.variable(), bias.map(Parameter::variable), rectifies);
    }

    @Override
    public List<Parameter> parameters() {
        return bias.map(b -> List.of(weight, b)).orElseGet(() -> List.of(weight));
    }

    @Override
    public Weighted to(Backend backend) {
        return new Weighted(operator, weight.to(backend), bias.map(b -> b.to(backend)), rectifies);
    }
}
