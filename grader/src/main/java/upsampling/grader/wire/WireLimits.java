package upsampling.grader.wire;

/// What fits through the wire. The tasks of the course need a thousandth of it.
public final class WireLimits {
    /// Bytes of a frame.
    public static final int FRAME = 64 << 20;
    /// Bytes of a text in UTF-8.
    public static final int TEXT = 64 << 10;
    /// Elements of all arrays of a value.
    public static final int ELEMENTS = 16 << 20;
    /// Arrays in arrays and records in records.
    public static final int NESTING = 8;

    private WireLimits() { }
}
