package upsampling.op;

import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// The rules that max and average pooling share.
final class PoolingRules {
    private PoolingRules() { }

    /// PyTorch's rule, so that no window can lie in the padding alone when the kernel is dense. It counts the *undilated* kernel.
    static void checkPadding(String who, String axis, Window window) {
        int most = window.kernel() / 2;
        if (window.padding() > most) {
            throw new IllegalArgumentException("%s: %s padding must be in 0..%d = 0..floor(kernel/2) for kernel=%d, but was %d".formatted(
                    who, axis, most, window.kernel(), window.padding()));
        }
    }

    static Shape outputShape(String who, Window height, Window width, boolean ceilMode, Shape in) {
        return in.withSize(height.outputSize(who, "height", in.h(), ceilMode), width.outputSize(who, "width", in.w(), ceilMode));
    }
}
