package upsampling.grader.result;

/// A hint that is shown.
///
/// @param id such as `1.2/zeroPadding`, or the part `1.2/border` for its general question
/// @param text what to look at next
public record HintText(String id, String text) { }
