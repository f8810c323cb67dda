package upsampling.op;

import upsampling.tensor.Border;

/// Anti-aliased downsampling: a {@link Blur} that keeps every s-th result.
///
/// ```
/// y[n,c,i,j] = sum over a, b of kernel[a] * kernel[b] * x[n, c, reflect(s*i - origin + a), reflect(s*j - origin + b)]
/// ```
/// Max pooling with stride `s` aliases. Zhang's cure is to pool with stride 1 and let this operator drop cells: `MaxPool2d.of(2).withStride(1)`, then
/// `BlurPool.of(2)`. The defaults are those of his code: 4 taps ([1,3,3,1]/8), mirrored border. The paper compares 2, 3 and 5 taps.
///
/// Source: Zhang, "Making convolutional networks shift-invariant again", 2019, section 3.2. Notebook: `09-equivariance.ipynb`.
public final class BlurPool {
    private BlurPool() { }

    /// Returns the operator with 4 taps.
    ///
    /// @throws IllegalArgumentException unless `stride >= 1`
    public static Blur of(int stride) {
        return of(stride, 4);
    }

    /// Returns the operator with a binomial kernel of any length.
    ///
    /// @throws IllegalArgumentException unless `stride, taps >= 1`
    public static Blur of(int stride, int taps) {
        return Blur.binomial(taps).withStride(stride).withBorder(Border.REFLECT);
    }
}
