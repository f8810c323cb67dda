package upsampling.backend.cuda;

/// How exactly large products are computed.
public enum Precision {
    /// Float, as everywhere in the course.
    FLOAT32,
    /// Tensor cores: the factors are rounded to 10 bits, their products added in float. Sums of convolutions and of their gradients then differ by up to about `3e-4` of the
    /// sum of absolute products; everything else, and products with few channels, stays in float.
    TF32
}
