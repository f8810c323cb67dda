package upsampling.kernel.eval;

/// Where a running cell's output goes, in the order in which the cell made it.
///
/// The evaluator calls one method at a time, from any thread, and also after the cell has ended if a thread that the cell started prints
/// later. An implementation must not print on `System.out`: that would come back here.
public interface CellOutput {
    /// Text that the cell printed. What is printed within about 50 ms arrives in one call; a character is never cut in two.
    void stream(StreamName name, String text);

    /// Something shown: a figure, a table, a card.
    ///
    /// @param bundle what to show
    /// @param displayId the name under which a later call replaces it, also one of a later cell; null if it is never replaced
    void display(Bundle bundle, String displayId);

    /// Removes the cell's output.
    ///
    /// @param wait true: only when the next output arrives, so that an animation does not flicker
    void clear(boolean wait);

    /// For a cell whose output nobody wants.
    CellOutput NONE = new CellOutput() {
        @Override
        public void stream(StreamName name, String text) { }

        @Override
        public void display(Bundle bundle, String displayId) { }

        @Override
        public void clear(boolean wait) { }
    };
}
