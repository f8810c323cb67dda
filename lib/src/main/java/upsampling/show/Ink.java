package upsampling.show;

import java.awt.Color;

/// The colours of the course. A colour says what a thing *is*; how *much* it is, is said by lightness ({@link Ramp}) and by a number.
///
/// A role has three tones: {@code fill} for areas, {@code deep} for text and lines (at least 4.5:1 on paper), {@code tint} for backgrounds.
public enum Ink {
    /// What an operator reads.
    INPUT(0x1F63B5, 0x1F63B5, 0xE4EEF9),
    /// Weights, taps, anything learned.
    KERNEL(0xF2B134, 0x946200, 0xFBE9C8),
    /// What an operator writes.
    OUTPUT(0x2FA88C, 0x0A5546, 0xDFF3EE),
    /// Overlap, selection, "look here"; a second claim in a chart.
    ACCENT(0x561B6B, 0x561B6B, 0xF0E6F4),
    /// Wrong, always with a cross; never a mere series.
    WRONG(0xBF3A17, 0xA82C0A, 0xFBE8E2),
    /// Same hue as the output on purpose (an output as expected); always with a tick.
    RIGHT(0x2FA88C, 0x0A5546, 0xDFF3EE),
    /// No role: a second series, a baseline, a frame.
    PLAIN(0x7C8594, 0x4F5765, 0xEEF0F3);

    public static final Color PAPER = new Color(0xFCFCFA);
    public static final Color TEXT = new Color(0x22262E);
    public static final Color QUIET = new Color(0x5F6773);
    public static final Color LINE = new Color(0xD5D9E0);
    /// A place without a value. A zero is a value, an empty place is not.
    public static final Color EMPTY = new Color(0xEDEFF2);

    public final Color fill;
    public final Color deep;
    public final Color tint;

    Ink(int fill, int deep, int tint) {
        this.fill = new Color(fill);
        this.deep = new Color(deep);
        this.tint = new Color(tint);
    }

    /// Returns black or white, whichever reads better; never below 4.58:1, on any background.
    public static Color on(Color background) {
        return contrast(background, Color.WHITE) >= contrast(background, Color.BLACK) ? Color.WHITE : Color.BLACK;
    }

    /// Returns the contrast of two colours, 1 to 21.
    ///
    /// ```
    /// contrast = (L_lighter + 0.05) / (L_darker + 0.05),   L = 0.2126 R + 0.7152 G + 0.0722 B in linear light
    /// ```
    /// Source: W3C, Web Content Accessibility Guidelines 2.2, 2023, "contrast ratio".
    public static double contrast(Color a, Color b) {
        double x = luminance(a) + 0.05;
        double y = luminance(b) + 0.05;
        return Math.max(x, y) / Math.min(x, y);
    }

    /// Returns the colour as CSS writes it, such as `#1F63B5`.
    public static String hex(Color c) {
        return "#%06X".formatted(c.getRGB() & 0xFFFFFF);
    }

    private static double luminance(Color c) {
        double[] light = Vision.linear(c);
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    }
}
