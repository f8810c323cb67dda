package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.backend.Strided;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Soft-argmax: the place of the maximum as a mean of places, so that it has a gradient and may lie between two cells.
///
/// ```
/// p[h,w] = exp(beta*x[h,w]) / sum of exp(beta*x)                     softmax over each plane
/// y      = (sum of p[h,w]*h, sum of p[h,w]*w)                         row and column
/// gradInput[h,w] = beta * p[h,w] * (gradRow*(h - row) + gradColumn*(w - column))
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, C, 1, 2]`, row and column of each plane, counted from 0.
///
/// With a small `beta` every cell pulls the result towards the middle of the plane; with a large one it snaps to the cell of the maximum, and the gradient
/// vanishes. Divide a map by its maximum first if its height varies. A plane that holds NaN or infinity gives NaN. Cost: one exponential per cell.
///
/// Source: Levine, Finn, Darrell and Abbeel, "End-to-end training of deep visuomotor policies", 2016, section 5.1 (spatial softmax). Notebook:
/// `09-equivariance.ipynb`. The plain twin is {@link #reference()}.
///
/// @param beta how sharp the softmax is, finite and > 0
public record SoftArgmax(double beta) {
    private static final String NAME = "SoftArgmax";

    /// @throws IllegalArgumentException unless `beta` is finite and positive
    public SoftArgmax {
        Checks.above(0, NAME, "beta", beta);
    }

    /// Returns the operator with a given sharpness.
    public static SoftArgmax of(double beta) {
        return new SoftArgmax(beta);
    }

    /// Returns the shape of the result, `[N, C, 1, 2]`.
    public Shape outputShape(Shape in) {
        return in.withSize(1, 2);
    }

    /// Returns row and column of each plane, `[N, C, 1, 2]`.
    public Tensor forward(Tensor x) {
        Backend backend = x.backend();
        Tensor y = backend.allocate(outputShape(x.shape()));
        try (Tensor p = probabilities(x); Tensor row = mean(p, true); Tensor column = mean(p, false)) {
            int planes = x.shape().planes();
            backend.copy(Strided.of(row, planes, 1), Strided.of(y, planes, 2), planes, 1);
            backend.copy(Strided.of(column, planes, 1), Strided.of(y, planes, 2).from(0, 1), planes, 1);
        }
        return y;
    }

    /// Returns the gradient of the input at `x`.
    ///
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(x.shape())` and is on the backend of `x`
    public Tensor backward(Tensor gradOutput, Tensor x) {
        Checks.sameShape(NAME + ".backward", "gradOutput", outputShape(x.shape()), gradOutput.shape());
        Backend backend = Backend.common(NAME + ".backward", "gradOutput", gradOutput, "x", x);
        Tensor gradInput = backend.allocate(x.shape());
        try (Tensor p = probabilities(x);
                Tensor rows = pull(gradOutput, p, true);
                Tensor columns = pull(gradOutput, p, false);
                Tensor sharpness = number(backend)) {
            backend.zip(Backend.Binary.ADD, rows, columns, gradInput);
            backend.zip(Backend.Binary.MULTIPLY, gradInput, p, gradInput);
            backend.zip(Backend.Binary.MULTIPLY, gradInput, sharpness, gradInput);
        }
        return gradInput;
    }

    /// The softmax of every plane. The maximum is subtracted first: `exp` of a large number would be infinite.
    private Tensor probabilities(Tensor x) {
        Backend backend = x.backend();
        Tensor p = backend.allocate(x.shape());
        Shape perPlane = x.shape().withSize(1, 1);
        try (Tensor max = backend.allocate(perPlane); Tensor sum = backend.allocate(perPlane); Tensor sharpness = number(backend)) {
            backend.reduce(Backend.Reduction.MAX, x, max);
            backend.zip(Backend.Binary.SUBTRACT, x, max, p);
            backend.zip(Backend.Binary.MULTIPLY, p, sharpness, p);
            backend.map(Backend.Unary.EXP, p, p);
            backend.reduce(Backend.Reduction.SUM, p, sum);
            backend.zip(Backend.Binary.DIVIDE, p, sum, p);
        }
        return p;
    }

    private Tensor number(Backend backend) {
        return backend.upload(Shape.plane(1, 1), new float[] {(float) beta});
    }

    /// `0, 1, 2, ...` along one axis.
    private static Tensor places(Backend backend, Shape x, boolean ofRows) {
        float[] places = new float[ofRows ? x.h() : x.w()];
        for (int i = 0; i < places.length; i++) places[i] = i;
        return backend.upload(ofRows ? Shape.plane(places.length, 1) : Shape.plane(1, places.length), places);
    }

    private static Tensor mean(Tensor p, boolean ofRows) {
        Backend backend = p.backend();
        Tensor mean = backend.allocate(p.shape().withSize(1, 1));
        try (Tensor places = places(backend, p.shape(), ofRows); Tensor weighted = backend.allocate(p.shape())) {
            backend.zip(Backend.Binary.MULTIPLY, p, places, weighted);
            backend.reduce(Backend.Reduction.SUM, weighted, mean);
        }
        return mean;
    }

    /// `gradRow*(h - row)` as `[N, C, H, 1]`, or `gradColumn*(w - column)` as `[N, C, 1, W]`.
    private static Tensor pull(Tensor gradOutput, Tensor p, boolean ofRows) {
        Backend backend = p.backend();
        Shape shape = p.shape();
        Tensor pull = backend.allocate(ofRows ? shape.withSize(shape.h(), 1) : shape.withSize(1, shape.w()));
        try (Tensor places = places(backend, shape, ofRows); Tensor mean = mean(p, ofRows); Tensor gradient = backend.allocate(shape.withSize(1, 1))) {
            backend.copy(Strided.of(gradOutput, shape.planes(), 2).from(0, ofRows ? 0 : 1), Strided.of(gradient, shape.planes(), 1), shape.planes(), 1);
            backend.zip(Backend.Binary.SUBTRACT, places, mean, pull);
            backend.zip(Backend.Binary.MULTIPLY, pull, gradient, pull);
        }
        return pull;
    }

    /// Returns the same operator as plain loops in double.
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link SoftArgmax}, loop for loop.
    ///
    /// @param operator the parameters
    public record Reference(SoftArgmax operator) {

        /// Returns row and column of each plane.
        public DoubleTensor forward(DoubleTensor x) {
            Shape in = x.shape();
            DoubleTensor y = DoubleTensor.zeros(operator.outputShape(in));
            double[] p = probabilities(x);
            for (int i = 0; i < p.length; i++) {
                int plane = i / in.planeSize();
                y.data()[2 * plane] += p[i] * (i / in.w() % in.h());
                y.data()[2 * plane + 1] += p[i] * (i % in.w());
            }
            return y;
        }

        /// Returns the gradient of the input at `x`.
        public DoubleTensor backward(DoubleTensor gradOutput, DoubleTensor x) {
            Shape in = x.shape();
            DoubleTensor y = forward(x);
            DoubleTensor gradInput = DoubleTensor.zeros(in);
            double[] p = probabilities(x);
            for (int i = 0; i < p.length; i++) {
                int row = 2 * (i / in.planeSize());
                double pullRow = gradOutput.data()[row] * (i / in.w() % in.h() - y.data()[row]);
                double pullColumn = gradOutput.data()[row + 1] * (i % in.w() - y.data()[row + 1]);
                gradInput.data()[i] = operator.beta * p[i] * (pullRow + pullColumn);
            }
            return gradInput;
        }

        private double[] probabilities(DoubleTensor x) {
            int cells = x.shape().planeSize();
            double[] p = new double[x.data().length];
            for (int start = 0; start < p.length; start += cells) {
                Interrupts.check();
                double max = Double.NEGATIVE_INFINITY;
                for (int i = start; i < start + cells; i++) max = Math.max(max, x.data()[i]);
                double sum = 0;
                for (int i = start; i < start + cells; i++) {
                    p[i] = Math.exp(operator.beta * (x.data()[i] - max));
                    sum += p[i];
                }
                for (int i = start; i < start + cells; i++) p[i] /= sum;
            }
            return p;
        }
    }
}
