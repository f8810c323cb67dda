package upsampling.tensor;

import java.util.Arrays;

/// Float64 numbers in the shape `[N, C, H, W]`: for references, gradient checks and tests only. It has no operators.
///
/// @param shape the four sizes
/// @param data `shape.size()` values in row-major order; not copied
public record DoubleTensor(Shape shape, double[] data) {

    /// @throws IllegalArgumentException unless there are `shape.size()` values
    public DoubleTensor {
        Checks.sameSize("DoubleTensor " + shape, "number of values", shape.size(), data.length);
    }

    public static DoubleTensor of(Shape shape, double... values) {
        return new DoubleTensor(shape, values);
    }

    public static DoubleTensor zeros(Shape shape) {
        return new DoubleTensor(shape, new double[shape.size()]);
    }

    /// Returns the exact values of a float tensor.
    public static DoubleTensor of(Tensor x) {
        float[] given = x.buffer() instanceof Buffer.Heap heap ? heap.values() : x.toArray();
        double[] values = new double[given.length];
        for (int i = 0; i < values.length; i++) values[i] = given[i];
        return new DoubleTensor(x.shape(), values);
    }

    /// Returns the values rounded to float.
    public Tensor toFloat() {
        float[] values = new float[data.length];
        for (int i = 0; i < values.length; i++) values[i] = (float) data[i];
        return Tensor.of(shape, values);
    }

    public double get(int n, int c, int h, int w) {
        return data[shape.index(n, c, h, w)];
    }

    /// Returns one plane as rows, to show or to compare.
    public double[][] plane(int n, int c) {
        double[][] rows = new double[shape.h()][];
        for (int h = 0; h < shape.h(); h++) {
            int start = shape.index(n, c, h, 0);
            rows[h] = Arrays.copyOfRange(data, start, start + shape.w());
        }
        return rows;
    }

    /// Returns the shape, and the rows of a small tensor or the range of a large one, with four significant digits.
    @Override
    public String toString() {
        return TensorText.of("DoubleTensor", shape, data);
    }
}
