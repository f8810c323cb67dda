package upsampling.bench;

import java.util.List;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.ChannelOrder;
import upsampling.op.FixedOperator;
import upsampling.op.PixelShuffle;
import upsampling.op.PixelUnshuffle;
import upsampling.tensor.Tensor;

/// {@link PixelShuffle} and `torch.pixel_shuffle`, or the two inverses; in the order DCR, which PyTorch has no operator for, with `reshape` and `transpose`.
///
/// Parameter `order` counts {@link ChannelOrder}.
///
/// @param isShuffle whether channels become cells
record PixelTwin(boolean isShuffle) implements Twin {
    @Override
    public String name() {
        return isShuffle ? "PixelShuffle" : "PixelUnshuffle";
    }

    @Override
    public Parameters legal(Draw draw) {
        int factor = draw.oneOf(1, 2, 2, 3, 4, 5);
        int inDepth = isShuffle ? factor * factor : 1;
        int inPlane = isShuffle ? 1 : factor;
        return Parameters.of().with("N", draw.between(1, 3)).with("C", inDepth * draw.between(1, 3))
                .with("H", inPlane * draw.sizeOneOf(Windows.MOST_CELLS, 1, 2, 3, 4, 5, 6)).with("W", inPlane * draw.sizeOneOf(Windows.MOST_CELLS, 1, 2, 3, 4, 5, 6))
                .with("factor", factor).with("order", draw.between(0, 1));
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        String word = isShuffle ? "upscaleFactor" : "downscaleFactor";
        if (draw.onceIn(3)) {
            int factor = -draw.between(0, 3);
            return Fault.of("factor below 1", p.with("factor", factor), word, ">= 1", factor);
        }
        if (draw.onceIn(4)) {
            int factor = draw.between(46_341, Integer.MAX_VALUE);
            return Fault.of("factor whose square is no int", p.with("factor", factor), word + "^2", (long) factor * factor, "at most " + Integer.MAX_VALUE);
        }
        int factor = draw.between(2, 5);
        if (isShuffle) {
            int channels = factor * factor * draw.between(0, 2) + draw.between(1, factor * factor - 1);
            return Fault.of("channels that the squared factor does not divide", p.with("factor", factor).with("C", channels), word,
                    channels + " channels", "does not divide", factor * factor);
        }
        String axis = draw.onceIn(2) ? "H" : "W";
        int in = factor * draw.between(0, 3) + draw.between(1, factor - 1);
        Parameters uneven = p.with("factor", factor).with("H", factor).with("W", factor).with(axis, in);
        return Fault.of("size that the factor does not divide", uneven, axis.equals("H") ? "height" : "width", in, "divisible", word + " = " + factor);
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        ChannelOrder order = ChannelOrder.values()[p.get("order")];
        FixedOperator operator = isShuffle ? PixelShuffle.of(p.get("factor")).withOrder(order) : PixelUnshuffle.of(p.get("factor")).withOrder(order);
        Tensor x = arguments.getFirst();
        return new Computed(operator.forward(x), g -> List.of(operator.backward(g, x.shape())));
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        int factor = p.get("factor");
        // DCR, where the factor was checked by the operator that knows CRD: axes are split, change places and are joined.
        if (isShuffle && isDcr(p)) return List.of(torch.pixel_shuffle(channelsFirst(arguments.getFirst(), factor), factor));
        if (isDcr(p)) return List.of(channelsLast(torch.pixel_unshuffle(arguments.getFirst(), factor), factor));
        return List.of(isShuffle ? torch.pixel_shuffle(arguments.getFirst(), factor) : torch.pixel_unshuffle(arguments.getFirst(), factor));
    }

    private static boolean isDcr(Parameters p) {
        return p.get("order") == ChannelOrder.DCR.ordinal();
    }

    /// From channels `(a*r + b)*C + c` to channels `(c*r + a)*r + b`, unless the squared factor does not divide them.
    private static org.bytedeco.pytorch.Tensor channelsFirst(org.bytedeco.pytorch.Tensor x, int r) {
        if (r < 1 || x.size(1) % ((long) r * r) != 0) return x;
        return x.reshape(x.size(0), (long) r * r, x.size(1) / r / r, x.size(2), x.size(3)).transpose(1, 2).flatten(1, 2);
    }

    /// From channels `(c*r + a)*r + b` to channels `(a*r + b)*C + c`.
    private static org.bytedeco.pytorch.Tensor channelsLast(org.bytedeco.pytorch.Tensor x, int r) {
        return x.reshape(x.size(0), x.size(1) / r / r, (long) r * r, x.size(2), x.size(3)).transpose(1, 2).flatten(1, 2);
    }

    @Override
    public Bound bound(Parameters p) {
        return Bound.EQUAL;
    }
}
