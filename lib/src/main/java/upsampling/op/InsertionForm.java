package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A transposed convolution, computed as zero insertion, padding and an ordinary convolution: see {@link TransposedForms}.
///
/// ```
/// y          = conv(pad(insert(x)), rotated(weight))
/// gradInput  = insert*(pad*(convGradInput(gradOutput, rotated(weight))))
/// gradWeight = rotated(convGradWeight(gradOutput, pad(insert(x))))            rotating is its own inverse, and its own adjoint
/// ```
/// Shapes and results are those of {@link ConvTranspose2d}, with the same weight `[Cin, Cout/groups, kH, kW]`. Cost: `sH*sW` times its multiplications.
///
/// @param operator the transposed convolution
public record InsertionForm(ConvTranspose2d operator) implements WeightedOperator {
    private static final String NAME = "InsertionForm";

    private TransposedForms forms() {
        return TransposedForms.of(operator);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, Cout, Ho, Wo]`.
    ///
    /// @throws IllegalArgumentException unless the shapes are allowed, see {@link ConvTranspose2d#outputShape}
    @Override
    public Shape outputShape(Shape x, Shape weight) {
        return operator.outputShape(NAME, x, weight);
    }

    /// Returns the two steps before the convolution as one linear map.
    private LinearOperator spread(Shape x) {
        LinearOperator insertion = forms().zeroInsertion().on(x);
        return insertion.then(forms().padding().on(insertion.outputShape()));
    }

    @Override
    public Tensor forward(Tensor x, Tensor weight) {
        outputShape(x.shape(), weight.shape());
        Backend.common(NAME, "x", x, "weight", weight);
        try (Tensor spread = spread(x.shape()).apply(x); Tensor rotated = forms().rotated(weight)) {
            return forms().convolution().forward(spread, rotated);
        }
    }

    @Override
    public Tensor gradInput(Tensor gradOutput, Tensor weight, Shape inputShape) {
        ConvChecks.gradInput(this, gradOutput, weight, inputShape);
        LinearOperator spread = spread(inputShape);
        try (Tensor rotated = forms().rotated(weight);
                Tensor gradSpread = forms().convolution().gradInput(gradOutput, rotated, spread.outputShape())) {
            return spread.adjoint(gradSpread);
        }
    }

    @Override
    public Tensor gradWeight(Tensor gradOutput, Tensor x, Shape weightShape) {
        ConvChecks.gradWeight(this, gradOutput, x, weightShape);
        try (Tensor spread = spread(x.shape()).apply(x);
                Tensor gradRotated = forms().convolution().gradWeight(gradOutput, spread, forms().rotatedShape(weightShape))) {
            return forms().rotated(gradRotated);
        }
    }

    /// Returns the same three steps as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link InsertionForm}, made of the references of its steps.
    ///
    /// @param form the parameters
    public record Reference(InsertionForm form) implements WeightedOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x, DoubleTensor weight) {
            form.outputShape(x.shape(), weight.shape());
            return convolution().forward(form.spread(x.shape()).reference().apply(x), rotated(weight));
        }

        @Override
        public DoubleTensor gradInput(DoubleTensor gradOutput, DoubleTensor weight, Shape inputShape) {
            LinearOperator spread = form.spread(inputShape);
            return spread.reference().adjoint(convolution().gradInput(gradOutput, rotated(weight), spread.outputShape()));
        }

        @Override
        public DoubleTensor gradWeight(DoubleTensor gradOutput, DoubleTensor x, Shape weightShape) {
            DoubleTensor spread = form.spread(x.shape()).reference().apply(x);
            return rotated(convolution().gradWeight(gradOutput, spread, form.forms().rotatedShape(weightShape)));
        }

        private WeightedOperator.Reference convolution() {
            return form.forms().convolution().reference();
        }

        private DoubleTensor rotated(DoubleTensor weight) {
            Shape from = weight.shape();
            Shape to = form.forms().rotatedShape(from);
            DoubleTensor rotated = DoubleTensor.zeros(to);
            for (int o = 0; o < to.n(); o++) {
                int group = o / from.c();
                for (int i = 0; i < to.c(); i++) {
                    for (int kh = 0; kh < to.h(); kh++) {
                        for (int kw = 0; kw < to.w(); kw++) {
                            rotated.data()[to.index(o, i, kh, kw)] = weight.get(group * to.c() + i, o % from.c(), to.h() - 1 - kh, to.w() - 1 - kw);
                        }
                    }
                }
            }
            return rotated;
        }
    }
}
