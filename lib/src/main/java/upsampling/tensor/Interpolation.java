package upsampling.tensor;

/// How a resized picture gets a value between the cells it knows. The names in brackets are those of PyTorch's `mode`.
public enum Interpolation {
    /// Copies the cell at `floor(o*in/out)` (`nearest`, PyTorch's default mode). Looks at 1 cell.
    NEAREST,

    /// Copies the cell whose centre is nearest (`nearest-exact`). Looks at 1 cell.
    NEAREST_EXACT,

    /// A straight line between two neighbours on each axis (`bilinear`). Looks at 2 x 2 cells.
    BILINEAR,

    /// A cubic through four neighbours on each axis (`bicubic`). Looks at 4 x 4 cells.
    BICUBIC,

    /// The mean of the cells an output covers (`area`), the same as `AdaptiveAvgPool2d`.
    AREA
}
