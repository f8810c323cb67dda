package upsampling.bench;

import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.Axes;
import upsampling.op.FixedOperator;
import upsampling.op.ReduceMean;
import upsampling.op.ReduceSum;
import upsampling.tensor.Shape;

/// {@link ReduceSum} and `torch.sum`, or {@link ReduceMean} and `torch.mean`, along every choice of axes; they keep their axes, with size 1.
///
/// Parameter `axes`: four bits, 1 for `N`, 2 for `C`, 4 for `H`, 8 for `W`.
///
/// @param isMean whether the sum is divided
record ReduceTwin(boolean isMean) implements PictureTwin {
    private static final int ALL = 15;

    @Override
    public String name() {
        return isMean ? "ReduceMean" : "ReduceSum";
    }

    @Override
    public Parameters legal(Draw draw) {
        while (true) {
            Parameters p = PictureTwin.drawPicture(draw).with("axes", draw.between(0, ALL));
            if (!Differences.isLeftOut(name(), p)) return p;
        }
    }

    /// No choice of axes is wrong. What is left to reject is an empty picture.
    @Override
    public Fault illegal(Draw draw) {
        return Windows.empty(legal(draw), draw);
    }

    @Override
    public FixedOperator operator(Parameters p) {
        int bits = p.get("axes");
        Axes axes = new Axes((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);
        return isMean ? ReduceMean.over(axes) : ReduceSum.over(axes);
    }

    @Override
    public Tensor peer(Parameters p, Tensor x) {
        long[] axes = new long[Integer.bitCount(p.get("axes"))];
        int next = 0;
        for (int axis = 0; axis < 4; axis++) {
            if ((p.get("axes") >> axis & 1) != 0) axes[next++] = axis;
        }
        return isMean ? torch.mean(x, axes, true, new ScalarTypeOptional()) : torch.sum(x, axes, true, new ScalarTypeOptional());
    }

    @Override
    public double[] terms(Parameters p, Shape y) {
        return new double[] {p.get("N") * p.get("C") * p.get("H") * p.get("W") / y.size(), 1};
    }
}
