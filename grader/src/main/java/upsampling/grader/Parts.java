package upsampling.grader;

/// The parts of a graded test; a test method has it as a parameter.
///
/// A failed part does not stop the next one: partial credit inside one test.
public interface Parts {
    /// Runs one declared part. It holds if the body ends normally.
    ///
    /// @param part its name, one of the test's {@link Part} annotations
    /// @throws IllegalStateException if the test does not declare the part or checks it twice: an error of the test's author
    void check(String part, Body body);

    /// The comparisons of one part.
    interface Body {
        void run() throws Exception;
    }
}
