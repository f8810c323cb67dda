package upsampling.kernel.eval;

import java.io.IOException;

/// Answers a cell that reads `System.in`.
@FunctionalInterface
public interface CellInput {
    /// Nobody can answer: a cell that reads gets an exception that says so, instead of waiting for ever.
    CellInput NONE = () -> {
        throw new IllegalStateException("System.in: nobody can type an answer here; give the value in the cell instead");
    };

    /// Waits for one line, without its line end; null at the end of the input. Called on the cell's thread; it must end when that
    /// thread is interrupted.
    ///
    /// @throws IllegalStateException if nobody can answer. Not an IOException: a Scanner would swallow its message
    /// @throws IOException if the thread was interrupted
    String line() throws IOException;
}
