package upsampling.show;

/// Where shown things go. A kernel sets its own at start ({@link Show#to}); without one it is a {@link ConsoleDisplay}.
public interface Display {
    /// Shows something below the running cell, or on the console.
    void show(Shown shown);
}
