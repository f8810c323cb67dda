package upsampling.bench;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.Blur;
import upsampling.op.BlurPool;
import upsampling.op.FixedOperator;
import upsampling.tensor.Border;
import upsampling.tensor.Shape;

/// {@link Blur} or {@link BlurPool} and what they are in PyTorch: a padding, then a convolution of each channel with one fixed kernel.
///
/// Parameters: `taps` weights, drawn from `shuffle`, `origin` among them; `border` counts {@link Border}.
///
/// @param isPool whether the kernel is binomial and the border mirrored
record BlurTwin(boolean isPool) implements PictureTwin {
    @Override
    public String name() {
        return isPool ? "BlurPool" : "Blur";
    }

    @Override
    public Parameters legal(Draw draw) {
        while (true) {
            int taps = draw.between(1, 6);
            Parameters p = PictureTwin.drawPicture(draw).with("taps", taps).with("stride", draw.between(1, 4));
            if (!isPool) p = p.with("origin", draw.between(0, taps - 1)).with("border", draw.between(0, 3)).with("shuffle", draw.between(0, 1 << 20));
            int longest = Math.max(origin(p), taps - 1 - origin(p));
            int shortest = Math.min(p.get("H"), p.get("W"));
            Border border = border(p);
            boolean isLongEnough = border == Border.REFLECT ? longest < shortest : border != Border.CIRCULAR || longest <= shortest;
            if (isLongEnough) return p;
        }
    }

    private int origin(Parameters p) {
        return isPool ? (p.get("taps") - 1) / 2 : p.get("origin");
    }

    private Border border(Parameters p) {
        return isPool ? Border.REFLECT : Border.values()[p.get("border")];
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        if (draw.onceIn(4)) return Windows.empty(p, draw);
        if (draw.onceIn(2)) {
            int below = -draw.between(0, 3);
            return Fault.of("stride below 1", p.with("stride", below), "stride", ">= 1", below);
        }
        int taps = draw.between(3, 7);
        int after = taps - 1 - (taps - 1) / 2;
        int width = draw.between(1, after); // a mirror needs one more cell than it shows
        Parameters small = p.with("taps", taps).with("H", 8).with("W", width);
        if (!isPool) small = small.with("border", Border.REFLECT.ordinal()).with("origin", (taps - 1) / 2);
        String side = (taps - 1) / 2 >= width ? "taps on the left" : "taps on the right";
        return Fault.of("kernel that reaches beyond the mirror", small, "REFLECT", side, "at most " + (width - 1), "width " + width);
    }

    private static double[] kernel(Parameters p) {
        double[] kernel = new double[p.get("taps")];
        Draw draw = Draw.of(p.get("shuffle"), "kernel", 0);
        for (int t = 0; t < kernel.length; t++) kernel[t] = draw.value();
        return kernel;
    }

    @Override
    public FixedOperator operator(Parameters p) {
        return isPool ? BlurPool.of(p.get("stride"), p.get("taps")) : new Blur(kernel(p), p.get("origin"), p.get("stride"), border(p));
    }

    /// Pascal's triangle, number by number.
    private static double[] binomial(int taps) {
        double[] kernel = new double[taps];
        double choices = 1;
        for (int t = 0; t < taps; t++) {
            kernel[t] = choices / (1 << taps - 1);
            choices = choices * (taps - 1 - t) / (t + 1);
        }
        return kernel;
    }

    @Override
    public Tensor peer(Parameters p, Tensor x) {
        int taps = p.get("taps");
        Tensor kernel = Libtorch.like(x, new int[] {taps}, isPool ? binomial(taps) : kernel(p));
        return filtered(x, torch.outer(kernel, kernel), origin(p), taps - 1 - origin(p), p.get("stride"), border(p));
    }

    /// Pads a picture and convolves each of its channels with a kernel.
    static Tensor filtered(Tensor x, Tensor kernel, int before, int after, int stride, Border border) {
        Tensor padded = torch.pad(x, Libtorch.longs(before, after, before, after), PadTwin.mode(border), new DoubleOptional());
        long channels = x.size(1);
        Tensor weight = kernel.unsqueeze(0).unsqueeze(0).expand(channels, 1, kernel.size(0), kernel.size(1));
        return torch.conv2d(padded, weight, new TensorOptional(), Libtorch.longs(stride, stride), Libtorch.longs(0, 0), Libtorch.longs(1, 1), channels);
    }

    /// A kernel that was drawn has negative weights.
    @Override
    public Bound bound(Parameters p) {
        return Bound.LARGEST_SUM;
    }

    /// A cell at the border may be seen by all taps of all windows there.
    @Override
    public double[] terms(Parameters p, Shape y) {
        double sum = 0;
        for (double weight : isPool ? binomial(p.get("taps")) : kernel(p)) sum += Math.abs(weight);
        double taps = p.get("taps");
        double size = 2 * taps * Math.pow(sum, 4);
        return new double[] {size, size * Math.pow(taps, 4)};
    }
}
