package upsampling.show;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/// A sheet of paper, measured in CSS pixels and drawn at twice the size. Areas are never antialiased; text and strokes are.
public final class Sheet {
    /// Device pixels for each CSS pixel.
    public static final int SCALE = 2;
    private static final double RING = 2.5;

    private final BufferedImage image;
    private final Graphics2D graphics;

    public Sheet(int width, int height) {
        image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setColor(Ink.PAPER);
        graphics.fillRect(0, 0, width * SCALE, height * SCALE);
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /// Returns what was drawn, at device size.
    public BufferedImage image() {
        return image;
    }

    /// Returns the pen itself, in CSS pixels, for what this class cannot draw (charts, photographs).
    Graphics2D graphics() {
        return graphics;
    }

    public void fill(double x, double y, double w, double h, Color color) {
        graphics.setColor(color);
        graphics.fill(new Rectangle2D.Double(x, y, w, h));
    }

    /// Draws a round mark around a point.
    public void dot(double x, double y, double radius, Color color) {
        Object before = graphics.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(color);
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, before);
    }

    /// Draws a frame whose stroke lies inside the rectangle.
    public void frame(double x, double y, double w, double h, double stroke, Color color) {
        fill(x, y, w, stroke, color);
        fill(x, y + h - stroke, w, stroke, color);
        fill(x, y, stroke, h, color);
        fill(x + w - stroke, y, stroke, h, color);
    }

    /// Draws a frame around something, with a thin light line on both sides, so that it is seen on any colour.
    public void ring(double x, double y, double w, double h, Color color) {
        frame(x - 3.5, y - 3.5, w + 7, h + 7, RING + 2, Ink.PAPER);
        frame(x - RING, y - RING, w + 2 * RING, h + 2 * RING, RING, color);
    }

    /// Draws text on a base line.
    ///
    /// @param anchor 0 begins at `x`, 0.5 is centred there, 1 ends there
    public void text(String text, double x, double y, double anchor, Font font, Color color) {
        graphics.setFont(Type.forText(font, text));
        graphics.setColor(color);
        // whole device pixels: the same letter looks the same everywhere
        float left = Math.round((x - anchor * Type.width(text, font)) * SCALE) / (float) SCALE;
        graphics.drawString(text, left, Math.round(y * SCALE) / (float) SCALE);
    }

    /// Draws text in the middle of a box. Whether it fits is the caller's concern.
    public void centred(String text, double x, double y, double w, double h, Font font, Color color) {
        // the height of a digit is .72 of the font's size, so its middle lies .36 above the base line
        text(text, x + w / 2, y + h / 2 + font.getSize2D() * 0.36, 0.5, font, color);
    }
}
