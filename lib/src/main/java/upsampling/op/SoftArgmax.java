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
/// With a small `beta` every cell pulls the result towards the middle of the plane; with a large one it snaps to the cell of the maximum, and the
/// gradient vanishes. Divide a map by its maximum first if its height varies. NaN or +infinity in a plane gives NaN; -infinity takes a cell out,
/// as a mask does; a plane of nothing but -infinity gives NaN. Cost: one exponential per cell.
///
/// Source: Levine, Finn, Darrell and Abbeel, "End-to-end training of deep visuomotor policies", 2016, section 5.1 (spatial softmax). Notebook:
/// `09-equivariance.ipynb`. The plain twin is {@link #reference()}.
///
/// @param beta how sharp the softmax is, finite and > 0
public record SoftArgmax(double beta) implements Derivable {
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
    @Override
    public Tensor forward(Tensor x) {
        Backend backend = x.backend();
        Tensor y = backend.empty(outputShape(x.shape()));
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
    @Override
    public Tensor backward(Tensor gradOutput, Tensor x) {
        Checks.sameShape(NAME + ".backward", "gradOutput", outputShape(x.shape()), gradOutput.shape());
        Backend.common(NAME + ".backward", "gradOutput", gradOutput, "x", x);
        try (Tensor p = probabilities(x); Tensor rows = pull(gradOutput, p, true); Tensor columns = pull(gradOutput, p, false)) {
            Tensor gradInput = Elements.zip(Backend.Binary.ADD, rows, columns);
            Elements.update(gradInput, Backend.Binary.MULTIPLY, p);
            Elements.update(gradInput, Backend.Binary.MULTIPLY, beta);
            return gradInput;
        }
    }

    /// The softmax of every plane. The maximum is subtracted first: `exp` of a large number would be infinite.
    private Tensor probabilities(Tensor x) {
        Shape perPlane = x.shape().withSize(1, 1);
        try (Tensor max = Elements.reduce(Backend.Reduction.MAX, x, perPlane)) {
            Tensor p = Elements.zip(Backend.Binary.SUBTRACT, x, max);
            Elements.update(p, Backend.Binary.MULTIPLY, beta);
            x.backend().map(Backend.Unary.EXP, p, p);
            try (Tensor sum = Elements.reduce(Backend.Reduction.SUM, p, perPlane)) {
                Elements.update(p, Backend.Binary.DIVIDE, sum);
            }
            return p;
        }
    }

    /// `0, 1, 2, ...` along one axis.
    private static Tensor places(Backend backend, Shape x, boolean ofRows) {
        float[] places = new float[ofRows ? x.h() : x.w()];
        for (int i = 0; i < places.length; i++) places[i] = i;
        return backend.upload(ofRows ? Shape.plane(places.length, 1) : Shape.plane(1, places.length), places);
    }

    private static Tensor mean(Tensor p, boolean ofRows) {
        try (Tensor places = places(p.backend(), p.shape(), ofRows); Tensor weighted = Elements.zip(Backend.Binary.MULTIPLY, p, places)) {
            return Elements.reduce(Backend.Reduction.SUM, weighted, p.shape().withSize(1, 1));
        }
    }

    /// `gradRow*(h - row)` as `[N, C, H, 1]`, or `gradColumn*(w - column)` as `[N, C, 1, W]`.
    private static Tensor pull(Tensor gradOutput, Tensor p, boolean ofRows) {
        Backend backend = p.backend();
        Shape shape = p.shape();
        try (Tensor places = places(backend, shape, ofRows); Tensor mean = mean(p, ofRows); Tensor gradient = backend.empty(shape.withSize(1, 1))) {
            backend.copy(Strided.of(gradOutput, shape.planes(), 2).from(0, ofRows ? 0 : 1), Strided.of(gradient, shape.planes(), 1), shape.planes(), 1);
            Tensor pull = Elements.zip(Backend.Binary.SUBTRACT, places, mean);
            Elements.update(pull, Backend.Binary.MULTIPLY, gradient);
            return pull;
        }
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
