package upsampling.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.Conv2d;
import upsampling.op.WeightedOperator;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link Conv2d} and `torch.conv2d`: strides, paddings, dilations, groups (depthwise as well), with and without bias.
///
/// Parameters: `perIn` and `perOut` are the channels of one group; `x` has `C = groups * perIn` channels unless a fault says otherwise.
final class ConvTwin implements Twin {
    /// Channels of a group of a large case.
    private static final int MOST_CHANNELS = 24;

    @Override
    public String name() {
        return "Conv2d";
    }

    @Override
    public Parameters legal(Draw draw) {
        Parameters channels = drawChannels(draw);
        return Windows.drawPicture(Windows.draw(channels, draw), draw);
    }

    /// Draws batch, groups, channels and whether there is a bias.
    static Parameters drawChannels(Draw draw) {
        int groups = draw.oneOf(1, 1, 1, 2, 3, 4);
        int perIn = draw.sizeOneOf(MOST_CHANNELS, 1, 1, 2, 3);
        int perOut = draw.sizeOneOf(MOST_CHANNELS, 1, 1, 2, 3);
        return Parameters.of().with("N", draw.between(1, 3)).with("C", groups * perIn).with("groups", groups).with("perIn", perIn).with("perOut", perOut)
                .with("weights", groups * perOut).with("bias", draw.onceIn(2) ? groups * perOut : 0);
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        return switch (draw.between(0, 7)) {
            case 0 -> Windows.tooLarge(p, draw);
            case 1 -> Windows.empty(p, draw);
            case 2 -> channels(p, draw);
            case 3 -> {
                int groups = -draw.between(0, 3);
                yield Fault.of("groups below 1", p.with("groups", groups), "groups", ">= 1", groups);
            }
            case 4 -> {
                int groups = draw.between(2, 5);
                int weights = groups * draw.between(0, 3) + draw.between(1, groups - 1);
                Parameters uneven = p.with("groups", groups).with("C", groups * p.get("perIn")).with("weights", weights).with("bias", 0);
                yield Fault.of("groups that do not divide the weight", uneven, "groups=" + groups, "divide", weights);
            }
            case 5 -> {
                int bias = p.get("weights") + draw.oneOf(1, 2, 5);
                yield Fault.of("bias of another size", p.with("bias", bias), "bias", "must be", bias, p.get("weights"));
            }
            default -> Windows.fault(p, draw);
        };
    }

    @Override
    public Optional<Fault> tooMany(Draw draw) {
        return Optional.of(Windows.tooMany(name(), legal(draw), draw));
    }

    /// Another number of input channels than the weight expects.
    static Fault channels(Parameters p, Draw draw) {
        int given = p.get("C") + draw.oneOf(1, 2, 3, 7);
        return Fault.of("channels that the weight does not expect", p.with("C", given), "expects " + p.get("C"), "has " + given);
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return arguments(p, new Argument("weight", p.get("weights"), p.get("perIn"), p.get("kH"), p.get("kW")));
    }

    static List<Argument> arguments(Parameters p, Argument weight) {
        List<Argument> arguments = new ArrayList<>(List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")), weight));
        if (p.is("bias")) arguments.add(new Argument("bias", 1, p.get("bias"), 1, 1));
        return arguments;
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        return computed(new Conv2d(Windows.geometry(p)), arguments);
    }

    static Computed computed(WeightedOperator conv, List<Tensor> arguments) {
        Tensor x = arguments.get(0);
        Tensor weight = arguments.get(1);
        Tensor y = arguments.size() == 3 ? conv.forward(x, weight, arguments.get(2)) : conv.forward(x, weight);
        return new Computed(y, gradOutput -> {
            List<Tensor> gradients = new ArrayList<>(List.of(conv.gradInput(gradOutput, weight, x.shape()), conv.gradWeight(gradOutput, x, weight.shape())));
            if (arguments.size() == 3) gradients.add(conv.gradBias(gradOutput));
            return gradients;
        });
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        return List.of(torch.conv2d(arguments.get(0), arguments.get(1), bias(arguments), Windows.pair(p, "s"), Windows.pair(p, "p"), Windows.pair(p, "d"),
                p.get("groups")));
    }

    static TensorOptional bias(List<org.bytedeco.pytorch.Tensor> arguments) {
        return arguments.size() == 3 ? new TensorOptional(arguments.get(2).flatten()) : new TensorOptional();
    }

    @Override
    public double[] terms(Parameters p, Shape y) {
        int taps = p.get("kH") * p.get("kW");
        int windows = y.n() * y.planeSize();
        return new double[] {p.get("perIn") * taps + 1, p.get("perOut") * taps, windows, windows};
    }
}
