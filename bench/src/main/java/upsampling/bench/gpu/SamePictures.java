package upsampling.bench.gpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import upsampling.bench.speed.Direction;
import upsampling.bench.speed.Inputs;
import upsampling.bench.speed.Operator;
import upsampling.bench.speed.OurSide;
import upsampling.bench.speed.Workload;
import upsampling.bench.speed.WorkloadText;
import upsampling.op.FixedOperator;
import upsampling.op.MaxPool2d;
import upsampling.op.Resize;
import upsampling.op.WeightedOperator;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;

/// The numbers of a workload, and what they give in float64.
///
/// All pictures of a batch are the same. So the plain loops in double, which take seconds for one picture, need only compute one, and yet everything is checked that was
/// timed: each picture of a result must be that one, and the gradient of the weights must be that of one picture times their number. That an operator takes one
/// picture for another cannot be seen in this way; the tests of the operators see it.
///
/// @param inputs of the whole batch
/// @param pictures how many there are
/// @param exact of one picture: the result, or the gradients of input and weight
/// @param allowed how far a result may be from it: 64 roundings of the largest value that the absolute arguments give
record SamePictures(Inputs inputs, int pictures, List<double[]> exact, List<Double> allowed) {
    private static final double ROUNDINGS = 64;
    private static final double UNIT = 0x1p-24;
    private static final double NEGATIVE_COEFFICIENTS = 2; // cubic weights: 1.375 per axis in absolute values, and 1.375^2 < 2

    static SamePictures of(Workload workload, Direction direction) {
        Workload one = ofOne(workload);
        Inputs inputs = Inputs.of(one, direction);
        int pictures = workload.x().n();
        double factor = ROUNDINGS * UNIT * (workload.operator() == Operator.BICUBIC ? NEGATIVE_COEFFICIENTS : 1);
        List<Supplier<double[]>> loops = new ArrayList<>(exact(one, direction, inputs));
        int results = loops.size();
        loops.addAll(exact(one, direction, inputs.absolute()));
        List<double[]> values = loops.parallelStream().map(Supplier::get).toList(); // nothing is timed yet
        List<Double> allowed = values.subList(results, loops.size()).stream().map(all -> factor * Arrays.stream(all).map(Math::abs).max().orElse(0)).toList();
        Inputs all = new Inputs(repeated(inputs.x(), pictures), inputs.weight(), repeated(inputs.gradOutput(), pictures));
        return new SamePictures(all, pictures, values.subList(0, results), allowed);
    }

    private static Workload ofOne(Workload workload) {
        return WorkloadText.parse(Arrays.stream(workload.text().split(" ")).filter(word -> !word.matches("n\\d+")).collect(Collectors.joining(" ")));
    }

    private static float[] repeated(float[] picture, int times) {
        float[] all = new float[Math.multiplyExact(picture.length, times)];
        for (int n = 0; n < times; n++) System.arraycopy(picture, 0, all, n * picture.length, picture.length);
        return all;
    }

    /// Returns the loops that compute the result, or the gradients.
    private static List<Supplier<double[]>> exact(Workload workload, Direction direction, Inputs inputs) {
        boolean isForward = direction == Direction.FORWARD;
        DoubleTensor x = tensor(workload.x(), inputs.x());
        DoubleTensor gradOutput = isForward ? null : tensor(workload.y(), inputs.gradOutput());
        if (workload.operator() == Operator.MAX_POOL) {
            MaxPool2d.Reference pool = MaxPool2d.of(workload.geometry().height(), workload.geometry().width()).reference();
            return List.of(() -> isForward ? pool.forward(x).values().data() : pool.backward(gradOutput, pool.forward(x).indices(), x.shape()).data());
        }
        if (workload.weight() != null) {
            WeightedOperator.Reference conv = OurSide.convolution(workload).reference();
            DoubleTensor weight = tensor(workload.weight(), inputs.weight());
            if (isForward) return List.of(() -> conv.forward(x, weight).data());
            return List.of(() -> conv.gradInput(gradOutput, weight, x.shape()).data(), () -> conv.gradWeight(gradOutput, x, weight.shape()).data());
        }
        FixedOperator operator = OurSide.fixed(workload);
        if (operator instanceof Resize resize) {
            Taps rows = resize.rows(x.shape().h());
            Taps columns = resize.columns(x.shape().w());
            return List.of(() -> isForward ? resized(x, rows, columns) : resized(gradOutput, rows.transpose(), columns.transpose()));
        }
        FixedOperator.Reference reference = operator.reference();
        return List.of(() -> isForward ? reference.forward(x).data() : reference.backward(gradOutput, x.shape()).data());
    }

    /// The operator's own reference asks every cell for its weight in every output, which would take minutes for pictures as large as these.
    private static double[] resized(DoubleTensor x, Taps rows, Taps columns) {
        Shape in = x.shape();
        double[] y = new double[in.planes() * rows.outSize() * columns.outSize()];
        for (int plane = 0; plane < in.planes(); plane++) {
            double[][] wide = new double[columns.outSize()][in.h()]; // after the sums along the rows of the picture, its columns
            for (int h = 0; h < in.h(); h++) {
                int first = plane * in.planeSize() + h * in.w();
                double[] line = columns.apply(Arrays.copyOfRange(x.data(), first, first + in.w()));
                for (int j = 0; j < line.length; j++) wide[j][h] = line[j];
            }
            for (int j = 0; j < wide.length; j++) {
                double[] line = rows.apply(wide[j]);
                for (int i = 0; i < line.length; i++) y[(plane * line.length + i) * wide.length + j] = line[i];
            }
        }
        return y;
    }

    private static DoubleTensor tensor(Shape shape, float[] numbers) {
        double[] exact = new double[numbers.length];
        for (int i = 0; i < exact.length; i++) exact[i] = numbers[i];
        return DoubleTensor.of(shape, exact);
    }

    /// A difference, and what rounding may explain.
    record Difference(double size, double allowed) {
        boolean isAllowed() {
            return size <= allowed;
        }
    }

    /// Returns the largest difference of what was computed, of several results that of the one that is nearest to its bound. A value that is no number differs without
    /// end.
    Difference difference(List<float[]> results) {
        Difference worst = difference(exact.getFirst(), results.getFirst(), allowed.getFirst());
        if (exact.size() == 1) return worst;
        double[] sum = exact.getLast().clone(); // over all pictures
        for (int i = 0; i < sum.length; i++) sum[i] *= pictures;
        Difference ofWeight = difference(sum, results.getLast(), pictures * allowed.getLast());
        return ofWeight.size * worst.allowed > worst.size * ofWeight.allowed ? ofWeight : worst;
    }

    private static Difference difference(double[] exact, float[] values, double allowed) {
        if (values.length % exact.length != 0) return new Difference(Double.MAX_VALUE, allowed);
        double largest = 0;
        for (int i = 0, e = 0; i < values.length; i++) {
            double difference = Math.abs(exact[e] - values[i]);
            if (!(difference <= largest)) largest = Double.isFinite(difference) ? difference : Double.MAX_VALUE;
            if (++e == exact.length) e = 0;
        }
        return new Difference(largest, allowed);
    }
}
