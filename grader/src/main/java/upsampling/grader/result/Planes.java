package upsampling.grader.result;

/// The plane `[n, c]` in which a result differs first, to be drawn: what was expected and what came.
///
/// @param what which result of the task, such as `values`
/// @param expected rows of the right plane
/// @param actual rows of the answer's plane, of another size if the shape is wrong
public record Planes(String what, double[][] expected, double[][] actual) { }
