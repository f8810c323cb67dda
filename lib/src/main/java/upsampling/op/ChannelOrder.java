package upsampling.op;

/// Which channels become the `r x r` cells of a block in {@link PixelShuffle}. The names are ONNX's: the order in which the channel axis is split.
///
/// For one output channel both give the same, so a test needs two.
public enum ChannelOrder {
    /// Channel, row, column: input channel `(c*r + a)*r + b` goes to channel `c`, cell `(a, b)`. PyTorch; ONNX calls it `CRD`,
    /// "column-row-depth".
    CRD,
    /// Row, column, channel: input channel `(a*r + b)*Cout + c` goes to channel `c`, cell `(a, b)`. ONNX's default, `DCR`,
    /// "depth-column-row".
    DCR;

    /// What TensorFlow's `depth_to_space` and `space_to_depth` do: the same as {@link #DCR}. Only the layout in memory differs, `[N, H, W, C]`.
    public static final ChannelOrder TENSORFLOW = DCR;

    /// Returns the channel of the deep picture that holds cell `(a, b)` of channel `c` of the large one.
    ///
    /// @param channels channels of the large picture
    /// @param r cells of a block along each axis
    int deepChannel(int c, int a, int b, int channels, int r) {
        return switch (this) {
            case CRD -> (c * r + a) * r + b;
            case DCR -> (a * r + b) * channels + c;
        };
    }
}
