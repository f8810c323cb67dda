package upsampling.tensor;

/// Which points of two grids fall on each other when an axis is resized.
///
/// ```
/// HALF_PIXEL   the outer edges: cell o is the interval [o, o+1), its centre lies at o + 1/2
/// CORNERS      the centres of the first and of the last cells: cell o is the point o
/// ```
/// PyTorch's `align_corners=False` is `HALF_PIXEL`, its default; `align_corners=True` is `CORNERS`. ONNX calls them `half_pixel` and
/// `align_corners`; TensorFlow 2 and Keras know `HALF_PIXEL` only.
public enum Alignment {
    /// Edges meet: the axis is a ruler that is divided anew. The distance between samples is `in/out`.
    HALF_PIXEL,

    /// First and last centres meet: the axis is a line of points. The distance between samples is `(in-1)/(out-1)`.
    CORNERS
}
