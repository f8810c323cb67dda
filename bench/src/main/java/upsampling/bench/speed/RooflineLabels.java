package upsampling.bench.speed;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import upsampling.show.Ink;
import upsampling.show.Type;

/// Finds free places in the roofline: for the number of each dot, since many workloads compute equally much for each byte and so stand in columns, and for the
/// names of the ceilings.
final class RooflineLabels {
    private static final double HEIGHT = 11;
    private static final double STEP = 7;
    private static final int RINGS = 8;
    private static final double DOT = 4;
    private static final double SQUARE = 2;
    private static final double GAP = 6;
    /// Around the dot: right, left, above, below, then between these.
    private static final double[][] DIRECTIONS = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}};

    private final XYPlot plot;
    private final Rectangle2D area;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /// @param plot whose axes are set
    /// @param area that its dots lie in, in CSS pixels
    RooflineLabels(XYPlot plot, Rectangle2D area) {
        this.plot = plot;
        this.area = area;
    }

    /// Adds the names of the dots and of the ceilings.
    void add(List<Roofline.Point> points, Ceilings ceilings) {
        for (Roofline.Point point : points) {
            take(pixel(point.intensity(), point.ours()), DOT);
            take(pixel(point.intensity(), point.peer()), SQUARE);
        }
        for (double bandwidth : new double[] {ceilings.largeGigabytes(), ceilings.smallGigabytes()}) {
            for (double x = area.getX(); x < area.getMaxX(); x += SQUARE) take(roof(x, bandwidth, ceilings.gigaflops()), SQUARE / 2);
        }
        addText("● ours   ■ libtorch's better layout", area.getMaxX(), area.getMaxY() - GAP - HEIGHT);
        double peak = pixel(1, ceilings.gigaflops()).getY();
        addText(String.format(Locale.ROOT, "%.0f GFLOP/s", ceilings.gigaflops()), area.getMaxX(), peak - GAP / 2 - HEIGHT);
        addBeside(String.format(Locale.ROOT, "%.0f GB/s in 6 MB (dashed)", ceilings.smallGigabytes()), ceilings.smallGigabytes(), ceilings.gigaflops(), true);
        addBeside(String.format(Locale.ROOT, "%.0f GB/s in large arrays", ceilings.largeGigabytes()), ceilings.largeGigabytes(), ceilings.gigaflops(), false);
        for (Roofline.Point point : points.stream().sorted(Comparator.comparingDouble(Roofline.Point::ours).reversed()).toList()) addName(point);
    }

    private void take(Point2D pixel, double radius) {
        taken.add(new Rectangle2D.Double(pixel.getX() - radius, pixel.getY() - radius, 2 * radius, 2 * radius));
    }

    private boolean isFree(Rectangle2D box) {
        return area.contains(box) && taken.stream().noneMatch(box::intersects);
    }

    private Point2D pixel(double x, double y) {
        return new Point2D.Double(plot.getDomainAxis().valueToJava2D(x, area, RectangleEdge.BOTTOM), plot.getRangeAxis().valueToJava2D(y, area, RectangleEdge.LEFT));
    }

    /// Where the roof is at a column of pixels.
    private Point2D roof(double column, double bandwidth, double peak) {
        double x = plot.getDomainAxis().java2DToValue(column, area, RectangleEdge.BOTTOM);
        return new Point2D.Double(column, pixel(x, Math.min(peak, bandwidth * x)).getY());
    }

    /// Adds a text that ends at a place.
    private void addText(String text, double right, double top) {
        double width = Type.width(text, Type.SMALL);
        add(text, new Rectangle2D.Double(right - width, top, width, HEIGHT), Ink.PLAIN);
    }

    /// Adds a text beside the slope, at the first place from the left where it covers nothing and has some room around it. Below the slope most dots are on the
    /// left, so the search begins farther right.
    private void addBeside(String text, double bandwidth, double peak, boolean isAbove) {
        double width = Type.width(text, Type.SMALL);
        for (double column = area.getX() + (isAbove ? 0 : area.getWidth() / 4); column < area.getMaxX(); column += SQUARE) {
            double y = roof(column, bandwidth, peak).getY();
            Rectangle2D box = new Rectangle2D.Double(isAbove ? column - GAP - width : column + GAP, isAbove ? y - HEIGHT : y, width, HEIGHT);
            Rectangle2D around = new Rectangle2D.Double(box.getX() - SQUARE, box.getY() - SQUARE, width + 2 * SQUARE, HEIGHT + 2 * SQUARE);
            if (!isFree(around)) continue;
            add(text, box, Ink.PLAIN);
            return;
        }
    }

    /// Looks beside the dot, then farther away, for a place where nothing is yet.
    private void addName(Roofline.Point point) {
        Point2D dot = pixel(point.intensity(), point.ours());
        double width = Type.width(point.name(), Type.SMALL);
        for (int ring = 1; ring <= RINGS; ring++) {
            for (double[] direction : DIRECTIONS) {
                double x = dot.getX() + direction[0] * (STEP * ring + width / 2);
                double y = dot.getY() + direction[1] * (STEP * ring + HEIGHT / 4);
                Rectangle2D box = new Rectangle2D.Double(x - width / 2, y - HEIGHT / 2, width, HEIGHT);
                if (!isFree(box)) continue;
                add(point.name(), box, Ink.OUTPUT);
                return;
            }
        }
        add(point.name(), new Rectangle2D.Double(dot.getX(), dot.getY() - HEIGHT, width, HEIGHT), Ink.OUTPUT); // crowded: better over something than not at all
    }

    private void add(String text, Rectangle2D box, Ink ink) {
        taken.add(box);
        double x = plot.getDomainAxis().java2DToValue(box.getCenterX(), area, RectangleEdge.BOTTOM);
        double y = plot.getRangeAxis().java2DToValue(box.getCenterY(), area, RectangleEdge.LEFT);
        plot.getRenderer().addAnnotation(Roofline.name(text, x, y, TextAnchor.CENTER, ink));
    }
}
