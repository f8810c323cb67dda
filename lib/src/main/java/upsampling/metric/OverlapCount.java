package upsampling.metric;

import upsampling.backend.Interrupts;
import upsampling.op.LinearOperator;
import upsampling.tensor.DoubleTensor;

/// How many inputs meet in an output, and how many outputs read an input: the entries of the matrix that are not 0, counted.
///
/// ```
/// perOutput(o) = number of i with A[o][i] != 0        perInput(i) = number of o with A[o][i] != 0
/// transposed convolution of n cells, kernel k, stride s, no padding, per axis:
/// perOutput(o) = max(0, min(n-1, floor(o/s)) - max(0, ceil((o-k+1)/s)) + 1)
/// ```
/// Uneven counts are the usual explanation of checkerboards, but only a hint: what a constant becomes is decided by the *weights*, see
/// {@link PhaseSums}. A weight that happens to be 0 is not counted.
///
/// Source: Odena, Dumoulin and Olah, "Deconvolution and checkerboard artifacts", Distill, 2016. Cost: one application of the operator's
/// reference per input element, so this is for small shapes. Notebook: `05-checkerboard.ipynb`.
public final class OverlapCount {
    private OverlapCount() { }

    /// Returns the number of inputs in every output, in the shape of the output.
    public static DoubleTensor perOutput(LinearOperator a) {
        DoubleTensor counts = DoubleTensor.zeros(a.outputShape());
        forEachColumn(a, (_, column) -> {
            for (int o = 0; o < column.length; o++) {
                if (column[o] != 0) counts.data()[o]++;
            }
        });
        return counts;
    }

    /// Returns the number of outputs of every input, in the shape of the input.
    public static DoubleTensor perInput(LinearOperator a) {
        DoubleTensor counts = DoubleTensor.zeros(a.inputShape());
        forEachColumn(a, (i, column) -> {
            for (double weight : column) {
                if (weight != 0) counts.data()[i]++;
            }
        });
        return counts;
    }

    private interface Visitor {
        void visit(int input, double[] column);
    }

    private static void forEachColumn(LinearOperator a, Visitor visitor) {
        LinearOperator.Reference reference = a.reference();
        for (int i = 0; i < a.inputShape().size(); i++) {
            Interrupts.check();
            DoubleTensor impulse = DoubleTensor.zeros(a.inputShape());
            impulse.data()[i] = 1;
            visitor.visit(i, reference.apply(impulse).data());
        }
    }
}
