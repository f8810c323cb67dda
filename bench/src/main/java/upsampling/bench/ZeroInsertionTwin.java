package upsampling.bench;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.FixedOperator;
import upsampling.op.ZeroInsertion;

/// {@link ZeroInsertion} and `torch.conv_transpose2d` with a kernel of one cell, which is 1, channel by channel.
///
/// Parameters: `extraH` and `extraW` are the zeros at the end, PyTorch's output padding.
final class ZeroInsertionTwin implements PictureTwin {
    @Override
    public String name() {
        return "ZeroInsertion";
    }

    @Override
    public Parameters legal(Draw draw) {
        Parameters p = PictureTwin.drawPicture(draw);
        for (String axis : new String[] {"H", "W"}) {
            int stride = draw.between(1, 5);
            p = p.with("s" + axis, stride).with("extra" + axis, draw.between(0, stride - 1));
        }
        return p;
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        String axis = draw.onceIn(2) ? "H" : "W";
        if (draw.onceIn(4)) return Windows.empty(p, draw);
        if (draw.onceIn(2)) {
            int below = -draw.between(0, 3);
            String name = axis.equals("H") ? "strideHeight" : "strideWidth";
            return Fault.of("stride below 1", p.with("s" + axis, below).with("extra" + axis, 0), name, ">= 1", below);
        }
        int stride = p.get("s" + axis);
        int least = stride * (p.get(axis) - 1) + 1;
        int extra = stride + draw.between(0, 3);
        return Fault.of("size that the stride does not round down", p.with("extra" + axis, extra), axis.equals("H") ? "height" : "width",
                least + ".." + (least + stride - 1), least + extra);
    }

    @Override
    public Optional<Fault> tooMany(Draw draw) {
        Parameters p = legal(draw).with("H", draw.between(3, 5)).with("W", draw.between(3, 5)).with("extraH", 0).with("extraW", 0)
                .with("sH", draw.between(1 << 15, 1 << 16)).with("sW", draw.between(1 << 15, 1 << 16));
        if (draw.onceIn(2)) return Optional.of(Fault.tooMany(p, size(p, "H") + ", " + size(p, "W")));
        Parameters longer = p.with("sH", draw.between(1 << 30, Integer.MAX_VALUE));
        return Optional.of(Fault.tooMany(longer, "ZeroInsertion", "output height", longer.get("sH") * (p.get("H") - 1L) + 1));
    }

    private static int size(Parameters p, String axis) {
        return p.get("s" + axis) * (p.get(axis) - 1) + 1 + p.get("extra" + axis);
    }

    @Override
    public FixedOperator operator(Parameters p) {
        ZeroInsertion smallest = ZeroInsertion.of(p.get("sH"), p.get("sW"));
        return p.is("extraH") || p.is("extraW") ? smallest.withOutputSize(size(p, "H"), size(p, "W")) : smallest;
    }

    @Override
    public Tensor peer(Parameters p, Tensor x) {
        Tensor one = torch.ones(p.get("C"), 1, 1, 1).to(x.scalar_type());
        return torch.conv_transpose2d(x, one, new TensorOptional(), Windows.pair(p, "s"), Libtorch.longs(0, 0), Windows.pair(p, "extra"), p.get("C"),
                Libtorch.longs(1, 1));
    }

    @Override
    public Bound bound(Parameters p) {
        return Bound.EQUAL;
    }
}
