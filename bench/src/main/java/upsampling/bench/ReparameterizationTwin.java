package upsampling.bench;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.Reparameterization;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link Reparameterization} and its formula in PyTorch, which has no operator for it.
///
/// Parameters: the noise is drawn from `shuffle`; `varianceW` and `noiseW` are the columns of log-variance and noise, which are `W` unless a fault says otherwise.
final class ReparameterizationTwin implements Twin {
    @Override
    public String name() {
        return "Reparameterization";
    }

    @Override
    public Parameters legal(Draw draw) {
        int width = draw.between(1, 9);
        return Parameters.of().with("N", draw.between(1, 3)).with("C", draw.between(1, 3)).with("H", draw.between(1, 9)).with("W", width)
                .with("varianceW", width).with("noiseW", width).with("shuffle", draw.between(0, 1 << 20));
    }

    /// Another width, where neither is 1: that would be repeated by PyTorch's arithmetic.
    @Override
    public Fault illegal(Draw draw) {
        if (draw.onceIn(4)) {
            Fault empty = Windows.empty(legal(draw), draw);
            int width = empty.parameters().get("W");
            return new Fault(empty.kind(), empty.parameters().with("varianceW", width).with("noiseW", width), empty.words());
        }
        boolean isNoise = draw.onceIn(2);
        int width = draw.between(2, 9);
        int given = width + draw.between(1, 5);
        Parameters p = legal(draw).with("W", width).with("varianceW", isNoise ? width : given).with("noiseW", isNoise ? given : width);
        return Fault.of(isNoise ? "noise of another shape" : "log-variance of another shape", p, "shape of " + (isNoise ? "noise" : "logVariance"), "must be",
                "%d, %d, %d, %d".formatted(p.get("N"), p.get("C"), p.get("H"), given));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("mu", p.get("N"), p.get("C"), p.get("H"), p.get("W")),
                new Argument("logVariance", p.get("N"), p.get("C"), p.get("H"), p.get("varianceW")));
    }

    private static float[] noise(Parameters p) {
        Draw draw = Draw.of(p.get("shuffle"), "noise", 0);
        float[] noise = new float[p.get("N") * p.get("C") * p.get("H") * p.get("noiseW")];
        for (int i = 0; i < noise.length; i++) noise[i] = 2 * draw.value();
        return noise;
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        Tensor noise = Tensor.of(Shape.of(p.get("N"), p.get("C"), p.get("H"), p.get("noiseW")), noise(p)).to(arguments.getFirst().backend());
        return PairTwins.computed(Reparameterization.of(noise), arguments);
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        float[] floats = noise(p);
        double[] values = new double[floats.length];
        for (int i = 0; i < values.length; i++) values[i] = floats[i];
        org.bytedeco.pytorch.Tensor mu = arguments.get(0);
        org.bytedeco.pytorch.Tensor noise = Libtorch.like(mu, new int[] {p.get("N"), p.get("C"), p.get("H"), p.get("noiseW")}, values);
        org.bytedeco.pytorch.Tensor sigma = torch.exp(torch.mul(arguments.get(1), new Scalar(0.5)));
        return List.of(torch.add(mu, torch.mul(sigma, noise)));
    }

    @Override
    public Bound bound(Parameters p) {
        return Bound.ROUNDINGS;
    }
}
