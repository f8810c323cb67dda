package upsampling.bench;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.FixedOperator;
import upsampling.op.GlobalAvgPool2d;
import upsampling.tensor.Shape;

/// {@link GlobalAvgPool2d} and `torch.adaptive_avg_pool2d` to one cell.
final class GlobalAvgPoolTwin implements PictureTwin {
    @Override
    public String name() {
        return "GlobalAvgPool2d";
    }

    @Override
    public Parameters legal(Draw draw) {
        return PictureTwin.drawPicture(draw);
    }

    @Override
    public Fault illegal(Draw draw) {
        return Windows.empty(legal(draw), draw);
    }

    @Override
    public FixedOperator operator(Parameters p) {
        return GlobalAvgPool2d.of();
    }

    @Override
    public Tensor peer(Parameters p, Tensor x) {
        return torch.adaptive_avg_pool2d(x, 1, 1);
    }

    @Override
    public double[] terms(Parameters p, Shape y) {
        return new double[] {p.get("H") * p.get("W"), 1};
    }
}
