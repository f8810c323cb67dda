package upsampling.bench.speed;

import java.util.List;

/// One of those that compute a workload: we, or libtorch in one of its layouts. Everything that a call needs is made beforehand.
public interface Side extends AutoCloseable {
    /// Frees what the call before has computed, and computes again. This is what is timed: a loop of a program that uses each result once.
    void call();

    /// Returns what the last call has computed, each in the order `[N, C, H, W]`: the result, or the gradients of input and weight.
    List<double[]> values();

    /// Frees everything.
    @Override
    void close();
}
