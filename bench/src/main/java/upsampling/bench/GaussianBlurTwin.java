package upsampling.bench;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.GaussianBlur;
import upsampling.tensor.Border;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link GaussianBlur} and its formula in PyTorch: the kernel from `logSigma`, then what {@link BlurTwin} does. The gradient of `logSigma` is PyTorch's.
///
/// Parameters: `border` counts {@link Border}; `wrong` is the number of values of `logSigma`, 1 unless it is the fault.
final class GaussianBlurTwin implements Twin {
    @Override
    public String name() {
        return "GaussianBlur";
    }

    @Override
    public Parameters legal(Draw draw) {
        while (true) {
            Parameters p = PictureTwin.drawPicture(draw).with("radius", draw.between(0, 4)).with("border", draw.between(0, 3)).with("wrong", 1);
            int shortest = Math.min(p.get("H"), p.get("W"));
            Border border = Border.values()[p.get("border")];
            boolean isLongEnough = border == Border.REFLECT ? p.get("radius") < shortest : border != Border.CIRCULAR || p.get("radius") <= shortest;
            if (isLongEnough) return p;
        }
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        if (draw.onceIn(4)) return Windows.empty(p, draw);
        if (draw.onceIn(3)) {
            int given = draw.between(2, 5);
            return Fault.of("several widths", p.with("wrong", given), "shape of logSigma", "must be [1, 1, 1, 1", "%d, 1, 1, 1".formatted(given));
        }
        if (draw.onceIn(2)) {
            int given = -draw.between(1, 3);
            return Fault.of("negative radius", p.with("radius", given), "radius", ">= 0", given);
        }
        int radius = draw.between(1, 5);
        int width = draw.between(1, radius);
        Parameters narrow = p.with("radius", radius).with("H", 8).with("W", width).with("border", Border.REFLECT.ordinal());
        return Fault.of("radius that reaches beyond the mirror", narrow, "REFLECT", "at most " + (width - 1), "width " + width, radius);
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")), new Argument("logSigma", p.get("wrong"), 1, 1, 1));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        GaussianBlur blur = GaussianBlur.of(p.get("radius")).withBorder(Border.values()[p.get("border")]);
        Tensor x = arguments.get(0);
        Tensor logSigma = arguments.get(1);
        return new Computed(blur.forward(x, logSigma), g -> List.of(blur.gradInput(g, logSigma), blur.gradLogSigma(g, x, logSigma)));
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        org.bytedeco.pytorch.Tensor x = arguments.get(0);
        int radius = p.get("radius");
        double[] squares = new double[2 * radius + 1];
        for (int t = 0; t < squares.length; t++) squares[t] = -(t - radius) * (t - radius) / 2.0;
        org.bytedeco.pytorch.Tensor precision = torch.exp(torch.mul(arguments.get(1).reshape(1), new Scalar(-2.0))); // 1 / sigma^2
        org.bytedeco.pytorch.Tensor curve = torch.exp(torch.mul(Libtorch.like(x, new int[] {squares.length}, squares), precision));
        org.bytedeco.pytorch.Tensor kernel = curve.div(curve.sum());
        return List.of(BlurTwin.filtered(x, torch.outer(kernel, kernel), radius, radius, 1, Border.values()[p.get("border")]));
    }

    @Override
    public Bound bound(Parameters p) {
        return Bound.LARGEST_SUM;
    }

    /// The weights of an axis add up to 1; at the border, a cell is seen by up to `radius` more windows. Their absolute slopes add up to 2 at most, since the
    /// variance of the weights is at most `sigma^2`, and there are two axes.
    @Override
    public double[] terms(Parameters p, Shape y) {
        double taps = 2 * p.get("radius") + 1;
        return new double[] {2 * taps, 2 * taps * Math.pow(1 + p.get("radius"), 4), y.size() * Math.pow(4.0 * y.size(), 2)};
    }
}
