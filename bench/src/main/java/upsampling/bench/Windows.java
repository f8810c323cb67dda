package upsampling.bench;

import upsampling.tensor.Geometry;
import upsampling.tensor.Window;

/// Draws windows and pictures on which they fit, for all operators with a window.
///
/// The sizes that fit are written here once more, on purpose: a generator that asked our own shape rule could not find a mistake in it.
final class Windows {
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
            with = with.with(axis, least + draw.oneOf(0, 0, 1, 2, 3, 4, 5, 8));
        }
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
        return Fault.of(name.equals("N") ? Differences.EMPTY_BATCH : "empty picture", p.with(name, 0), name.toLowerCase(java.util.Locale.ROOT), ">= 1", 0);
    }
}
