package upsampling.bench.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import upsampling.backend.Backend;
import upsampling.op.AvgPool2d;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.FixedOperator;
import upsampling.op.MaxPool2d;
import upsampling.op.PixelShuffle;
import upsampling.op.Reshape;
import upsampling.op.Resize;
import upsampling.op.WeightedOperator;
import upsampling.tensor.Interpolation;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Our side: the operators as a learner calls them, on tensors of a backend. Results are closed after use, so their memory comes from the backend's pool.
public final class OurSide implements Side {
    private final Backend backend;
    private final List<Tensor> arguments = new ArrayList<>();
    private final List<Shape> resultShapes;
    private final Supplier<Tensor[]> computation;
    private Tensor[] last = {};

    /// Uploads what a call needs.
    public OurSide(Workload workload, Direction direction, Inputs inputs, Backend backend) {
        this.backend = backend;
        boolean isForward = direction == Direction.FORWARD;
        resultShapes = isForward ? List.of(workload.y()) : workload.weight() == null ? List.of(workload.x()) : List.of(workload.x(), workload.weight());
        Tensor x = argument(workload.x(), inputs.x());
        if (workload.operator() == Operator.MAX_POOL) {
            MaxPool2d pool = MaxPool2d.of(workload.geometry().height(), workload.geometry().width());
            computation = isForward ? () -> new Tensor[] {pool.forward(x)} : backward(pool, x, argument(workload.y(), inputs.gradOutput()));
        } else if (workload.weight() != null) {
            WeightedOperator conv = convolution(workload);
            Tensor weight = argument(workload.weight(), inputs.weight());
            computation = isForward ? () -> new Tensor[] {conv.forward(x, weight)} : backward(conv, x, weight, argument(workload.y(), inputs.gradOutput()));
        } else {
            FixedOperator operator = fixed(workload);
            computation = isForward ? () -> new Tensor[] {operator.forward(x)} : backward(operator, argument(workload.y(), inputs.gradOutput()), x.shape());
        }
    }

    private Tensor argument(Shape shape, float[] values) {
        arguments.add(backend.upload(shape, values));
        return arguments.getLast();
    }

    private static Supplier<Tensor[]> backward(MaxPool2d pool, Tensor x, Tensor gradOutput) {
        MaxPool2d.Pooled pooled = pool.forwardWithIndices(x);
        pooled.values().close();
        return () -> new Tensor[] {pool.backward(gradOutput, pooled.where(), x.shape())};
    }

    private static Supplier<Tensor[]> backward(WeightedOperator conv, Tensor x, Tensor weight, Tensor gradOutput) {
        return () -> new Tensor[] {conv.gradInput(gradOutput, weight, x.shape()), conv.gradWeight(gradOutput, x, weight.shape())};
    }

    private static Supplier<Tensor[]> backward(FixedOperator operator, Tensor gradOutput, Shape x) {
        return () -> new Tensor[] {operator.backward(gradOutput, x)};
    }

    /// Returns the operator of a workload that has a weight.
    public static WeightedOperator convolution(Workload workload) {
        if (workload.operator() == Operator.CONV) return new Conv2d(workload.geometry());
        return new ConvTranspose2d(workload.geometry(), 0, 0).withOutputSize(workload.x(), workload.y().h(), workload.y().w());
    }

    /// Returns the operator of a workload that is linear and has no weight.
    public static FixedOperator fixed(Workload workload) {
        Shape x = workload.x();
        Shape y = workload.y();
        return switch (workload.operator()) {
            case AVG_POOL -> AvgPool2d.of(workload.geometry().height(), workload.geometry().width());
            case NEAREST -> Resize.of(Interpolation.NEAREST).toSize(y.h(), y.w());
            case BILINEAR -> Resize.of(Interpolation.BILINEAR).toSize(y.h(), y.w());
            case BICUBIC -> Resize.of(Interpolation.BICUBIC).toSize(y.h(), y.w());
            case PIXEL_SHUFFLE -> PixelShuffle.of(y.h() / x.h());
            case COPY -> Reshape.to(x.c(), x.h(), x.w()); // to the shape it has
            case MAX_POOL, CONV, CONV_TRANSPOSE -> throw new AssertionError(workload.operator());
        };
    }

    @Override
    public void call() {
        freeLast();
        last = computation.get();
    }

    private void freeLast() {
        for (Tensor tensor : last) tensor.close();
        last = new Tensor[0];
    }

    /// Fills the memory that the next results will get with NaN: a call that leaves a value unwritten is then found. A pool hands out again what came back last.
    public void poison() {
        freeLast();
        for (Shape shape : resultShapes) {
            float[] values = new float[shape.size()];
            Arrays.fill(values, Float.NaN);
            backend.upload(shape, values).close();
        }
    }

    /// Returns what the last call has computed, as it is.
    public List<float[]> results() {
        return Arrays.stream(last).map(Tensor::toArray).toList();
    }

    @Override
    public List<double[]> values() {
        List<double[]> values = new ArrayList<>();
        for (float[] floats : results()) {
            double[] doubles = new double[floats.length];
            for (int i = 0; i < floats.length; i++) doubles[i] = floats[i];
            values.add(doubles);
        }
        return values;
    }

    @Override
    public void close() {
        freeLast();
        for (Tensor argument : arguments) argument.close();
    }
}
