package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The cross-entropy of the probabilities that a softmax along the channels would give: one class per cell.
///
/// ```
/// logp[n,c,h,w] = x[n,c,h,w] - m - log(sum over c of exp(x[n,c,h,w] - m))       m = the largest of the channels
/// loss          = sum over n, c, h, w of -target[n,c,h,w] * logp[n,c,h,w] / (N*H*W)
/// gradFirst     = (softmax(x) * (sum over c of target) - target) / (N*H*W) * gradOutput
/// gradSecond    = -logp / (N*H*W) * gradOutput
/// ```
/// Shapes: `x` and `target` alike, `[N, C, H, W]` -> one number, `[1, 1, 1, 1]`. `x` holds logits, `target` a probability per class; for
/// class numbers use {@link #oneHot}. The mean is over pictures and cells, not over classes. PyTorch's `cross_entropy` with probabilities.
///
/// Cost: one exponential per element. Notebook: `09-equivariance.ipynb`. The plain twin is {@link #reference()}.
public record CrossEntropyLoss() implements PairOperator {
    private static final PairChecks CHECKS = new PairChecks("CrossEntropyLoss", "x", "target");

    /// Returns the loss; it has no parameters.
    public static CrossEntropyLoss of() {
        return new CrossEntropyLoss();
    }

    /// Returns targets for class numbers: 1 in the channel of the class, 0 elsewhere.
    ///
    /// @param classes one per picture, `0 .. count-1`
    /// @param count number of classes
    /// @return `[N, count, 1, 1]`
    /// @throws IllegalArgumentException unless there is a class and every class lies in the range
    public static Tensor oneHot(int[] classes, int count) {
        Checks.atLeast(1, "CrossEntropyLoss.oneHot", "number of classes given", classes.length);
        Tensor target = Tensor.zeros(classes.length, count, 1, 1);
        for (int n = 0; n < classes.length; n++) {
            Checks.index("CrossEntropyLoss.oneHot", "classes[" + n + "]", classes[n], count);
            target.data()[n * count + classes[n]] = 1;
        }
        return target;
    }

    @Override
    public String name() {
        return CHECKS.operator();
    }

    @Override
    public Shape outputShape(Shape x, Shape target) {
        CHECKS.sameShape(x, target);
        return Axes.ALL.reduced(x);
    }

    private static int cells(Shape x) {
        return x.size() / x.c();
    }

    @Override
    public Tensor forward(Tensor x, Tensor target) {
        Shape out = outputShape(x.shape(), target.shape());
        CHECKS.backend(x, target);
        try (Tensor terms = logProbabilities(x)) {
            Elements.update(terms, Backend.Binary.MULTIPLY, target);
            Tensor loss = Elements.reduce(Backend.Reduction.SUM, terms, out);
            Elements.update(loss, Backend.Binary.DIVIDE, -cells(x.shape()));
            return loss;
        }
    }

    private static Tensor logProbabilities(Tensor x) {
        try (Tensor largest = Elements.reduce(Backend.Reduction.MAX, x, Axes.CHANNELS.reduced(x.shape()))) {
            Tensor shifted = Elements.zip(Backend.Binary.SUBTRACT, x, largest);
            try (Tensor powers = Elements.map(Backend.Unary.EXP, shifted);
                    Tensor sum = Elements.reduce(Backend.Reduction.SUM, powers, largest.shape())) {
                x.backend().map(Backend.Unary.LOG, sum, sum);
                Elements.update(shifted, Backend.Binary.SUBTRACT, sum);
            }
            return shifted;
        }
    }

    @Override
    public Tensor gradFirst(Tensor gradOutput, Tensor x, Tensor target) {
        CHECKS.gradient("gradFirst", outputShape(x.shape(), target.shape()), gradOutput, x, target);
        Tensor gradient = Softmax.over(Axes.CHANNELS).forward(x);
        try (Tensor sum = Elements.reduce(Backend.Reduction.SUM, target, Axes.CHANNELS.reduced(x.shape()))) {
            Elements.update(gradient, Backend.Binary.MULTIPLY, sum);
        }
        Elements.update(gradient, Backend.Binary.SUBTRACT, target);
        Elements.update(gradient, Backend.Binary.DIVIDE, cells(x.shape()));
        Elements.update(gradient, Backend.Binary.MULTIPLY, gradOutput);
        return gradient;
    }

    @Override
    public Tensor gradSecond(Tensor gradOutput, Tensor x, Tensor target) {
        CHECKS.gradient("gradSecond", outputShape(x.shape(), target.shape()), gradOutput, x, target);
        Tensor gradient = logProbabilities(x);
        Elements.update(gradient, Backend.Binary.DIVIDE, -cells(x.shape()));
        Elements.update(gradient, Backend.Binary.MULTIPLY, gradOutput);
        return gradient;
    }

    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link CrossEntropyLoss}, loop for loop.
    ///
    /// @param operator the operator
    public record Reference(CrossEntropyLoss operator) implements PairOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x, DoubleTensor target) {
            DoubleTensor loss = DoubleTensor.zeros(operator.outputShape(x.shape(), target.shape()));
            DoubleTensor logp = logProbabilities(x);
            for (int i = 0; i < x.data().length; i++) loss.data()[0] -= target.data()[i] * logp.data()[i] / cells(x.shape());
            return loss;
        }

        private static DoubleTensor logProbabilities(DoubleTensor x) {
            Shape shape = x.shape();
            DoubleTensor logp = DoubleTensor.zeros(shape);
            for (int n = 0; n < shape.n(); n++) {
                for (int cell = 0; cell < shape.planeSize(); cell++) {
                    Interrupts.check();
                    int first = shape.index(n, 0, 0, 0) + cell;
                    double largest = Double.NEGATIVE_INFINITY;
                    for (int c = 0; c < shape.c(); c++) largest = Math.max(largest, x.data()[first + c * shape.planeSize()]);
                    double sum = 0;
                    for (int c = 0; c < shape.c(); c++) sum += Math.exp(x.data()[first + c * shape.planeSize()] - largest);
                    for (int c = 0; c < shape.c(); c++) {
                        int i = first + c * shape.planeSize();
                        logp.data()[i] = x.data()[i] - largest - Math.log(sum);
                    }
                }
            }
            return logp;
        }

        @Override
        public DoubleTensor gradFirst(DoubleTensor gradOutput, DoubleTensor x, DoubleTensor target) {
            DoubleTensor sums = ReduceSum.over(Axes.CHANNELS).reference().forward(target);
            DoubleTensor logp = logProbabilities(x);
            DoubleTensor gradient = DoubleTensor.zeros(x.shape());
            for (int i = 0; i < x.data().length; i++) {
                double sum = sums.data()[Axes.CHANNELS.target(x.shape(), i)];
                gradient.data()[i] = (Math.exp(logp.data()[i]) * sum - target.data()[i]) / cells(x.shape()) * gradOutput.data()[0];
            }
            return gradient;
        }

        @Override
        public DoubleTensor gradSecond(DoubleTensor gradOutput, DoubleTensor x, DoubleTensor target) {
            DoubleTensor gradient = logProbabilities(x);
            for (int i = 0; i < x.data().length; i++) gradient.data()[i] *= -gradOutput.data()[0] / cells(x.shape());
            return gradient;
        }
    }
}
