package upsampling.backend.vector;

/// What the windows of a pool compute, in loops along rows: sums ({@link WindowSums}) or maxima ({@link WindowMaxima}), here written `+`.
///
/// Both are separable: first the rows of a window are combined into one row, then the columns. That needs `kH + kW` operations per output
/// instead of `kH*kW`, and the first pass runs on whole rows.
interface Windows {
    /// Returns the value that changes nothing: what stands in the padding.
    float neutral();

    /// `y[i] = x[i] + x[i + step] + ... + x[i + (count-1)*step]` for `i < n`: along the columns with stride 1, or along
    /// the rows if `step` is as long as a row.
    void combine(float[] x, int at, int step, int count, int n, float[] y, int atY);

    /// `y[i] = x[stride*i] + x[stride*i + step] + ... + x[stride*i + (count-1)*step]` for `i < n`.
    void combine(float[] x, int at, int stride, int step, int count, int n, float[] y, int atY);

    /// `y[i] = a[2i] + a[2i+1] + b[2i] + b[2i+1]` for `i < n`, where `a` and `b` are rows of `x`: the most usual pool
    /// in one go, without a row in between; an average is also divided.
    void combineSquares(float[] x, int a, int b, int n, float[] y, int atY);
}
