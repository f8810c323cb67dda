package upsampling.grader.intake;

/// Hears how far the reading of submissions is.
@FunctionalInterface
public interface IntakeListener {
    /// A submission was read.
    ///
    /// @param done how many so far
    /// @param total how many there are
    void read(int done, int total);
}
