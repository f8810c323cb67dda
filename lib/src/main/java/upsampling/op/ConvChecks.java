package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Epilogue;
import upsampling.tensor.Checks;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What the operators with a weight check in the same words.
final class ConvChecks {
    private ConvChecks() { }

    /// @throws IllegalArgumentException unless the kernel of the weight is that of the geometry, and its first axis splits into the groups
    static void weight(String who, Geometry geometry, Shape weight, String layout) {
        if (weight.h() != geometry.height().kernel() || weight.w() != geometry.width().kernel()) {
            throw new IllegalArgumentException("%s: weight %s as %s must have a kernel of %dx%d (kH x kW), but has one of %dx%d".formatted(
                    who, weight, layout, geometry.height().kernel(), geometry.width().kernel(), weight.h(), weight.w()));
        }
        if (weight.n() % geometry.groups() != 0) {
            int below = weight.n() / geometry.groups() * geometry.groups();
            String fitting = (below == 0 ? "" : below + " or ") + ((long) below + geometry.groups());
            throw new IllegalArgumentException(("%s: weight %s as %s has %d channels on its first axis, which groups=%d does not divide; "
                    + "%s would fit").formatted(who, weight, layout, weight.n(), geometry.groups(), fitting));
        }
    }

    /// @throws IllegalArgumentException unless `x` has the expected number of channels
    static void channels(String who, Geometry geometry, Shape weight, String layout, int expected, Shape x) {
        if (x.c() == expected) return;
        throw new IllegalArgumentException("%s: weight %s as %s%s expects %d input channels, but x %s has %d".formatted(
                who, weight, layout, geometry.groups() == 1 ? "" : " with groups=" + geometry.groups(), expected, x, x.c()));
    }

    /// @throws IllegalArgumentException unless the bias, if there is one, has one value per output channel, and is on the backend of the input
    static void bias(WeightedOperator operator, Tensor x, Tensor weight, Epilogue epilogue) {
        if (epilogue.bias().isEmpty()) return;
        Tensor bias = epilogue.bias().get();
        Shape expected = Shape.of(1, operator.outputShape(x.shape(), weight.shape()).c(), 1, 1);
        if (!bias.shape().equals(expected)) {
            throw new IllegalArgumentException("%s: shape of bias must be %s as [1, Cout, 1, 1], but was %s".formatted(operator.name(), expected, bias.shape()));
        }
        Backend.common(operator.name(), "x", x, "bias", bias);
    }

    /// Returns a tensor for the result of {@link WeightedOperator#forward}, on the backend that computes it.
    ///
    /// @throws IllegalArgumentException unless the shapes are allowed, and both tensors are on one backend
    static Tensor emptyResult(WeightedOperator operator, Tensor x, Tensor weight) {
        Shape out = operator.outputShape(x.shape(), weight.shape());
        return Backend.common(operator.name(), "x", x, "weight", weight).empty(out);
    }

    /// Returns the backend on which the gradient of the input is computed.
    ///
    /// @throws IllegalArgumentException unless `gradOutput` has the shape of the result and is on the backend of the weight
    static Backend gradInput(WeightedOperator operator, Tensor gradOutput, Tensor weight, Shape inputShape) {
        String who = operator.name() + ".gradInput";
        Checks.sameShape(who, "gradOutput", operator.outputShape(inputShape, weight.shape()), gradOutput.shape());
        return Backend.common(who, "gradOutput", gradOutput, "weight", weight);
    }

    /// Returns the backend on which the gradient of the weight is computed.
    ///
    /// @throws IllegalArgumentException unless `gradOutput` has the shape of the result and is on the backend of the input
    static Backend gradWeight(WeightedOperator operator, Tensor gradOutput, Tensor x, Shape weightShape) {
        String who = operator.name() + ".gradWeight";
        Checks.sameShape(who, "gradOutput", operator.outputShape(x.shape(), weightShape), gradOutput.shape());
        return Backend.common(who, "gradOutput", gradOutput, "x", x);
    }

    /// @throws IllegalArgumentException unless `y`, a result or its gradient, has the shape of a result: the loops of a reference would answer all the same
    static void referenceResult(WeightedOperator operator, Shape x, Shape weight, Shape y) {
        Checks.sameShape(operator.name() + ".reference()", "the result or its gradient", operator.outputShape(x, weight), y);
    }
}
