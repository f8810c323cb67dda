/// Gradients of whole computations: a tape notes which operator made which value, and plays the derivatives back in reverse order.
///
/// No derivative is written here. Every operator of `upsampling.op` has its own; the chain rule is all that is added.
package upsampling.autograd;
