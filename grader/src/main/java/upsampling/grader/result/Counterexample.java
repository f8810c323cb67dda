package upsampling.grader.result;

/// An input on which an answer is wrong, made as simple as could be found.
///
/// @param call the call in Java, to be typed in again, such as `maxPool2d(Tensor.image(new double[][] {{-1}}), Window.of(2).withPadding(1))`
/// @param message one line: what was expected where, and what was there
/// @param expected the right result, as text
/// @param actual the answer's result, as text
/// @param input rows of the input plane that belongs to the difference; null if no argument is a tensor
/// @param planes the results to draw; null if they are no maps
/// @param steps how often the input became simpler; 0 if it is the check's own
public record Counterexample(String call, String message, String expected, String actual, double[][] input, Planes planes, int steps) { }
