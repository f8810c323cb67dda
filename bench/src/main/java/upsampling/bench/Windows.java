package upsampling.bench;

import java.util.Locale;
import upsampling.tensor.Geometry;
import upsampling.tensor.Window;

/// Draws windows and pictures on which they fit, for all operators with a window.
///
/// The sizes that fit are written here once more, on purpose: a generator that asked our own shape rule could not find a mistake in it.
final class Windows {
    /// Rows and columns of a large picture beyond the smallest that fits.
    static final int MOST_CELLS = 60;

    private Windows() { }

    /// Draws kernel, stride, padding and dilation of both axes. A stride may be larger than the kernel.
    static Parameters draw(Parameters p, Draw draw) {
        Parameters with = p;
        for (String axis : new String[] {"H", "W"}) {
            with = with.with("k" + axis, draw.oneOf(1, 2, 2, 3, 3, 4, 5, 7)).with("s" + axis, draw.oneOf(1, 1, 2, 2, 3, 4))
                    .with("p" + axis, draw.oneOf(0, 0, 1, 1, 2, 3, 4)).with("d" + axis, draw.oneOf(1, 1, 1, 2, 3));
        }
        return with;
    }

    /// Draws a picture on which the windows fit: `in + 2*padding >= effective kernel`. Often it is as small as can be, so that the kernel is larger
    /// than the picture and everything rests on the padding.
    static Parameters drawPicture(Parameters p, Draw draw) {
        Parameters with = p;
        for (String axis : new String[] {"H", "W"}) {
            int least = Math.max(1, effective(p, axis) - 2 * p.get("p" + axis));
            with = with.with(axis, least + draw.sizeOneOf(MOST_CELLS, 0, 0, 1, 2, 3, 4, 5, 8));
        }
        return with;
    }

    /// Returns on how many places a window can lie, counted one by one.
    ///
    /// @param isCeil whether a last window counts that ends beyond the padding, if it starts before the end of the picture and its left padding
    static int count(Parameters p, String axis, boolean isCeil) {
        int end = p.get(axis) + 2 * p.get("p" + axis); // in cells of the padded picture
        int slack = isCeil ? p.get("s" + axis) - 1 : 0;
        int count = 0;
        for (int start = 0; start + effective(p, axis) <= end + slack; start += p.get("s" + axis)) {
            if (count == 0 || !isCeil || start < p.get(axis) + p.get("p" + axis)) count++;
        }
        return count;
    }

    /// Returns whether each window sees a cell of the picture, tried one by one. A dilated window may jump over it.
    static boolean allSeeCells(Parameters p, String axis, boolean isCeil) {
        for (int o = 0; o < count(p, axis, isCeil); o++) {
            boolean sees = false;
            for (int tap = 0; tap < p.get("k" + axis); tap++) {
                int cell = o * p.get("s" + axis) - p.get("p" + axis) + tap * p.get("d" + axis);
                sees |= cell >= 0 && cell < p.get(axis);
            }
            if (!sees) return false;
        }
        return true;
    }

    /// Draws kernel, stride, padding of at most half a kernel, dilation, ceil mode and a picture on which the windows of a pooling fit.
    ///
    /// @param isDilated whether the operator knows a dilation
    static Parameters drawPooling(Draw draw, boolean isDilated) {
        Parameters p = draw(Parameters.of().with("N", draw.between(1, 3)).with("C", draw.between(1, 3)).with("ceil", draw.between(0, 1)), draw);
        for (String axis : new String[] {"H", "W"}) {
            p = p.with("p" + axis, draw.between(0, p.get("k" + axis) / 2)).with("d" + axis, isDilated ? p.get("d" + axis) : 1);
        }
        Parameters with = drawPicture(p, draw);
        for (String axis : new String[] {"H", "W"}) { // ceil mode also takes a picture that is smaller than the window
            if (p.is("ceil") && draw.onceIn(4)) with = with.with(axis, Math.max(1, effective(p, axis) - 2 * p.get("p" + axis) - draw.between(0, p.get("s" + axis) - 1)));
        }
        return with;
    }

    /// Returns the same configuration without ceil mode, on a picture on which the windows then still fit.
    static Parameters withoutCeil(Parameters p) {
        return p.with("ceil", 0).with("H", p.get("H") + p.get("sH")).with("W", p.get("W") + p.get("sW"));
    }

    /// Draws a fault of a pooling.
    static Fault poolingFault(Parameters p, Draw draw, boolean isDilated) {
        String axis = draw.onceIn(2) ? "H" : "W";
        return switch (draw.between(0, 4)) {
            case 0 -> {
                int most = p.get("k" + axis) / 2;
                int given = most + draw.between(1, 4);
                yield Fault.of("padding of more than half a kernel", p.with("p" + axis, given), "padding", "0.." + most, given);
            }
            case 1 -> tooLarge(withoutCeil(p), draw);
            case 2 -> empty(p, draw);
            case 3 -> Fault.of("kernel below 1", p.with("k" + axis, 0).with("pH", 0).with("pW", 0), "kernel", ">= 1", 0);
            default -> {
                Fault fault = fault(p, draw);
                while (!isDilated && fault.kind().startsWith("dilation")) fault = fault(p, draw);
                yield fault;
            }
        };
    }

    /// Draws paddings with which the windows have more places than an `int` can count, on one axis or on both together.
    ///
    /// @param operator that our message names
    static Fault tooMany(String operator, Parameters legal, Draw draw) {
        Parameters p = legal.with("sH", 1).with("sW", 1).with("pH", draw.between(1 << 15, 1 << 16)).with("pW", draw.between(1 << 15, 1 << 16));
        if (draw.onceIn(2)) return Fault.tooMany(p, places(p, "H") + ", " + places(p, "W"));
        Parameters longer = p.with("pH", draw.between(1 << 30, Integer.MAX_VALUE)).with("H", 2 * effective(p, "H"));
        return Fault.tooMany(longer, operator, "output height", places(longer, "H"));
    }

    /// Returns on how many places a window with stride 1 can lie.
    static long places(Parameters p, String axis) {
        return p.get(axis) + 2L * p.get("p" + axis) - effective(p, axis) + 1;
    }

    /// Draws strides that pull a small picture apart until its plane has more cells than an `int` can count.
    static Parameters longStrides(Parameters p, Draw draw) {
        Parameters with = p;
        for (String axis : new String[] {"H", "W"}) with = with.with(axis, draw.between(3, 5)).with("s" + axis, draw.between(1 << 15, 1 << 16));
        return with;
    }

    static int effective(Parameters p, String axis) {
        return p.get("d" + axis) * (p.get("k" + axis) - 1) + 1;
    }

    static Window window(Parameters p, String axis) {
        return new Window(p.get("k" + axis), p.get("s" + axis), p.get("p" + axis), p.get("d" + axis));
    }

    static Geometry geometry(Parameters p) {
        return new Geometry(window(p, "H"), window(p, "W"), p.get("groups"));
    }

    /// Returns one number per axis as libtorch takes them.
    ///
    /// @param letter `k`, `s`, `p` or `d`
    static long[] pair(Parameters p, String letter) {
        return Libtorch.longs(p.get(letter + "H"), p.get(letter + "W"));
    }

    /// Draws a fault that every window may have: a stride or dilation below 1, a negative padding.
    static Fault fault(Parameters p, Draw draw) {
        String axis = draw.onceIn(2) ? "H" : "W";
        int below = -draw.between(0, 3);
        return switch (draw.between(0, 2)) {
            case 0 -> Fault.of("stride below 1", p.with("s" + axis, below), "stride", ">= 1", below);
            case 1 -> Fault.of("dilation below 1", p.with("d" + axis, below), "dilation", ">= 1", below);
            default -> Fault.of("negative padding", p.with("p" + axis, below - 1), "padding", ">= 0", below - 1);
        };
    }

    /// Returns the same configuration with a picture on which the windows do not fit.
    static Fault tooLarge(Parameters p, Draw draw) {
        String axis = draw.onceIn(2) ? "H" : "W";
        int least = draw.between(3, 12);
        // Without padding and with a kernel of more cells than the picture has.
        Parameters larger = p.with("p" + axis, 0).with("d" + axis, 1).with("k" + axis, least).with(axis, draw.between(1, least - 1));
        return Fault.of("window larger than the picture", larger, axis.equals("H") ? "height" : "width", "in=" + larger.get(axis), "kernel=" + least, "would");
    }

    /// Draws a size of the input that is 0.
    static Fault empty(Parameters p, Draw draw) {
        String[] names = {"N", "H", "W"};
        String name = names[draw.between(0, 2)];
        return Fault.of(name.equals("N") ? Differences.EMPTY_BATCH : Differences.EMPTY_PICTURE, p.with(name, 0), name.toLowerCase(Locale.ROOT), ">= 1", 0);
    }
}
