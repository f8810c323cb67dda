package upsampling.tensor;

/// How a kernel slides over a picture: one window per axis, and the number of groups the channels are split into.
///
/// Convolution and transposed convolution share it: both are described by the windows that a *convolution* places on the larger picture,
/// and by a weight `[small channels, large channels / groups, kH, kW]`. Read from the large picture to the small one, that is a convolution;
/// read backwards, a transposed convolution.
///
/// @param height window along the rows
/// @param width window along the columns
/// @param groups parts into which both channel axes are split, in order, >= 1; part `g` of one side sees part `g` of the other only
public record Geometry(Window height, Window width, int groups) {

    /// @throws IllegalArgumentException unless `groups >= 1`
    public Geometry {
        Checks.atLeast(1, "Geometry", "groups", groups);
    }

    /// Returns a square dense window with stride 1, no padding, one group.
    public static Geometry of(int kernel) {
        return of(kernel, kernel);
    }

    /// Returns a dense window with stride 1, no padding, one group.
    public static Geometry of(int kernelHeight, int kernelWidth) {
        return new Geometry(Window.of(kernelHeight), Window.of(kernelWidth), 1);
    }

    /// Returns this geometry with other strides.
    public Geometry withStride(int strideHeight, int strideWidth) {
        return new Geometry(height.withStride(strideHeight), width.withStride(strideWidth), groups);
    }

    /// Returns this geometry with other paddings.
    public Geometry withPadding(int paddingHeight, int paddingWidth) {
        return new Geometry(height.withPadding(paddingHeight), width.withPadding(paddingWidth), groups);
    }

    /// Returns this geometry with other dilations.
    public Geometry withDilation(int dilationHeight, int dilationWidth) {
        return new Geometry(height.withDilation(dilationHeight), width.withDilation(dilationWidth), groups);
    }

    /// Returns this geometry with another number of groups.
    public Geometry withGroups(int newGroups) {
        return new Geometry(height, width, newGroups);
    }

    /// Returns the number of taps of one kernel, `kH * kW`.
    public int taps() {
        return Math.multiplyExact(height.kernel(), width.kernel());
    }

    /// Returns the short form used in figures, such as `k3 s2 p1`, `k3 s2 x k4 s1` or `k3 g4`.
    @Override
    public String toString() {
        String windows = height.equals(width) ? height.toString() : height + " x " + width;
        return groups == 1 ? windows : windows + " g" + groups;
    }
}
