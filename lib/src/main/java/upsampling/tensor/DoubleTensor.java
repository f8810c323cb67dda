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

    /// Returns a tensor of these values in row-major order, which are not copied.
    ///
    /// @throws IllegalArgumentException unless there are `shape.size()` values
    public static DoubleTensor of(Shape shape, double... values) {
        return new DoubleTensor(shape, values);
    }

    /// Returns zeros.
    public static DoubleTensor zeros(Shape shape) {
        return new DoubleTensor(shape, new double[shape.size()]);
    }

    /// Returns the exact values of a float tensor.
    public static DoubleTensor of(Tensor x) {
        float[] given = x.read();
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

    /// Returns the element at `[n, c, h, w]`.
    ///
    /// @throws IndexOutOfBoundsException unless every index lies inside the shape
    public double get(int n, int c, int h, int w) {
        return data[shape.checkedIndex("DoubleTensor", n, c, h, w)];
    }

    /// Returns the inner product `⟨a, b⟩`, the sum of `a[i]*b[i]` over all elements.
    ///
    /// @throws IllegalArgumentException unless both have the same shape
    public double dot(DoubleTensor other) {
        Checks.sameShape("DoubleTensor.dot", "other", shape, other.shape);
        double sum = 0;
        for (int i = 0; i < data.length; i++) sum += data[i] * other.data[i];
        return sum;
    }

    /// Returns one plane as rows, to show or to compare.
    ///
    /// @throws IndexOutOfBoundsException unless the shape has the plane
    public double[][] plane(int n, int c) {
        int start = shape.checkedIndex("DoubleTensor.plane", n, c, 0, 0);
        double[][] rows = new double[shape.h()][];
        for (int h = 0; h < shape.h(); h++) {
            rows[h] = Arrays.copyOfRange(data, start + h * shape.w(), start + (h + 1) * shape.w());
        }
        return rows;
    }

    /// Returns the shape, and the rows of a small tensor or the range of a large one, with four significant digits.
    @Override
    public String toString() {
        return TensorText.of("DoubleTensor", shape, data);
    }
}
