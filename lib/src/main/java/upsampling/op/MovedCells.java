package upsampling.op;

import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;

/// The reference of an operator that only moves cells: every cell of the result is a copy of one cell, or 0.
///
/// ```
/// forward     y[n,c,h,w] = x[source(n,c,h,w)]                 0 if there is no source
/// backward    gradInput[source(n,c,h,w)] += gradOutput[n,c,h,w]
/// ```
interface MovedCells extends FixedOperator.Reference {
    /// Returns the shape of the result.
    Shape outputShape(Shape in);

    /// Returns the index in `x` of the cell that is copied to `[n, c, h, w]`; -1 for 0.
    int source(Shape in, Shape out, int n, int c, int h, int w);

    @Override
    default DoubleTensor forward(DoubleTensor x) {
        DoubleTensor y = DoubleTensor.zeros(outputShape(x.shape()));
        each(x.shape(), y.shape(), (from, to) -> y.data()[to] = x.data()[from]);
        return y;
    }

    @Override
    default DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
        DoubleTensor gradInput = DoubleTensor.zeros(in);
        each(in, gradOutput.shape(), (from, to) -> gradInput.data()[from] += gradOutput.data()[to]);
        return gradInput;
    }

    private void each(Shape in, Shape out, Move move) {
        for (int n = 0; n < out.n(); n++) {
            for (int c = 0; c < out.c(); c++) {
                for (int h = 0; h < out.h(); h++) {
                    Interrupts.check();
                    for (int w = 0; w < out.w(); w++) {
                        int from = source(in, out, n, c, h, w);
                        if (from >= 0) move.at(from, out.index(n, c, h, w));
                    }
                }
            }
        }
    }

    /// What happens to one pair of cells.
    interface Move {
        /// @param from index of a cell of the input
        /// @param to index of its copy in the result
        void at(int from, int to);
    }
}
