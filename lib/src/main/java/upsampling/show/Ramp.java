package upsampling.show;

import java.awt.Color;

/// Colours for values: 256 steps of equal distance in OKLab, so equal differences of value look equal.
///
/// The sequential ramps begin near paper and have nearly the same lightness, so an input and an output of the same value are about equally
/// dark. {@link #SIGNED} is two ramps back to back; its middle is exactly zero.
public final class Ramp {
    private static final int STEPS = 256;

    /// Values without a role: spectra, photographs.
    public static final Ramp GREY = new Ramp("grey", 0xF6F6F3, 0x9AA1AC, 0x23272F);
    public static final Ramp INPUT = new Ramp("input", 0xF1F6FC, 0x7FADE0, 0x123E78);
    public static final Ramp KERNEL = new Ramp("kernel", 0xFEF7E8, 0xF2B134, 0x7A4500);
    public static final Ramp OUTPUT = new Ramp("output", 0xEEF8F5, 0x5FBBA3, 0x0B4A3B);
    /// Overlap counts.
    public static final Ramp ACCENT = new Ramp("accent", 0xF8F3FA, 0xBB8FCB, 0x4A145E);
    /// Signed values: purple below zero, paper at zero, orange above.
    public static final Ramp SIGNED = new Ramp("signed", new Ramp("", 0xF6F6F4, 0xBB8FCB, 0x4A145E), new Ramp("", 0xF6F6F4, 0xF2B134, 0x7A4500));

    private final String name;
    private final Color[] steps = new Color[STEPS];

    private Ramp(String name, int... anchors) {
        this.name = name;
        double[][] lab = new double[anchors.length][];
        double[] length = new double[anchors.length];
        for (int i = 0; i < anchors.length; i++) {
            lab[i] = Vision.oklab(Vision.linear(new Color(anchors[i])));
            if (i > 0) length[i] = length[i - 1] + Vision.length(lab[i - 1], lab[i]);
        }
        for (int s = 0; s < STEPS; s++) {
            double at = length[anchors.length - 1] * s / (STEPS - 1);
            int i = 1;
            while (i < anchors.length - 1 && length[i] < at) i++;
            double t = (at - length[i - 1]) / (length[i] - length[i - 1]);
            double[] between = new double[3];
            for (int c = 0; c < 3; c++) between[c] = lab[i - 1][c] + t * (lab[i][c] - lab[i - 1][c]);
            steps[s] = Vision.color(between);
        }
    }

    private Ramp(String name, Ramp negative, Ramp positive) {
        this.name = name;
        for (int s = 0; s < STEPS; s++) {
            double t = 2.0 * s / (STEPS - 1) - 1;
            steps[s] = t < 0 ? negative.at(-t) : positive.at(t);
        }
    }

    /// Returns the ramp of a role.
    public static Ramp of(Ink role) {
        return switch (role) {
            case INPUT -> INPUT;
            case KERNEL -> KERNEL;
            case OUTPUT, RIGHT -> OUTPUT;
            case ACCENT -> ACCENT;
            case WRONG, PLAIN -> GREY;
        };
    }

    /// Returns the colour at `t` in 0..1; values outside are clamped.
    public Color at(double t) {
        return steps[(int) Math.round(Math.clamp(t, 0, 1) * (STEPS - 1))];
    }

    @Override
    public String toString() {
        return name;
    }
}
