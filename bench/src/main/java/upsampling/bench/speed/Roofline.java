package upsampling.bench.speed;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import upsampling.show.Ink;
import upsampling.show.Png;
import upsampling.show.Type;

/// The roofline picture: how fast each workload runs against how much it computes for each byte, with the ceilings of the machine as lines.
///
/// ```
/// across   operations per byte that must be moved        up   operations per second
/// roof     min(bandwidth * operations per byte, peak)
/// ```
/// Operations are floating-point operations; where none are needed (nearest, pixel shuffle, copy), each value that is moved counts as one, or the row would
/// have no place on a logarithmic axis.
///
/// Source: Williams, Waterman and Patterson, "Roofline: an insightful visual performance model for multicore architectures", 2009.
final class Roofline {
    private static final int SCALE = 2; // device pixels for each CSS pixel
    private static final int WIDTH = 612;
    private static final int PANEL = 400;
    private static final double DOT = 7;
    private static final float ROOF = 2.2f;
    private static final float[] DASHES = {6, 4};
    private static final double ROOM = 1.6; // factor between the outermost dots and the edges

    private Roofline() { }

    /// A row as a point.
    ///
    /// @param intensity operations per byte
    /// @param ours 1e9 operations per second, or millions per millisecond
    /// @param peer the same of libtorch's better layout
    record Point(String name, double intensity, double ours, double peer) {
        static Point of(Row row) {
            double moved = row.megabytes() / (2 * Float.BYTES); // millions of values, each read and written
            double operations = row.gigaflop() > 0 ? row.gigaflop() * 1e3 : moved;
            return new Point(row.number(), operations / row.megabytes(), operations / row.oursMs(), operations / row.peerMs());
        }
    }

    /// Returns the picture as PNG: the forward rows, below them the backward rows.
    static byte[] png(List<Row> rows, Ceilings ceilings, int threads) {
        List<List<Point>> panels = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            List<Point> points = rows.stream().filter(row -> row.direction().equals(direction.word())).map(Point::of).toList();
            if (points.isEmpty()) continue;
            panels.add(points);
            titles.add("GFLOP/s, " + direction.word() + ", " + threads + (threads == 1 ? " thread" : " threads"));
        }
        BufferedImage image = new BufferedImage(WIDTH * SCALE, Math.max(1, panels.size()) * PANEL * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (int i = 0; i < panels.size(); i++) {
            paint(graphics, new Rectangle2D.Double(0, i * PANEL, WIDTH, PANEL), panels.get(i), ceilings, titles.get(i));
        }
        graphics.dispose();
        return Png.bytes(image);
    }

    /// Returns the picture in words: at most forty.
    static String alt(List<Row> rows, int threads) {
        List<Double> ratios = rows.stream().map(Row::ratio).toList();
        Row best = rows.stream().max(Comparator.comparingDouble(Row::ceilingShare)).orElseThrow();
        return String.format(Locale.ROOT, "Roofline with %d %s, both axes logarithmic: %d workloads as numbered dots below the ceilings; the nearest is %s at"
                + " %.0f %%. Squares show libtorch; our median time is %.2f of its.", threads, threads == 1 ? "thread" : "threads", rows.size(), best.number(),
                100 * best.ceilingShare(), Statistics.median(ratios));
    }

    private static void paint(Graphics2D graphics, Rectangle2D area, List<Point> points, Ceilings ceilings, String title) {
        LogAxis across = axis("operations per byte");
        LogAxis up = axis(title);
        double from = points.stream().mapToDouble(Point::intensity).min().orElseThrow() / ROOM;
        double mostIntense = points.stream().mapToDouble(Point::intensity).max().orElseThrow();
        double to = Math.max(mostIntense * ROOM, 4 * ceilings.gigaflops() / ceilings.smallGigabytes()); // the corners of the roofs are in the picture
        double lowest = points.stream().mapToDouble(p -> Math.min(p.ours(), p.peer())).min().orElseThrow() / ROOM;
        double highest = Math.max(points.stream().mapToDouble(Point::ours).max().orElseThrow(), ceilings.gigaflops()) * ROOM;
        across.setRange(from, to);
        up.setRange(lowest, highest);
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        XYPlot plot = new XYPlot(data, across, up, renderer);
        plot.setBackgroundPaint(Ink.PAPER);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(6, 0, 2, 12));
        plot.setRangeGridlinePaint(Ink.LINE);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setDomainGridlinesVisible(false);
        for (Point point : points) addPoint(data, renderer, point); // before the roofs: what comes first lies above
        addRoof(data, renderer, from, to, ceilings.gigaflops(), ceilings.largeGigabytes(), null);
        addRoof(data, renderer, from, to, ceilings.gigaflops(), ceilings.smallGigabytes(), DASHES);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Ink.PAPER);
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(graphics, area, info); // once to learn where the axes lie, then with names
        new RooflineLabels(plot, info.getPlotInfo().getDataArea()).add(points, ceilings);
        chart.draw(graphics, area);
    }

    private static LogAxis axis(String label) {
        LogAxis axis = new LogAxis(label);
        axis.setLabelFont(Type.forText(Type.BODY, label));
        axis.setLabelPaint(Ink.QUIET);
        axis.setTickLabelFont(Type.BODY);
        axis.setTickLabelPaint(Ink.QUIET);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setMinorTickMarksVisible(false);
        axis.setTickUnit(new NumberTickUnit(1)); // each power of ten
        NumberFormat plain = NumberFormat.getInstance(Locale.ROOT);
        plain.setMaximumFractionDigits(4);
        plain.setGroupingUsed(false);
        axis.setNumberFormatOverride(plain);
        return axis;
    }

    private static void addRoof(XYSeriesCollection data, XYLineAndShapeRenderer renderer, double from, double to, double peak, double bandwidth,
            float... dashes) {
        int index = data.getSeriesCount();
        XYSeries roof = new XYSeries(index, false, true);
        double corner = peak / bandwidth;
        if (corner > from) roof.add(from, bandwidth * from);
        roof.add(Math.max(from, corner), peak);
        roof.add(Math.max(to, corner), peak);
        data.addSeries(roof);
        renderer.setSeriesPaint(index, Ink.PLAIN.deep);
        renderer.setSeriesStroke(index, new BasicStroke(ROOF, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4, dashes, 0));
    }

    /// A dot for ours, a small square for libtorch's better layout, a thin line between them.
    private static void addPoint(XYSeriesCollection data, XYLineAndShapeRenderer renderer, Point point) {
        int index = data.getSeriesCount();
        data.addSeries(single(index, point.intensity(), point.ours()));
        renderer.setSeriesPaint(index, Ink.OUTPUT.deep);
        renderer.setSeriesShapesVisible(index, true);
        renderer.setSeriesShape(index, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        data.addSeries(single(index + 1, point.intensity(), point.peer()));
        renderer.setSeriesPaint(index + 1, Ink.PLAIN.fill);
        renderer.setSeriesShapesVisible(index + 1, true);
        renderer.setSeriesShape(index + 1, new Rectangle2D.Double(-DOT / 4, -DOT / 4, DOT / 2, DOT / 2));
        XYSeries line = new XYSeries(index + 2, false, true);
        line.add(point.intensity(), point.ours());
        line.add(point.intensity(), point.peer());
        data.addSeries(line);
        renderer.setSeriesPaint(index + 2, Ink.LINE);
        renderer.setSeriesStroke(index + 2, new BasicStroke(1));
    }

    private static XYSeries single(int key, double x, double y) {
        XYSeries series = new XYSeries(key);
        series.add(x, y);
        return series;
    }

    /// Returns a name at a place of the picture.
    static XYTextAnnotation name(String text, double x, double y, TextAnchor anchor, Ink ink) {
        XYTextAnnotation annotation = new XYTextAnnotation(text, x, y);
        annotation.setFont(Type.forText(Type.SMALL, text));
        annotation.setPaint(ink.deep);
        annotation.setTextAnchor(anchor);
        return annotation;
    }
}
