package upsampling.bench;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.ConvTranspose2d;
import upsampling.op.InsertionForm;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link ConvTranspose2d}, or its {@link InsertionForm}, and `torch.conv_transpose2d`: as {@link ConvTwin}, and output paddings.
///
/// Parameters: as in {@link ConvTwin}, but here `weights` counts the *input* channels of the weight, and `opH`, `opW` are the output paddings.
///
/// @param isInsertion whether ours is computed as zero insertion and a convolution
record ConvTransposeTwin(boolean isInsertion) implements Twin {
    @Override
    public String name() {
        return isInsertion ? "InsertionForm" : "ConvTranspose2d";
    }

    @Override
    public Parameters legal(Draw draw) {
        Parameters p = ConvTwin.drawChannels(draw);
        p = Windows.draw(p.with("weights", p.get("C")), draw);
        for (String axis : new String[] {"H", "W"}) {
            int most = Math.max(p.get("s" + axis), p.get("d" + axis)) - 1;
            int outputPadding = draw.onceIn(2) ? 0 : draw.between(0, most);
            // At least one cell is left: s*(in-1) - 2p + effective kernel + outputPadding >= 1.
            int least = 1 + Math.max(0, Math.ceilDiv(2 * p.get("p" + axis) - Windows.effective(p, axis) - outputPadding + 1, p.get("s" + axis)));
            p = p.with("op" + axis, outputPadding).with(axis, least + draw.sizeOneOf(Windows.MOST_CELLS, 0, 0, 1, 2, 3, 4, 5, 8));
        }
        return p;
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        String axis = draw.onceIn(2) ? "H" : "W";
        return switch (draw.between(0, 8)) {
            case 0 -> Windows.empty(p, draw);
            case 1 -> ConvTwin.channels(p, draw);
            case 2 -> {
                int groups = -draw.between(0, 3);
                yield Fault.of("groups below 1", p.with("groups", groups), "groups", ">= 1", groups);
            }
            case 3 -> {
                int groups = draw.between(2, 5);
                int weights = groups * draw.between(0, 3) + draw.between(1, groups - 1);
                Parameters uneven = p.with("groups", groups).with("C", weights).with("weights", weights).with("bias", 0);
                yield Fault.of("groups that do not divide the weight", uneven, "groups=" + groups, "divide", weights);
            }
            case 4 -> {
                int expected = p.get("groups") * p.get("perOut");
                int bias = expected + draw.oneOf(1, 2, 5);
                yield Fault.of("bias of another size", p.with("bias", bias), "bias", "must be", bias, expected);
            }
            case 5 -> {
                int most = Math.max(p.get("s" + axis), p.get("d" + axis)) - 1;
                int given = draw.onceIn(2) ? most + draw.between(1, 3) : -draw.between(1, 3);
                yield Fault.of(given < 0 ? "negative output padding" : "output padding not below stride or dilation", p.with("op" + axis, given),
                        "output padding", "0.." + most, given);
            }
            case 6 -> {
                int in = draw.between(1, 3);
                int kernel = draw.between(1, 3);
                int padding = (p.get("s" + axis) * (in - 1) + kernel) / 2 + draw.between(1, 3); // nothing is left
                Parameters empty = p.with(axis, in).with("k" + axis, kernel).with("d" + axis, 1).with("op" + axis, 0).with("p" + axis, padding);
                yield Fault.of("padding that removes everything", empty, axis.equals("H") ? "height" : "width", "would be", "padding=" + padding);
            }
            default -> {
                Fault fault = Windows.fault(p, draw);
                yield isDilationZero(fault.parameters()) ? new Fault(Differences.DILATION_ZERO, fault.parameters(), fault.words()) : fault;
            }
        };
    }

    @Override
    public Optional<Fault> tooMany(Draw draw) {
        Parameters p = Windows.longStrides(legal(draw), draw);
        if (draw.onceIn(2)) return Optional.of(Fault.tooMany(p, size(p, "H") + ", " + size(p, "W")));
        Parameters longer = p.with("sH", draw.between(1 << 30, Integer.MAX_VALUE));
        return Optional.of(Fault.tooMany(longer, name(), "output height", size(longer, "H")));
    }

    private static long size(Parameters p, String axis) {
        return p.get("s" + axis) * (p.get(axis) - 1L) - 2L * p.get("p" + axis) + Windows.effective(p, axis) + p.get("op" + axis);
    }

    private static boolean isDilationZero(Parameters p) {
        return p.get("dH") == 0 || p.get("dW") == 0;
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return ConvTwin.arguments(p, new Argument("weight", p.get("weights"), p.get("perOut"), p.get("kH"), p.get("kW")));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        ConvTranspose2d conv = new ConvTranspose2d(Windows.geometry(p), p.get("opH"), p.get("opW"));
        return ConvTwin.computed(isInsertion ? new InsertionForm(conv) : conv, arguments);
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        return List.of(torch.conv_transpose2d(arguments.get(0), arguments.get(1), ConvTwin.bias(arguments), Windows.pair(p, "s"), Windows.pair(p, "p"),
                Windows.pair(p, "op"), p.get("groups"), Windows.pair(p, "d")));
    }

    @Override
    public double[] terms(Parameters p, Shape y) {
        int taps = p.get("kH") * p.get("kW");
        return new double[] {p.get("perIn") * taps + 1, p.get("perOut") * taps, p.get("N") * p.get("H") * p.get("W"), y.n() * y.planeSize()};
    }
}
