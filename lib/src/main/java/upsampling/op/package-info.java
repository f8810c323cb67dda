/// Operators: one record per operator, with its parameters, shape rule, forward, adjoint or backward, and a plain `reference()` in double.
///
/// Names, defaults and results are PyTorch's; where ONNX or TensorFlow differ, the operator says so.
package upsampling.op;
