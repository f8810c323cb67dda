package upsampling.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LongArrayRefOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// libtorch's side. Its tensors are converted to the layout beforehand; what it returns lies as it likes.
///
/// A result is closed before the next call, as ours is, and its memory is used again by the C library, if that is told to keep it
/// (`MALLOC_MMAP_MAX_=0`, `MALLOC_TRIM_THRESHOLD_`). Nothing here is left to the garbage collector.
final class LibtorchSide implements Side {
    private final Workload workload;
    private final Layout layout;
    private final boolean inDouble;
    private final List<Pointer> owned = new ArrayList<>();
    private final Supplier<Pointer> computation;
    private Pointer last;

    /// @param inDouble whether it computes in float64: then it is the reference for the errors of the others
    LibtorchSide(Workload workload, Direction direction, Inputs inputs, Layout layout, boolean inDouble) {
        this.workload = workload;
        this.layout = layout;
        this.inDouble = inDouble;
        Tensor x = tensor(workload.x(), inputs.x());
        Tensor weight = workload.weight() == null ? null : tensor(workload.weight(), inputs.weight());
        computation = direction == Direction.FORWARD ? forward(x, weight) : backward(x, weight, tensor(workload.y(), inputs.gradOutput()));
    }

    private <P extends Pointer> P own(P pointer) {
        owned.add(pointer);
        return pointer;
    }

    private Tensor tensor(Shape shape, float[] values) {
        long[] sizes = {shape.n(), shape.c(), shape.h(), shape.w()};
        // The clone is made twice at most: in the precision, then in the layout. What is between goes with the scope.
        try (PointerScope _ = new PointerScope()) {
            Tensor copy = torch.from_blob(new FloatPointer(values), sizes).clone();
            if (inDouble) copy = copy.to(torch.ScalarType.Double);
            Tensor laid = copy.contiguous(layout.format);
            laid.retainReference(); // the scope gives up its own only
            return own(laid);
        }
    }

    private Supplier<Pointer> forward(Tensor x, Tensor weight) {
        Geometry g = workload.geometry();
        long[] size = {workload.y().h(), workload.y().w()};
        long[] kernel = {g.height().kernel(), g.width().kernel()};
        long[] stride = {g.height().stride(), g.width().stride()};
        long[] padding = {g.height().padding(), g.width().padding()};
        long[] dilation = {g.height().dilation(), g.width().dilation()};
        long[] outputPadding = outputPadding();
        DoubleOptional noScale = own(new DoubleOptional());
        LongOptional noDivisor = own(new LongOptional());
        TensorOptional noBias = own(new TensorOptional());
        long factor = workload.y().h() / workload.x().h();
        return switch (workload.operator()) {
            case MAX_POOL -> () -> torch.max_pool2d(x, kernel, stride, padding, dilation, false);
            case AVG_POOL -> () -> torch.avg_pool2d(x, kernel, stride, padding, false, true, noDivisor);
            case NEAREST -> () -> torch.upsample_nearest2d(x, size, noScale, noScale);
            case BILINEAR -> () -> torch.upsample_bilinear2d(x, size, false, noScale, noScale);
            case BICUBIC -> () -> torch.upsample_bicubic2d(x, size, false, noScale, noScale);
            case CONV -> () -> torch.conv2d(x, weight, noBias, stride, padding, dilation, g.groups());
            case CONV_TRANSPOSE -> () -> torch.conv_transpose2d(x, weight, noBias, stride, padding, outputPadding, g.groups(), dilation);
            case PIXEL_SHUFFLE -> () -> torch.pixel_shuffle(x, factor);
            case COPY -> () -> x.clone();
        };
    }

    private Supplier<Pointer> backward(Tensor x, Tensor weight, Tensor gradOutput) {
        Geometry g = workload.geometry();
        long[] size = {workload.y().h(), workload.y().w()};
        long[] inputSize = {workload.x().n(), workload.x().c(), workload.x().h(), workload.x().w()};
        long[] kernel = {g.height().kernel(), g.width().kernel()};
        long[] stride = {g.height().stride(), g.width().stride()};
        long[] padding = {g.height().padding(), g.width().padding()};
        long[] dilation = {g.height().dilation(), g.width().dilation()};
        long[] outputPadding = outputPadding();
        DoubleOptional noScale = own(new DoubleOptional());
        LongOptional noDivisor = own(new LongOptional());
        LongArrayRefOptional noBias = own(new LongArrayRefOptional());
        BoolPointer wanted = own(new BoolPointer(3)).put(0, true).put(1, true).put(2, false); // gradients of input, weight, bias
        boolean isTransposed = workload.operator() == Operator.CONV_TRANSPOSE;
        long factor = workload.y().h() / workload.x().h();
        return switch (workload.operator()) {
            case MAX_POOL -> {
                T_TensorTensor_T pooled = own(torch.max_pool2d_with_indices(x, kernel, stride, padding, dilation, false));
                Tensor indices = own(pooled.get1());
                yield () -> torch.max_pool2d_with_indices_backward(gradOutput, x, kernel, stride, padding, dilation, false, indices);
            }
            case AVG_POOL -> () -> torch.avg_pool2d_backward(gradOutput, x, kernel, stride, padding, false, true, noDivisor);
            case NEAREST -> () -> torch.upsample_nearest2d_backward(gradOutput, size, inputSize, noScale, noScale);
            case BILINEAR -> () -> torch.upsample_bilinear2d_backward(gradOutput, size, inputSize, false, noScale, noScale);
            case BICUBIC -> () -> torch.upsample_bicubic2d_backward(gradOutput, size, inputSize, false, noScale, noScale);
            case CONV, CONV_TRANSPOSE -> () -> torch.convolution_backward(gradOutput, x, weight, noBias, stride, padding, dilation, isTransposed, outputPadding,
                    g.groups(), wanted);
            case PIXEL_SHUFFLE -> () -> torch.pixel_unshuffle(gradOutput, factor);
            case COPY -> () -> gradOutput.clone();
        };
    }

    /// What the result has beyond the smallest size that the windows allow.
    private long[] outputPadding() {
        if (workload.operator() != Operator.CONV_TRANSPOSE) return new long[] {0, 0};
        return new long[] {outputPadding(workload.geometry().height(), workload.x().h(), workload.y().h()),
            outputPadding(workload.geometry().width(), workload.x().w(), workload.y().w())};
    }

    private static long outputPadding(Window window, int in, int out) {
        return out - ((in - 1L) * window.stride() - 2L * window.padding() + window.effectiveKernel());
    }

    @Override
    public void call() {
        if (last != null) last.close();
        last = computation.get();
    }

    @Override
    public List<double[]> values() {
        try (PointerScope _ = new PointerScope()) {
            if (last instanceof T_TensorTensorTensor_T gradients) return List.of(values(gradients.get0()), values(gradients.get1()));
            return List.of(values((Tensor) last));
        }
    }

    private static double[] values(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.numel())];
        tensor.to(torch.ScalarType.Double).contiguous().data_ptr_double().get(values);
        return values;
    }

    @Override
    public void close() {
        if (last != null) last.close();
        last = null;
        for (Pointer pointer : owned.reversed()) pointer.close();
        owned.clear();
    }
}
