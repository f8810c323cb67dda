package upsampling.show;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.Set;

/// Type in pictures: one sans family in four sizes.
///
/// Arial, Liberation Sans and Helvetica have the same widths, so a picture has the same layout on Windows, Linux and macOS. What the family
/// lacks (superscript T, arrows) is drawn with Java's own SansSerif, which always finds a glyph.
public final class Type {
    private static final String FAMILY = family();
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, /* isAntiAliased= */ true, /* usesFractionalMetrics= */ true);
    /// SansSerif is a little wider than Arial; at this factor both have about the same height of small letters.
    private static final float FALLBACK_FACTOR = 0.94f;

    public static final Font TITLE = new Font(FAMILY, Font.BOLD, 13);
    public static final Font BODY = new Font(FAMILY, Font.PLAIN, 13);
    public static final Font SMALL = new Font(FAMILY, Font.PLAIN, 11);
    public static final Font SIGN = new Font(FAMILY, Font.PLAIN, 20);
    /// Nothing is set smaller than this.
    public static final float LEAST_SIZE = 8.5f;

    private Type() { }

    /// Returns the font of numbers in cells.
    public static Font number(float size) {
        return BODY.deriveFont(size);
    }

    /// Returns the font itself, or the fallback when it cannot draw the text.
    public static Font forText(Font font, String text) {
        if (font.canDisplayUpTo(text) < 0) return font;
        return new Font(Font.SANS_SERIF, font.getStyle(), 1).deriveFont(font.getSize2D() * FALLBACK_FACTOR);
    }

    /// Returns the text with a plain space for the narrow one, where the family lacks it: better than another font for the whole number.
    static String drawable(String text) {
        return BODY.canDisplay(Numbers.THIN) ? text : text.replace(Numbers.THIN, '\u00A0');
    }

    /// Returns the width of a text in CSS pixels.
    public static double width(String text, Font font) {
        return forText(font, text).getStringBounds(text, CONTEXT).getWidth();
    }

    private static String family() {
        Set<String> present = Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        for (String name : List.of("Arial", "Liberation Sans", "Helvetica")) {
            if (present.contains(name)) return name;
        }
        return Font.SANS_SERIF;
    }
}
