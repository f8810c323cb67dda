/// Operators: one record per operator, with its parameters, shape rule, forward, adjoint or backward, and a plain `reference()` in double.
///
/// An operator without a weight is a `FixedOperator`, one with a weight a `WeightedOperator`; bound to a shape, and a weight, both are
/// `LinearOperator`s, which can be put one after the other, added and scaled.
///
/// Names, defaults and results are PyTorch's; where ONNX or TensorFlow differ, the operator says so.
package upsampling.op;
