package upsampling.bench;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.Crop;
import upsampling.op.FixedOperator;
import upsampling.op.MatchToSize;

/// {@link Crop} and two calls of `narrow`, or {@link MatchToSize} and `torch.constant_pad_nd`, whose negative paddings crop.
///
/// Parameters: `topH` and `topW` are the first row and column (of a crop), `outH` and `outW` the wanted sizes.
///
/// @param isMatch whether the box lies in the middle, and may be larger than the picture
record CropTwin(boolean isMatch) implements PictureTwin {
    @Override
    public String name() {
        return isMatch ? "MatchToSize" : "Crop";
    }

    @Override
    public Parameters legal(Draw draw) {
        Parameters p = PictureTwin.drawPicture(draw);
        for (String axis : new String[] {"H", "W"}) {
            int in = p.get(axis);
            int out = isMatch ? draw.between(1, 2 * in + 1) : draw.between(1, in);
            p = p.with("out" + axis, out);
            if (!isMatch) p = p.with("top" + axis, draw.between(0, in - out));
        }
        return p;
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        String axis = draw.onceIn(2) ? "H" : "W";
        String size = axis.equals("H") ? "height" : "width";
        if (draw.onceIn(4)) return Windows.empty(p, draw);
        if (isMatch || draw.onceIn(3)) {
            int given = -draw.between(0, 3);
            if (given == 0) return Fault.of(Differences.EMPTY_RESULT, p.with("out" + axis, 0), size, ">= 1", 0);
            return Fault.of("negative size", p.with("out" + axis, given), size, ">= 1", given);
        }
        String first = axis.equals("H") ? "top" : "left";
        if (draw.onceIn(3)) {
            int given = -draw.between(1, p.get(axis));
            return Fault.of(Differences.NEGATIVE_START, p.with("top" + axis, given), first, ">= 0", given);
        }
        int given = p.get(axis) - p.get("out" + axis) + draw.between(1, 3);
        return Fault.of("box that ends outside the picture", p.with("top" + axis, given), first + " + " + size, "at most", p.get(axis),
                given + " + " + p.get("out" + axis));
    }

    @Override
    public Optional<Fault> tooMany(Draw draw) {
        if (!isMatch) return Optional.empty();
        Parameters p = legal(draw).with("outH", draw.between(1 << 16, 1 << 18)).with("outW", draw.between(1 << 16, 1 << 18));
        return Optional.of(Fault.tooMany(p, p.get("outH") + ", " + p.get("outW")));
    }

    @Override
    public FixedOperator operator(Parameters p) {
        return isMatch ? MatchToSize.of(p.get("outH"), p.get("outW")) : Crop.of(p.get("topH"), p.get("topW"), p.get("outH"), p.get("outW"));
    }

    @Override
    public Tensor peer(Parameters p, Tensor x) {
        if (!isMatch) return x.narrow(2, p.get("topH"), p.get("outH")).narrow(3, p.get("topW"), p.get("outW"));
        return torch.constant_pad_nd(x, before(p, "W"), after(p, "W"), before(p, "H"), after(p, "H"));
    }

    /// Half of what is added or cut off, rounded down; the other half is the larger one.
    private static long before(Parameters p, String axis) {
        int added = p.get("out" + axis) - p.get(axis);
        return added >= 0 ? Math.floorDiv(added, 2) : -Math.floorDiv(-added, 2);
    }

    private static long after(Parameters p, String axis) {
        return p.get("out" + axis) - p.get(axis) - before(p, axis);
    }

    @Override
    public Bound bound(Parameters p) {
        return Bound.EQUAL;
    }
}
