package upsampling.nn;

import java.util.function.BiFunction;
import java.util.function.IntToDoubleFunction;
import upsampling.autograd.Tape;
import upsampling.autograd.Variable;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;

/// The training loop: a number of steps, somebody who watches, and an end when the thread is interrupted or the loss is no number any more.
///
/// ```java
/// try (Progress progress = Progress.of("training", 200)) {
///     double[] losses = Training.of(200).watchedBy((step, loss) -> progress.step("loss " + Numbers.text(loss)))
///             .run(adam, (tape, step) -> tape.apply(MseLoss.of(), net.forward(tape, x), target));
/// }
/// ```
/// @param steps how many, >= 1
/// @param watcher hears about every step
public record Training(int steps, Watcher watcher) {

    /// @throws IllegalArgumentException unless `steps >= 1`
    public Training {
        Checks.atLeast(1, "Training", "steps", steps);
    }

    /// Hears about every step, to show progress.
    @FunctionalInterface
    public interface Watcher {
        /// A step is done.
        ///
        /// @param step `1 .. steps`
        /// @param loss of this step, before the parameters changed
        void stepped(int step, double loss);
    }

    /// Returns a training that nobody watches.
    public static Training of(int steps) {
        return new Training(steps, (_, _) -> { });
    }

    /// Returns this training with a watcher.
    public Training watchedBy(Watcher newWatcher) {
        return new Training(steps, newWatcher);
    }

    /// Runs the steps of one optimiser.
    ///
    /// @param loss computes the loss of a step, `1 .. steps`, on the tape it is given
    /// @return the losses, one per step
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted; what was learned until then stays
    /// @throws ArithmeticException if a loss is infinite or not a number
    public double[] run(Optimizer optimizer, BiFunction<Tape, Integer, Variable> loss) {
        return run(step -> optimizer.minimize(tape -> loss.apply(tape, step)));
    }

    /// Runs steps of any kind, such as the two optimisers of a GAN.
    ///
    /// @param step makes step `1 .. steps` and returns its loss
    /// @return the losses, one per step
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted; what was learned until then stays
    /// @throws ArithmeticException if a loss is infinite or not a number
    public double[] run(IntToDoubleFunction step) {
        double[] losses = new double[steps];
        for (int i = 0; i < steps; i++) {
            Interrupts.check();
            losses[i] = step.applyAsDouble(i + 1);
            if (!Double.isFinite(losses[i])) {
                throw new ArithmeticException("Training: the loss of step %d is %s, that of the step before was %s; use a smaller learning rate"
                        .formatted(i + 1, losses[i], i == 0 ? "none" : losses[i - 1]));
            }
            watcher.stepped(i + 1, losses[i]);
        }
        return losses;
    }
}
