package upsampling.op;

import java.util.Arrays;
import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Turns numbers into positive weights with the sum 1, along the channels or over a plane.
///
/// ```
/// y[i]       = exp(x[i] - m) / sum over j of exp(x[j] - m)          m = the largest x[j]: without it exp overflows
/// backward     gradInput[i] = y[i] * (gradOutput[i] - sum over j of y[j] * gradOutput[j])
/// ```
/// Shapes: `y` has the shape of `x`; `i` and `j` run along the chosen axes, and every other index is kept. Along the channels it gives the
/// probabilities of the classes of every cell; over a plane the weights of a soft argmax. Adding one number to all `x[i]` changes nothing.
///
/// PyTorch and ONNX take one axis (`dim`); several axes at once are there a reshape, a softmax and a reshape back.
///
/// Source: Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990. Cost: one exponential and one
/// division per element. Notebook: `09-equivariance.ipynb`. The plain twin is {@link #reference()}.
///
/// @param axes along which the weights have the sum 1
public record Softmax(Axes axes) implements DifferentiableOperator {

    /// Returns the softmax along some axes.
    public static Softmax over(Axes axes) {
        return new Softmax(axes);
    }

    @Override
    public String name() {
        return "Softmax";
    }

    /// Returns the weights.
    @Override
    public Tensor forward(Tensor x) {
        try (Tensor largest = Elements.reduce(Backend.Reduction.MAX, x, axes.reduced(x.shape()))) {
            Tensor y = Elements.zip(Backend.Binary.SUBTRACT, x, largest);
            x.backend().map(Backend.Unary.EXP, y, y);
            try (Tensor sum = Elements.reduce(Backend.Reduction.SUM, y, largest.shape())) {
                Elements.update(y, Backend.Binary.DIVIDE, sum);
            }
            return y;
        }
    }

    @Override
    public Tensor backward(Tensor gradOutput, Tensor x) {
        checkGradient(gradOutput, x);
        Tensor gradInput = forward(x);
        try (Tensor products = Elements.zip(Backend.Binary.MULTIPLY, gradInput, gradOutput);
                Tensor mean = Elements.reduce(Backend.Reduction.SUM, products, axes.reduced(x.shape()));
                Tensor deviation = Elements.zip(Backend.Binary.SUBTRACT, gradOutput, mean)) {
            Elements.update(gradInput, Backend.Binary.MULTIPLY, deviation);
        }
        return gradInput;
    }

    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link Softmax}, loop for loop.
    ///
    /// @param softmax the parameters
    public record Reference(Softmax softmax) implements DifferentiableOperator.Reference {

        /// Returns the weights.
        @Override
        public DoubleTensor forward(DoubleTensor x) {
            Shape shape = x.shape();
            double[] largest = new double[softmax.axes.reduced(shape).size()];
            double[] sum = new double[largest.length];
            Arrays.fill(largest, Double.NEGATIVE_INFINITY);
            for (int i = 0; i < shape.size(); i++) {
                int o = softmax.axes.target(shape, i);
                largest[o] = Math.max(largest[o], x.data()[i]);
            }
            DoubleTensor y = DoubleTensor.zeros(shape);
            for (int i = 0; i < shape.size(); i++) {
                if (i % shape.w() == 0) Interrupts.check();
                int o = softmax.axes.target(shape, i);
                y.data()[i] = Math.exp(x.data()[i] - largest[o]);
                sum[o] += y.data()[i];
            }
            for (int i = 0; i < shape.size(); i++) y.data()[i] /= sum[softmax.axes.target(shape, i)];
            return y;
        }

        /// Returns the gradient of the input at `x`.
        @Override
        public DoubleTensor backward(DoubleTensor gradOutput, DoubleTensor x) {
            Shape shape = x.shape();
            DoubleTensor y = forward(x);
            double[] mean = new double[softmax.axes.reduced(shape).size()];
            for (int i = 0; i < shape.size(); i++) mean[softmax.axes.target(shape, i)] += y.data()[i] * gradOutput.data()[i];
            DoubleTensor gradInput = DoubleTensor.zeros(shape);
            for (int i = 0; i < shape.size(); i++) {
                gradInput.data()[i] = y.data()[i] * (gradOutput.data()[i] - mean[softmax.axes.target(shape, i)]);
            }
            return gradInput;
        }
    }
}
