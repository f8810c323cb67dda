package upsampling.tensor;

/// The four sizes of a tensor, `[N, C, H, W]`.
///
/// @param n images in the batch, >= 1
/// @param c channels, >= 1
/// @param h rows, >= 1
/// @param w columns, >= 1
public record Shape(int n, int c, int h, int w) {

    /// @throws IllegalArgumentException unless every size is >= 1
    /// @throws ArithmeticException if the number of elements does not fit an `int`
    public Shape {
        Checks.atLeast(1, "Shape", "n", n);
        Checks.atLeast(1, "Shape", "c", c);
        Checks.atLeast(1, "Shape", "h", h);
        Checks.atLeast(1, "Shape", "w", w);
        // Step by step: every partial product is below 2^62, so none of them can wrap around unseen.
        long planes = (long) n * c;
        long plane = (long) h * w;
        if (planes > Integer.MAX_VALUE || plane > Integer.MAX_VALUE || planes * plane > Integer.MAX_VALUE) {
            throw new ArithmeticException("Shape [%d, %d, %d, %d]: more than %d elements; use a smaller batch or smaller images"
                    .formatted(n, c, h, w, Integer.MAX_VALUE));
        }
    }

    /// Returns `[n, c, h, w]`.
    public static Shape of(int n, int c, int h, int w) {
        return new Shape(n, c, h, w);
    }

    /// Returns `[1, 1, h, w]`, the shape of one feature map.
    public static Shape plane(int h, int w) {
        return new Shape(1, 1, h, w);
    }

    /// Returns the number of elements.
    public int size() {
        return n * c * h * w;
    }

    /// Returns the number of `H x W` planes, `N * C`.
    public int planes() {
        return n * c;
    }

    /// Returns the number of cells of one plane, `H * W`.
    public int planeSize() {
        return h * w;
    }

    /// Returns the row-major index of an element.
    ///
    /// @param who names the caller in the message
    /// @throws IndexOutOfBoundsException unless every index lies inside the shape
    public int checkedIndex(String who, int in, int ic, int ih, int iw) {
        if (in < 0 || in >= n || ic < 0 || ic >= c || ih < 0 || ih >= h || iw < 0 || iw >= w) {
            throw new IndexOutOfBoundsException("%s: index [%d, %d, %d, %d] is outside %s".formatted(who, in, ic, ih, iw, this));
        }
        return index(in, ic, ih, iw);
    }

    /// Returns the row-major index of an element; the arguments are trusted.
    public int index(int in, int ic, int ih, int iw) {
        return ((in * c + ic) * h + ih) * w + iw;
    }

    /// Returns where an element is, as `[n, c, h, w]`.
    ///
    /// @param index in row-major order
    public String place(int index) {
        return "[%d, %d, %d, %d]".formatted(index / planeSize() / c, index / planeSize() % c, index / w % h, index % w);
    }

    /// Returns this shape with other spatial sizes.
    public Shape withSize(int newH, int newW) {
        return new Shape(n, c, newH, newW);
    }

    @Override
    public String toString() {
        return "[" + n + ", " + c + ", " + h + ", " + w + "]";
    }
}
