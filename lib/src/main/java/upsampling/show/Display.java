package upsampling.show;

/// Where shown things go. A kernel sets its own at start ({@link Show#to}); without one it is a {@link ConsoleDisplay}.
public interface Display {
    /// Shows something below the running cell, or on the console.
    void show(Shown shown);

    /// Shows something in place of what was shown with the same id before; at most two a second with one id, then the final one. A display that
    /// cannot replace shows only that.
    ///
    /// @param id names the place; no other place has had it
    /// @param isFinal whether nothing follows with this id; the final one may be the same as the one before
    default void replace(Shown shown, String id, boolean isFinal) {
        if (isFinal) show(shown);
    }

    /// Removes what the running cell has put out so far, if that is possible.
    ///
    /// @param whenNextArrives true: only when the cell puts out something else
    default void clear(boolean whenNextArrives) { }
}
