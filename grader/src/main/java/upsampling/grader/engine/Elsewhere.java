package upsampling.grader.engine;

/// The handler of an answer that is a stand-in for an object in another machine.
public interface Elsewhere {
    /// Returns the package of that object's class.
    String packageName();
}
