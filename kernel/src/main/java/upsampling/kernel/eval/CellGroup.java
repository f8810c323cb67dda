package upsampling.kernel.eval;

import java.util.function.Consumer;

/// The threads of one cell: the one that runs it and those it starts, which may outlive it. By its group a thread finds its cell.
final class CellGroup extends ThreadGroup {
    private final CellOutput output;
    private final CellInput input;
    private final Consumer<Throwable> uncaught;
    private final CellThreads session;

    /// @param session the threads of the cell's session
    /// @param all the group of all cells of that session
    /// @param uncaught prints what a thread that the cell has started did not catch; runs on that thread
    CellGroup(CellThreads session, ThreadGroup all, int cell, CellOutput output, CellInput input, Consumer<Throwable> uncaught) {
        super(all, "cell " + cell);
        this.session = session;
        this.output = output;
        this.input = input;
        this.uncaught = uncaught;
    }

    CellThreads session() {
        return session;
    }

    CellOutput output() {
        return output;
    }

    CellInput input() {
        return input;
    }

    /// The group of a cell that the thread belongs to, or null.
    static CellGroup of(Thread thread) {
        for (ThreadGroup group = thread.getThreadGroup(); group != null; group = group.getParent()) {
            if (group instanceof CellGroup cell) {
                return cell;
            }
        }
        return null;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (!(failure instanceof StoppedCell)) {
            uncaught.accept(failure);
        }
    }
}
