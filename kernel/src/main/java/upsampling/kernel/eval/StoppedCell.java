package upsampling.kernel.eval;

/// Unwinds a thread of a cell that was stopped. An Error, since learners catch Exception; without a stack trace, since nobody sees it.
final class StoppedCell extends Error {
    StoppedCell() {
        super("stopped", null, false, false);
    }
}
