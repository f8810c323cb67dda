package upsampling.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.StringSupplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/// The peer: tensors in and out of libtorch, and its automatic gradients.
///
/// Every tensor of libtorch that is made here lives until the scope of the call ends; nothing of it is handed out.
final class Libtorch {
    /// What libtorch puts behind the message of an error: nothing. Its own answer, a trace of native frames, takes 5 ms to look up, a hundred times as
    /// long as all else, and half of all cases are errors. Held here, since libtorch calls it as long as it lives.
    private static final StringSupplier NO_TRACE = new StringSupplier() {
        private final BytePointer empty = new BytePointer("");

        @Override
        public BytePointer call() {
            return empty;
        }
    };

    private Libtorch() { }

    /// What libtorch made of a case.
    ///
    /// @param sizes of the result
    /// @param values the result, the gradients of all arguments, and the indices if the operator tells them
    record Answer(List<Integer> sizes, List<double[]> values) { }

    /// Loads the library. The first time, its files are unpacked, which takes some seconds.
    static void load() {
        torch.set_num_threads(1); // small cases; more threads would only wait for each other
        torch.SetStackTraceFetcher(NO_TRACE);
    }

    /// Returns the version of the library and of its binding, such as `2.10.0-1.5.13`.
    static String version() {
        return torch.class.getPackage().getImplementationVersion();
    }

    /// Computes a case and its gradients.
    ///
    /// @param inDouble whether in float64 rather than float32
    /// @throws RuntimeException if libtorch rejects it
    static Answer answer(Twin twin, Parameters p, List<float[]> arguments, float[] gradOutput, boolean inDouble) {
        try (PointerScope _ = new PointerScope()) {
            List<Tensor> given = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) given.add(tensor(twin.arguments(p).get(i).sizes(), arguments.get(i), inDouble).set_requires_grad(true));
            List<Tensor> made = twin.peer(p, given);
            Tensor y = made.getFirst();
            List<double[]> values = new ArrayList<>(List.of(values(y)));
            List<Integer> sizes = sizes(y);
            int count = sizes.stream().reduce(1, (a, b) -> a * b);
            if (count == gradOutput.length) { // else the shapes differ, and that is what will be reported
                int[] shape = sizes.stream().mapToInt(Integer::intValue).toArray();
                y.backward(tensor(shape, gradOutput, inDouble), new BoolOptional(), false, new TensorArrayRefOptional());
                for (Tensor argument : given) values.add(values(argument.grad()));
            }
            for (Tensor indices : made.subList(1, made.size())) values.add(longs(indices));
            return new Answer(sizes, values);
        }
    }

    /// Computes a case without gradients and forgets the result.
    ///
    /// @throws RuntimeException if libtorch rejects it
    static void attempt(Twin twin, Parameters p) {
        try (PointerScope _ = new PointerScope()) {
            List<Tensor> given = new ArrayList<>();
            for (Argument argument : twin.arguments(p)) given.add(torch.zeros(longs(argument.sizes())));
            twin.peer(p, given);
        }
    }

    private static Tensor tensor(int[] sizes, float[] values, boolean inDouble) {
        if (!inDouble) return torch.from_blob(new FloatPointer(values), longs(sizes), new TensorOptions(torch.ScalarType.Float)).clone();
        double[] exact = new double[values.length];
        for (int i = 0; i < values.length; i++) exact[i] = values[i];
        return torch.from_blob(new DoublePointer(exact), longs(sizes), new TensorOptions(torch.ScalarType.Double)).clone();
    }

    /// Returns a constant of the same precision as another tensor.
    static Tensor like(Tensor other, int[] sizes, double... values) {
        return torch.from_blob(new DoublePointer(values), longs(sizes), new TensorOptions(torch.ScalarType.Double)).to(other.scalar_type(), false, true,
                new MemoryFormatOptional());
    }

    /// Returns a tensor of whole numbers, as libtorch wants indices.
    static Tensor indices(int[] sizes, int... values) {
        return torch.from_blob(new LongPointer(longs(values)), longs(sizes), new TensorOptions(torch.ScalarType.Long)).clone();
    }

    private static double[] values(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.numel())];
        tensor.detach().to(torch.ScalarType.Double).contiguous().data_ptr_double().get(values);
        return values;
    }

    private static double[] longs(Tensor tensor) {
        long[] values = new long[Math.toIntExact(tensor.numel())];
        tensor.contiguous().data_ptr_long().get(values);
        return Arrays.stream(values).asDoubleStream().toArray();
    }

    private static List<Integer> sizes(Tensor tensor) {
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 0; axis < tensor.dim(); axis++) sizes.add(Math.toIntExact(tensor.size(axis)));
        return sizes;
    }

    /// Returns the numbers as libtorch takes them.
    static long[] longs(int... numbers) {
        return Arrays.stream(numbers).asLongStream().toArray();
    }
}
