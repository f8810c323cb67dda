/// Operators: one record per operator, with its parameters, shape rule, forward, adjoint or backward, and a plain `reference()` in double.
///
/// ```
/// FixedOperator            y = A x             linear, without a weight: pooling by averages, resizing, padding, pixel shuffle, sums
/// WeightedOperator         y = f(x, weight)    linear in both: convolution and transposed convolution
/// DifferentiableOperator   y = f(x)            not linear, keeps the shape: ReLU, sigmoid, tanh, softmax
/// PairOperator             y = f(a, b)         arithmetic, the matrix product, losses
/// LinearOperator           y = A x             one of the first three, at a point and for fixed shapes: apply, adjoint, matrix;
///                                             two of them can be put one after the other, or added
/// ```
/// Names, defaults and results are PyTorch's; where ONNX or TensorFlow differ, the operator says so.
package upsampling.op;
