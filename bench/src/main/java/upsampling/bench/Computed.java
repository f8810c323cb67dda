package upsampling.bench;

import java.util.List;
import java.util.function.Function;
import upsampling.tensor.Tensor;

/// What our operator made of a case.
///
/// @param y the result
/// @param backward from the gradient of the result to the gradients of all arguments, in their order
/// @param indices where the values were found; empty unless the operator tells
record Computed(Tensor y, Function<Tensor, List<Tensor>> backward, int... indices) { }
