package upsampling.bench;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.FixedOperator;
import upsampling.op.Pad;
import upsampling.tensor.Border;
import upsampling.tensor.Shape;

/// {@link Pad} and PyTorch's `pad`: every border, another number of cells on every side, negative ones too.
///
/// Parameters: `border` counts {@link Border}; `beforeH` is the top, `afterH` the bottom, `beforeW` the left, `afterW` the right.
final class PadTwin implements PictureTwin {
    @Override
    public String name() {
        return "Pad";
    }

    @Override
    public Parameters legal(Draw draw) {
        while (true) {
            int border = draw.between(0, Border.values().length - 1);
            Parameters p = PictureTwin.drawPicture(draw).with("border", border);
            boolean isLeft = true;
            for (String axis : new String[] {"H", "W"}) {
                int most = most(border, p.get(axis));
                int least = draw.onceIn(3) ? -3 : 0;
                p = p.with("before" + axis, draw.between(least, Math.min(most, 5))).with("after" + axis, draw.between(least, Math.min(most, 5)));
                isLeft &= out(p, axis) >= 1;
            }
            if (isLeft && !Differences.isLeftOut(name(), p)) return p;
        }
    }

    /// How many cells a border can add on one side of an axis.
    private static int most(int border, int in) {
        return switch (Border.values()[border]) {
            case ZERO, REPLICATE -> Integer.MAX_VALUE;
            case REFLECT -> in - 1;
            case CIRCULAR -> in;
        };
    }

    private static int out(Parameters p, String axis) {
        return p.get(axis) + p.get("before" + axis) + p.get("after" + axis);
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        String axis = draw.onceIn(2) ? "H" : "W";
        String size = axis.equals("H") ? "height" : "width";
        boolean isBefore = draw.onceIn(2);
        String side = (isBefore ? "before" : "after") + axis;
        if (draw.onceIn(4)) return Windows.empty(p, draw);
        if (draw.onceIn(2)) {
            int removed = -p.get(axis) - draw.between(0, 2);
            Parameters none = p.with("before" + axis, 0).with("after" + axis, 0).with(side, removed);
            int out = out(none, axis);
            return Fault.of(out == 0 ? Differences.EMPTY_RESULT : "more cells removed than there are", none, "output " + size, "would be " + out, removed);
        }
        Border border = draw.onceIn(2) ? Border.REFLECT : Border.CIRCULAR;
        int most = most(border.ordinal(), p.get(axis));
        int given = most + draw.between(1, 4);
        Parameters small = p.with("border", border.ordinal());
        for (String each : new String[] {"beforeH", "afterH", "beforeW", "afterW"}) small = small.with(each, 0);
        String name = axis.equals("H") ? isBefore ? "top" : "bottom" : isBefore ? "left" : "right";
        return Fault.of("more cells than the border can give", small.with(side, given), border, name, "at most " + most, given);
    }

    @Override
    public Optional<Fault> tooMany(Draw draw) {
        Parameters p = legal(draw).with("border", draw.oneOf(Border.ZERO.ordinal(), Border.REPLICATE.ordinal()));
        for (String side : new String[] {"beforeH", "afterH", "beforeW", "afterW"}) p = p.with(side, draw.between(1 << 15, 1 << 16));
        if (draw.onceIn(2)) return Optional.of(Fault.tooMany(p, out(p, "H") + ", " + out(p, "W")));
        int half = draw.between(1 << 30, Integer.MAX_VALUE);
        Parameters longer = p.with("beforeH", half).with("afterH", half);
        return Optional.of(Fault.tooMany(longer, "Pad", "output height", 2L * half + p.get("H")));
    }

    @Override
    public FixedOperator operator(Parameters p) {
        return Pad.of(p.get("beforeH"), p.get("afterH"), p.get("beforeW"), p.get("afterW")).withBorder(Border.values()[p.get("border")]);
    }

    @Override
    public Tensor peer(Parameters p, Tensor x) {
        long[] sides = Libtorch.longs(p.get("beforeW"), p.get("afterW"), p.get("beforeH"), p.get("afterH"));
        return torch.pad(x, sides, mode(Border.values()[p.get("border")]), new DoubleOptional());
    }

    /// Returns PyTorch's name of a border.
    static String mode(Border border) {
        return border == Border.ZERO ? "constant" : border.name().toLowerCase(Locale.ROOT);
    }

    /// A cell is copied; its gradient is the sum over its copies.
    @Override
    public double[] terms(Parameters p, Shape y) {
        return new double[] {1, y.planeSize()};
    }
}
