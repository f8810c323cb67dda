package upsampling.op;

import upsampling.tensor.Shape;

/// A choice among the axes `[N, C, H, W]`: those that a sum, a mean or a softmax runs along.
///
/// @param n whether the pictures of the batch are among them
/// @param c whether the channels are
/// @param h whether the rows are
/// @param w whether the columns are
public record Axes(boolean n, boolean c, boolean h, boolean w) {
    /// Every axis: the result is one number.
    public static final Axes ALL = new Axes(true, true, true, true);
    /// The pictures of the batch.
    public static final Axes BATCH = new Axes(true, false, false, false);
    /// The channels of every cell.
    public static final Axes CHANNELS = new Axes(false, true, false, false);
    /// The cells of every plane.
    public static final Axes PLANE = new Axes(false, false, true, true);

    /// Returns the axes of both choices together: `BATCH.and(PLANE)` are the pictures and the cells, everything but the channels.
    public Axes and(Axes other) {
        return new Axes(n || other.n, c || other.c, h || other.h, w || other.w);
    }

    /// Returns the shape with size 1 along these axes.
    public Shape reduced(Shape x) {
        return Shape.of(n ? 1 : x.n(), c ? 1 : x.c(), h ? 1 : x.h(), w ? 1 : x.w());
    }

    /// Returns how many elements of `x` fall onto one of the reduced shape.
    public int count(Shape x) {
        return x.size() / reduced(x).size();
    }

    /// Returns where element `i` of a tensor of shape `x` falls in the reduced shape.
    int target(Shape x, int i) {
        int in = i / (x.c() * x.planeSize());
        int ic = i / x.planeSize() % x.c();
        int ih = i / x.w() % x.h();
        int iw = i % x.w();
        return reduced(x).index(n ? 0 : in, c ? 0 : ic, h ? 0 : ih, w ? 0 : iw);
    }
}
