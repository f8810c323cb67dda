package upsampling.show;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Curves over one axis, and single dots among them, each with its name on the spot.
///
/// @param fromZero whether the value axis begins at 0, as in histograms
/// @param curves at most five
/// @param marks named dots; at least one if there is no curve
public record LineChart(String xLabel, String yLabel, int height, boolean fromZero, List<Curve> curves, List<Mark> marks) implements Tile {
    static final int HEIGHT = 270;
    private static final int MOST_CURVES = 5;
    private static final int MOST_TICKS = 8;
    private static final int PIXELS_PER_TICK = 45;
    private static final float STROKE = 2.2f;
    private static final float[] DASHES = {6, 4};
    private static final String SPACE = "  ";
    /// About what axis labels take of the width, and of the height.
    private static final int BESIDE = 70;
    private static final int BELOW = 50;
    /// The plot is at least so wide, however long the names behind it are.
    private static final int LEAST_PLOT = ChartStyle.WIDTH / 2;
    private static final int LABEL_HEIGHT = 16;
    private static final double MARK_MARGIN = 0.03;
    private static final double DOT = 9;
    private static final double SQUARE = 8;
    private static final float STEM = 1.5f;
    private static final float WHISKER = 1.2f;

    /// @throws IllegalArgumentException unless there are one to five curves, or dots and at most five curves
    public LineChart {
        if (curves.isEmpty() && marks.isEmpty() || curves.size() > MOST_CURVES) {
            throw new IllegalArgumentException("LineChart: 1 to " + MOST_CURVES + " curves can be told apart, but there are " + curves.size());
        }
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    static LineChart of(String xLabel, String yLabel, Curve... curves) {
        return new LineChart(xLabel, yLabel, HEIGHT, false, List.of(curves), List.of());
    }

    /// Returns this chart with another height in px.
    public LineChart withHeight(int pixels) {
        return new LineChart(xLabel, yLabel, pixels, fromZero, curves, marks);
    }

    /// Returns this chart with more curves, at most five in all.
    public LineChart with(Curve... more) {
        List<Curve> all = new ArrayList<>(curves);
        all.addAll(List.of(more));
        return new LineChart(xLabel, yLabel, height, fromZero, all, marks);
    }

    /// Returns this chart with more named dots.
    public LineChart with(Mark... more) {
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(List.of(more));
        return new LineChart(xLabel, yLabel, height, fromZero, curves, all);
    }

    /// Returns this chart with 0 on its value axis.
    public LineChart withZero() {
        return new LineChart(xLabel, yLabel, height, true, curves, marks);
    }

    @Override
    public int width() {
        return ChartStyle.WIDTH;
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(/* lines= */ true, /* shapes= */ false);
        renderer.setDrawSeriesLineAsPath(true); // otherwise dashes begin anew at every point
        NumberAxis across = ChartStyle.axis(xLabel);
        NumberAxis up = ChartStyle.axis(yLabel);
        XYPlot plot = new XYPlot(data, across, up, renderer);
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            data.addSeries(series(i, curve));
            renderer.setSeriesPaint(i, curve.role().deep);
            float[] dashes = curve.style() == Curve.Style.DASHES ? DASHES : null;
            renderer.setSeriesStroke(i, new BasicStroke(STROKE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4, dashes, 0));
            if (curve.style().isMarks()) mark(renderer, i, curve);
        }
        for (Mark dot : marks) add(data, renderer, dot);
        boolean hasMarks = !marks.isEmpty() || curves.stream().anyMatch(curve -> curve.style().isMarks());
        boolean hasStems = curves.stream().anyMatch(curve -> curve.style() == Curve.Style.STEMS);
        across.setAutoRangeIncludesZero(false);
        across.setLowerMargin(hasMarks ? MARK_MARGIN : 0); // the first mark is drawn whole ...
        across.setAutoRangeStickyZero(!hasMarks); // ... also at 0, where JFreeChart would drop the margin
        double room = roomBehind(data.getDomainLowerBound(true), data.getDomainUpperBound(true));
        double behind = room / (ChartStyle.WIDTH - BESIDE - room);
        across.setUpperMargin(marks.isEmpty() ? behind : Math.max(MARK_MARGIN, behind)); // so that a name behind its curve is never cut
        up.setAutoRangeIncludesZero(fromZero || hasStems);
        up.setUpperMargin(ChartStyle.UPPER_MARGIN);
        if (fromZero && !hasMarks) up.setLowerMargin(0);
        else if (curves.stream().anyMatch(curve -> curve.labelAt() != Curve.BEHIND && curve.place().lift < 0)) up.setLowerMargin(ChartStyle.UPPER_MARGIN);
        ChartStyle.ticks(across, MOST_TICKS, data.getDomainUpperBound(true));
        ChartStyle.ticks(up, Math.max(2, height / PIXELS_PER_TICK), Double.POSITIVE_INFINITY);
        double valuePerPixel = up.getRange().getLength() / (height - BELOW);
        addNames(renderer, up.getRange(), valuePerPixel);
        for (Mark dot : marks) addName(renderer, dot, valuePerPixel);
        ChartStyle.theme(plot);
        ChartStyle.paint(plot, sheet, x, y, ChartStyle.WIDTH, height);
    }

    @Override
    public void digest(ValueDigest d) {
        d.text("lines").text(xLabel).text(yLabel).counts(height, fromZero ? 1 : 0, curves.size());
        for (Curve curve : curves) curve.digest(d);
        if (marks.isEmpty()) return; // the digest of a chart of curves alone stays what it is in stored notebooks
        d.counts(marks.size());
        for (Mark dot : marks) dot.digest(d);
    }

    // the index is the key: two curves may have the same name
    private static XYSeries series(int index, Curve curve) {
        XYSeries series = new XYSeries(index, /* autoSort= */ false, /* allowDuplicateXValues= */ true);
        for (int i = 0; i < curve.x().length; i++) series.add(curve.x()[i], curve.y()[i]);
        return series;
    }

    private static void mark(XYLineAndShapeRenderer renderer, int index, Curve curve) {
        boolean isDots = curve.style() == Curve.Style.DOTS;
        renderer.setSeriesLinesVisible(index, false);
        renderer.setSeriesShapesVisible(index, true);
        renderer.setSeriesShape(index, isDots ? new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT)
            : new Rectangle2D.Double(-SQUARE / 2, -SQUARE / 2, SQUARE, SQUARE));
        if (isDots) return;
        for (int i = 0; i < curve.x().length; i++) {
            double x = curve.x()[i];
            renderer.addAnnotation(new XYLineAnnotation(x, 0, x, curve.y()[i], new BasicStroke(STEM), curve.role().deep), Layer.BACKGROUND);
        }
    }

    // first a cross of whiskers, which is a line with a gap, then the dot; as data, so that the axes make room for both
    private static void add(XYSeriesCollection data, XYLineAndShapeRenderer renderer, Mark dot) {
        int whiskers = data.getSeriesCount();
        XYSeries cross = new XYSeries(whiskers, /* autoSort= */ false, /* allowDuplicateXValues= */ true);
        cross.add(dot.x() - dot.acrossSpread(), dot.y());
        cross.add(dot.x() + dot.acrossSpread(), dot.y());
        cross.add(dot.x(), Double.NaN);
        cross.add(dot.x(), dot.y() - dot.upSpread());
        cross.add(dot.x(), dot.y() + dot.upSpread());
        data.addSeries(cross);
        renderer.setSeriesPaint(whiskers, dot.role().deep);
        renderer.setSeriesStroke(whiskers, new BasicStroke(WHISKER));
        XYSeries middle = new XYSeries(whiskers + 1);
        middle.add(dot.x(), dot.y());
        data.addSeries(middle);
        renderer.setSeriesPaint(whiskers + 1, dot.role().deep);
        renderer.setSeriesShapesVisible(whiskers + 1, true);
        renderer.setSeriesShape(whiskers + 1, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
    }

    private double roomBehind(double from, double to) {
        double room = 0;
        for (Mark dot : marks) {
            if (!dot.place().isRight()) continue;
            double free = to > from ? (to - dot.x()) / (to - from) * LEAST_PLOT : 0; // a dot in the middle has room beside it
            room = Math.max(room, Type.width(SPACE + dot.name(), Type.TITLE) - free);
        }
        for (Curve curve : curves) {
            if (curve.labelAt() == Curve.BEHIND) room = Math.max(room, Type.width(SPACE + nameBehind(curve), Type.TITLE));
        }
        return room;
    }

    private void addNames(XYLineAndShapeRenderer renderer, Range values, double valuePerPixel) {
        double end = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) end = Math.max(end, curve.x()[curve.x().length - 1]);
        double half = LABEL_HEIGHT / 2.0 * valuePerPixel;
        List<Curve> behind = new ArrayList<>();
        for (Curve curve : curves) {
            int point = curve.labelAt();
            if (point == Curve.BEHIND) behind.add(curve);
            else addName(renderer, curve, SPACE + curve.name() + SPACE, curve.x()[point], curve.y()[point] + curve.place().lift * valuePerPixel);
        }
        behind.sort(Comparator.comparingDouble(LineChart::last));
        double free = values.getLowerBound() + half; // a name at the edge of the plot is not cut
        for (Curve curve : behind) {
            double at = Math.max(last(curve), free);
            // marks of another series may lie right of the last one: its name would be crossed by them
            double x = curve.style().isMarks() ? end : curve.x()[curve.x().length - 1];
            addName(renderer, curve, SPACE + nameBehind(curve), x, at);
            free = at + 2 * half; // names of curves that end close together do not touch
        }
    }

    // marks are named with their shape, since no line leads from them to their name
    private static String nameBehind(Curve curve) {
        return switch (curve.style()) {
            case LINE, DASHES -> curve.name();
            case DOTS -> "● " + curve.name();
            case STEMS -> "■ " + curve.name();
        };
    }

    private static double last(Curve curve) {
        return curve.y()[curve.y().length - 1];
    }

    private static void addName(XYLineAndShapeRenderer renderer, Mark dot, double valuePerPixel) {
        addName(renderer, dot.role(), dot.place(), SPACE + dot.name() + SPACE, dot.x(), dot.y() + dot.place().lift * valuePerPixel);
    }

    private static void addName(XYLineAndShapeRenderer renderer, Curve curve, String name, double position, double value) {
        addName(renderer, curve.role(), curve.place(), name, position, value);
    }

    private static void addName(XYLineAndShapeRenderer renderer, Ink role, Place place, String name, double position, double value) {
        XYTextAnnotation label = new XYTextAnnotation(name, position, value);
        label.setFont(Type.forText(Type.TITLE, name));
        label.setPaint(role.deep);
        label.setTextAnchor(place.anchor);
        label.setBackgroundPaint(Ink.PAPER); // covers the grid, but not the curves, which are drawn later
        renderer.addAnnotation(label, Layer.BACKGROUND);
    }
}
