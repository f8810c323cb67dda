package upsampling.bench;

/// A tensor that an operator takes.
///
/// @param name as in messages, such as `weight`
/// @param sizes four of them; a fault may hold sizes that a `Shape` refuses
record Argument(String name, int... sizes) { }
