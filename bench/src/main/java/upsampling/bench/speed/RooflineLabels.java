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

/// Finds a free place beside each dot of the roofline for its number: many workloads compute equally much for each byte, so their dots stand in columns.
///
/// @param plot whose axes are set
/// @param area that its dots lie in, in CSS pixels
record RooflineLabels(XYPlot plot, Rectangle2D area) {
    private static final double HEIGHT = 11;
    private static final double STEP = 7;
    private static final int RINGS = 6;
    private static final double DOT = 4;
    private static final double GAP = 6;

    /// Adds the names of the dots and of the roofs.
    void add(List<Roofline.Point> points, Ceilings ceilings, double from, double to) {
        List<Rectangle2D> taken = new ArrayList<>();
        for (Roofline.Point point : points) taken.add(around(point, point.ours()));
        plot.getRenderer().removeAnnotations();
        addRoofs(ceilings, from, to, taken);
        List<Roofline.Point> sorted = points.stream().sorted(Comparator.comparingDouble(Roofline.Point::ours).reversed()).toList();
        for (Roofline.Point point : sorted) addName(point, taken);
    }

    private Rectangle2D around(Roofline.Point point, double value) {
        Point2D at = at(point.intensity(), value);
        return new Rectangle2D.Double(at.getX() - DOT, at.getY() - DOT, 2 * DOT, 2 * DOT);
    }

    private Point2D at(double x, double y) {
        return new Point2D.Double(plot.getDomainAxis().valueToJava2D(x, area, RectangleEdge.BOTTOM), plot.getRangeAxis().valueToJava2D(y, area, RectangleEdge.LEFT));
    }

    private void addRoofs(Ceilings ceilings, double from, double to, List<Rectangle2D> taken) {
        addText(String.format(Locale.ROOT, "%.0f GFLOP/s", ceilings.gigaflops()), at(to, ceilings.gigaflops()), TextAnchor.BOTTOM_RIGHT, taken);
        Point2D large = at(from, from * ceilings.largeGigabytes());
        addText(String.format(Locale.ROOT, "%.0f GB/s in large arrays", ceilings.largeGigabytes()), new Point2D.Double(large.getX() + GAP, large.getY()), TextAnchor.TOP_LEFT, taken);
        String text = String.format(Locale.ROOT, "%.0f GB/s in 6 MB (dashed)", ceilings.smallGigabytes());
        double right = area.getX() + GAP + Type.width(text, Type.SMALL); // above the line, where it has left room for the text
        double x = x(right);
        Point2D small = at(x, Math.min(ceilings.gigaflops(), x * ceilings.smallGigabytes()));
        addText(text, new Point2D.Double(small.getX(), small.getY() - GAP), TextAnchor.BOTTOM_RIGHT, taken);
        addText("● ours   ■ libtorch's better layout", new Point2D.Double(area.getMaxX(), area.getMaxY() - GAP), TextAnchor.BOTTOM_RIGHT, taken);
    }

    private void addText(String text, Point2D at, TextAnchor anchor, List<Rectangle2D> taken) {
        plot.getRenderer().addAnnotation(Roofline.name(text, x(at.getX()), y(at.getY()), anchor, Ink.PLAIN));
        double width = Type.width(text, Type.SMALL);
        boolean isLeft = anchor == TextAnchor.TOP_LEFT;
        taken.add(new Rectangle2D.Double(isLeft ? at.getX() : at.getX() - width, isLeft ? at.getY() : at.getY() - HEIGHT, width, HEIGHT));
    }

    private double x(double pixel) {
        return plot.getDomainAxis().java2DToValue(pixel, area, RectangleEdge.BOTTOM);
    }

    private double y(double pixel) {
        return plot.getRangeAxis().java2DToValue(pixel, area, RectangleEdge.LEFT);
    }

    /// Looks right, left, above and below the dot, then farther away, for a place where nothing is yet.
    private void addName(Roofline.Point point, List<Rectangle2D> taken) {
        Point2D dot = at(point.intensity(), point.ours());
        double width = Type.width(point.name(), Type.SMALL);
        Rectangle2D place = null;
        for (int ring = 1; ring <= RINGS && place == null; ring++) {
            for (double[] direction : new double[][] {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}}) {
                double x = dot.getX() + direction[0] * (STEP * ring + width / 2);
                double y = dot.getY() + direction[1] * (STEP * ring + HEIGHT / 4);
                Rectangle2D box = new Rectangle2D.Double(x - width / 2, y - HEIGHT / 2, width, HEIGHT);
                if (area.contains(box) && taken.stream().noneMatch(box::intersects)) {
                    place = box;
                    break;
                }
            }
        }
        if (place == null) place = new Rectangle2D.Double(dot.getX(), dot.getY() - HEIGHT, width, HEIGHT); // crowded: better over something than not at all
        taken.add(place);
        plot.getRenderer().addAnnotation(Roofline.name(point.name(), x(place.getCenterX()), y(place.getCenterY()), TextAnchor.CENTER, Ink.OUTPUT));
    }
}
