package upsampling.bench;

import java.util.ArrayList;
import java.util.List;
import upsampling.backend.Backend;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// One legal configuration with its numbers, computed by both sides and compared.
final class Case {
    /// How a case ended.
    ///
    /// @param worst largest difference, relative to the bound; 1 is the bound itself, and 0 for values that must be equal and are
    /// @param where in which result the largest difference is, such as `gradient of weight`
    /// @param problem what is wrong, or null if the two agree
    record Outcome(double worst, String where, String problem) { }

    private final Twin twin;
    private final Parameters parameters;
    private final List<float[]> arguments = new ArrayList<>();
    private final Draw data;
    private final Backend backend;

    Case(Twin twin, Parameters parameters, Draw data, Backend backend) {
        this.twin = twin;
        this.parameters = parameters;
        this.data = data;
        this.backend = backend;
        for (Argument argument : twin.arguments(parameters)) {
            float[] values = new float[Shape.of(argument.sizes()[0], argument.sizes()[1], argument.sizes()[2], argument.sizes()[3]).size()];
            for (int i = 0; i < values.length; i++) values[i] = twin.value(parameters, data);
            arguments.add(values);
        }
    }

    /// Returns the arguments as our tensors.
    ///
    /// @param values of each; null for zeros
    /// @throws IllegalArgumentException if a size is not allowed
    static List<Tensor> tensors(Twin twin, Parameters parameters, List<float[]> values, Backend backend) {
        List<Tensor> tensors = new ArrayList<>();
        for (Argument argument : twin.arguments(parameters)) {
            int[] sizes = argument.sizes();
            Shape shape = Shape.of(sizes[0], sizes[1], sizes[2], sizes[3]);
            tensors.add(values == null ? backend.allocate(shape) : backend.upload(shape, values.get(tensors.size())));
        }
        return tensors;
    }

    /// Computes both sides and compares them.
    Outcome compare() {
        Computed ours;
        List<Tensor> gradients;
        float[] gradOutput;
        try {
            ours = twin.ours(parameters, tensors(twin, parameters, arguments, backend));
            gradOutput = new float[ours.y().shape().size()];
            for (int i = 0; i < gradOutput.length; i++) gradOutput[i] = data.value();
            gradients = ours.backward().apply(backend.upload(ours.y().shape(), gradOutput));
        } catch (RuntimeException e) {
            return new Outcome(0, "", "we reject it: " + e);
        }
        boolean inDouble = twin.isInDouble(parameters);
        Libtorch.Answer peer;
        Libtorch.Answer absolute;
        try {
            peer = Libtorch.answer(twin, parameters, arguments, gradOutput, inDouble);
            absolute = twin.bound(parameters) == Bound.ABSOLUTE_SUM
                    ? Libtorch.answer(twin, parameters, arguments.stream().map(Case::absolute).toList(), absolute(gradOutput), inDouble) : peer;
        } catch (RuntimeException e) {
            return new Outcome(0, "", "libtorch rejects it: " + firstLine(e));
        }
        Shape y = ours.y().shape();
        if (!peer.sizes().equals(List.of(y.n(), y.c(), y.h(), y.w()))) return new Outcome(0, "", "our shape is " + y + ", libtorch's " + peer.sizes());
        return compare(ours, gradients, peer, absolute);
    }

    private Outcome compare(Computed ours, List<Tensor> gradients, Libtorch.Answer peer, Libtorch.Answer absolute) {
        double[] terms = twin.terms(parameters, ours.y().shape());
        Comparison comparison = new Comparison(twin.bound(parameters));
        comparison.add("result", ours.y(), peer.values().get(0), absolute.values().get(0), terms[0]);
        for (int i = 0; i < gradients.size(); i++) {
            comparison.add("gradient of " + twin.arguments(parameters).get(i).name(), gradients.get(i), peer.values().get(i + 1), absolute.values().get(i + 1),
                    terms[i + 1]);
        }
        if (ours.indices().length > 0) comparison.addIndices(ours.indices(), peer.values().getLast());
        return comparison.outcome();
    }

    private static float[] absolute(float[] values) {
        float[] absolute = values.clone();
        for (int i = 0; i < absolute.length; i++) absolute[i] = Math.abs(absolute[i]);
        return absolute;
    }

    /// Returns what libtorch says, without the native frames behind it.
    static String firstLine(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
