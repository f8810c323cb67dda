package upsampling.bench;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.SoftArgmax;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link SoftArgmax} and its formula in PyTorch: a softmax over each plane, and the means of rows and columns under it.
final class SoftArgmaxTwin implements Twin {
    @Override
    public String name() {
        return "SoftArgmax";
    }

    @Override
    public Parameters legal(Draw draw) {
        return PictureTwin.drawPicture(draw).with("beta", draw.onceIn(2) ? draw.between(1, 20) : 0.01 + 5 * draw.fraction());
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        if (draw.onceIn(2)) return Windows.empty(p, draw);
        double given = -draw.between(0, 5);
        return Fault.of(Differences.BETA_NOT_POSITIVE, p.with("beta", given), "beta", "> 0", given);
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        SoftArgmax operator = SoftArgmax.of(p.fraction("beta"));
        Tensor x = arguments.getFirst();
        return new Computed(operator.forward(x), g -> List.of(operator.backward(g, x)));
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        org.bytedeco.pytorch.Tensor x = arguments.getFirst();
        org.bytedeco.pytorch.Tensor sharp = torch.mul(x.flatten(2, 3), new Scalar((float) p.fraction("beta"))); // ours is a float as well
        org.bytedeco.pytorch.Tensor weights = torch.softmax(sharp, 2).reshape(p.get("N"), p.get("C"), p.get("H"), p.get("W"));
        org.bytedeco.pytorch.Tensor row = torch.mul(weights, places(x, p.get("H"), 1)).sum(2, 3);
        org.bytedeco.pytorch.Tensor column = torch.mul(weights, places(x, 1, p.get("W"))).sum(2, 3);
        return List.of(torch.stack(new TensorVector(row, column), 2).unsqueeze(2));
    }

    /// `0, 1, 2, ...` along the axis that is not 1.
    private static org.bytedeco.pytorch.Tensor places(org.bytedeco.pytorch.Tensor x, int height, int width) {
        double[] places = new double[height * width];
        for (int i = 0; i < places.length; i++) places[i] = i;
        return Libtorch.like(x, new int[] {1, 1, height, width}, places);
    }

    @Override
    public Bound bound(Parameters p) {
        return Bound.LARGEST_SUM;
    }

    /// A place is a mean of at most `H + W` with weights whose exponents are rounded, up to `2 * beta` of them; its gradient is `beta` times as large.
    @Override
    public double[] terms(Parameters p, Shape y) {
        double largest = (p.get("H") + p.get("W")) * (1 + 2 * p.fraction("beta"));
        return new double[] {largest * largest, Math.pow(largest * p.fraction("beta"), 2)};
    }
}
