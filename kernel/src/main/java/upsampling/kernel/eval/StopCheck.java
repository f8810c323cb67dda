package upsampling.kernel.eval;

/// The check that is woven into every method start and before every backward branch of cell code, so that any loop can be stopped.
///
/// Every session has its own copy of this class, and so its own fields: `SnippetLoader` defines it again from the same bytes. Public,
/// since cell code (another loader, so another package at run time) calls it.
public final class StopCheck {
    /// True while something is to be stopped; nearly always false, so the check costs one read.
    public static volatile boolean raised;
    /// Decides for the current thread when `raised`: throws if it must stop, returns if it may go on.
    public static volatile Runnable whenRaised;

    private StopCheck() { }

    /// Called from cell code.
    public static void check() {
        if (raised) {
            whenRaised.run();
        }
    }
}
