package upsampling.backend.vector;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// The ways to compute a convolution, its adjoint in the picture, or that in the weight. {@link Costs} chooses; tests choose with
/// `-Dupsampling.vector.path=WINOGRAD`, where that way is possible, and count.
enum Path {
    /// The plain loops: so little work that to prepare anything takes longer.
    PLAIN,
    /// {@link Product}: every kernel; {@link Encounters} for the weight.
    PRODUCT,
    /// {@link Winograd}: two or three neighbouring taps in each phase, not for the weight.
    WINOGRAD,
    /// {@link Direct}: every kernel, from a copy with zeros around it; {@link RowDots} for the weight, where few channels come out.
    DIRECT;

    private static final ScopedValue<Path> HERE = ScopedValue.newInstance();

    private final LongAdder calls = new LongAdder();

    /// Runs something of which all calls on this thread take this way, where that is possible.
    void during(Runnable action) {
        ScopedValue.where(HERE, this).run(action);
    }

    /// Returns the way that {@link #during} or the property asks for.
    static Optional<Path> forced() {
        if (HERE.isBound()) return Optional.of(HERE.get());
        return Optional.ofNullable(System.getProperty("upsampling.vector.path")).map(Path::valueOf);
    }

    void count() {
        calls.increment();
    }

    /// Returns how many calls took this way since the program began.
    long calls() {
        return calls.sum();
    }
}
