package upsampling.backend.cuda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import upsampling.backend.Backend;
import upsampling.backend.CudaBackend;
import upsampling.backend.MatrixView;
import upsampling.backend.ScalarBackend;
import upsampling.data.Noise;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What a {@link Child} runs. Each argument is one step, which prints one line:
///
/// ```
/// probe          what CudaProbe says
/// device         the backend, or why there is none
/// map:SIZE       a function of so many numbers on the device beside the plain loops; zip:SIZE and gemm:SIZE likewise
/// fill:COUNT     so many tensors of a mebibyte, kept
/// forget:COUNT   the same, forgotten
/// convolve:SIZE  a convolution from so many channels to as many, whose weight nobody holds but the call itself
/// leaks          how many tensors the garbage collector had to give back
/// pieces         how many are on the device
/// ```
final class DeviceProgram {
    private static final double TOLERANCE = 1e-5;
    private static final int MEBIBYTE = 1 << 20;

    private DeviceProgram() { }

    public static void main(String[] steps) {
        for (String step : steps) {
            String result;
            try {
                result = run(step.split(":")[0], step.contains(":") ? Integer.parseInt(step.split(":")[1]) : 0);
            } catch (RuntimeException | Error e) {
                result = e.getClass().getSimpleName() + ": " + e.getMessage();
            }
            System.out.println(step + ": " + result);
        }
    }

    private static String run(String step, int size) {
        return switch (step) {
            case "probe" -> CudaProbe.ask().toString();
            case "device" -> CudaBackend.device().description().toString();
            case "map" -> compare(Shape.plane(1, size), (backend, x, y) -> backend.map(Backend.Unary.SIGMOID, x, y));
            case "zip" -> compare(Shape.plane(1, size), (backend, x, y) -> backend.zip(Backend.Binary.MULTIPLY, x, x, y));
            case "gemm" -> compare(Shape.plane(size, size), (backend, x, y) -> backend.gemm(square(x), square(x), false, square(y)));
            case "fill" -> {
                List<Tensor> kept = new ArrayList<>();
                for (int i = 0; i < size; i++) kept.add(mebibyte());
                yield kept.size() + " tensors";
            }
            case "forget" -> {
                for (int i = 0; i < size; i++) mebibyte();
                yield "no failure";
            }
            case "convolve" -> convolve(size);
            case "leaks" -> String.valueOf(CudaBackend.device().space().leaks());
            case "pieces" -> String.valueOf(CudaBackend.device().space().piecesInUse());
            default -> throw new IllegalArgumentException("no such step: " + step);
        };
    }

    private static Tensor mebibyte() {
        return CudaBackend.device().empty(Shape.plane(1, MEBIBYTE / Float.BYTES));
    }

    /// Every input is 1, and a weight is the number of its output channel, up to eight.
    private static String convolve(int channels) {
        Shape shape = Shape.of(1, channels, 1, 1);
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        float[] weights = new float[channels * channels];
        for (int i = 0; i < weights.length; i++) weights[i] = i / channels % 8;
        Backend device = CudaBackend.device();
        try (Tensor x = device.upload(shape, ones); Tensor y = device.allocate(shape)) {
            device.convolve(x, device.upload(Shape.of(channels, channels, 1, 1), weights), Geometry.of(1), y);
            float[] sums = y.toArray();
            for (int i = 0; i < channels; i++) if (sums[i] != i % 8 * channels) return "%s in place of %d".formatted(sums[i], i % 8 * channels);
        }
        return "agrees";
    }

    private static MatrixView square(Tensor tensor) {
        return MatrixView.of(tensor, 0, tensor.shape().h(), tensor.shape().w());
    }

    /// A primitive from a tensor to one of the same shape.
    private interface Primitive {
        void compute(Backend backend, Tensor x, Tensor y);
    }

    private static String compare(Shape shape, Primitive primitive) {
        RandomGenerator random = Noise.generator(1);
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = 2 * random.nextFloat() - 1;
        float[] expected = compute(ScalarBackend.INSTANCE, shape, values, primitive);
        float[] actual = compute(CudaBackend.device(), shape, values, primitive);
        int[] differing = IntStream.range(0, expected.length).filter(i -> !(Math.abs(expected[i] - actual[i]) <= TOLERANCE)).toArray();
        if (differing.length == 0) return "agrees";
        int first = differing[0];
        return "%d of %d differ, the first is %s in place of %s".formatted(differing.length, expected.length, actual[first], expected[first]);
    }

    /// The result begins as zeros, which no step computes.
    private static float[] compute(Backend backend, Shape shape, float[] values, Primitive primitive) {
        try (Tensor x = backend.upload(shape, Arrays.copyOf(values, values.length)); Tensor y = backend.allocate(shape)) {
            primitive.compute(backend, x, y);
            return y.toArray();
        }
    }
}
