package upsampling.kernel.eval;

/// What code in a cell can ask of the cell it runs in, in any MIME type.
///
/// Lessons do not use it, since they also run on other kernels: they have `Show.show`, `Show.live`, `Progress` and `Show.clear` of `lib`.
public final class CurrentCell {
    private CurrentCell() { }

    /// Shows something below the cell, or replaces what was shown with the same id.
    ///
    /// @param bundle what to show
    /// @param displayId the name under which a later call replaces it, or null if it is never replaced
    public static void display(Bundle bundle, String displayId) {
        if (!Console.get().display(bundle, displayId)) {
            System.out.println(bundle.text());
        }
    }

    /// Removes the cell's output.
    ///
    /// @param wait true: only when the next output arrives, so that an animation does not flicker
    public static void clear(boolean wait) {
        Console.get().clear(wait);
    }
}
