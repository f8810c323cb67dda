package upsampling.grader.result;

/// The plane `[n, c]` in which a result differs first, to be drawn: what was expected and what came.
///
/// @param what which result of the task, such as `values`; empty if there is only one
/// @param where which plane of several, such as `in channel 1`; empty if there is only one
/// @param n the plane's image
/// @param c the plane's channel
/// @param expected rows of the right plane
/// @param actual rows of the answer's plane, of another size if the shape is wrong
public record Planes(String what, String where, int n, int c, double[][] expected, double[][] actual) { }
