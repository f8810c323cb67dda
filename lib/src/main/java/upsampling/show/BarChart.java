package upsampling.show;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.Range;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/// Horizontal bars from 0, from the first to the last, each with its value at its end; the value axis itself has no numbers.
///
/// A bar with a spread has a thin whisker over its end, and `value ± spread` behind it, or the range in brackets.
public record BarChart(String valueLabel, List<Bar> bars) implements Tile {
    private static final int BAR_ROW = 30;
    private static final int BELOW = 46;
    private static final int THICKNESS = 19;
    private static final double LARGEST_NAME_SHARE = 0.5;
    private static final int GAPS = 40;
    private static final int LABEL_GAP = 8;
    private static final double CAP = 9;
    private static final double WHISKER = 1.5;
    private static final double LIGHT = 1;
    /// The middle of a digit lies so far above the base line, in font sizes.
    private static final double DIGIT_MIDDLE = 0.36;

    /// @throws IllegalArgumentException unless there is a bar and all names differ
    public BarChart {
        bars = List.copyOf(bars);
        Set<String> names = new HashSet<>();
        if (bars.isEmpty()) throw new IllegalArgumentException("BarChart: at least one bar is needed");
        for (Bar bar : bars) {
            if (!names.add(bar.name())) throw new IllegalArgumentException("BarChart: two bars are named '" + bar.name() + "'; names must differ");
        }
    }

    static BarChart of(String valueLabel, Bar... bars) {
        return new BarChart(valueLabel, List.of(bars));
    }

    @Override
    public int width() {
        return ChartStyle.WIDTH;
    }

    @Override
    public int height() {
        return BELOW + BAR_ROW * bars.size();
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        String[] texts = texts();
        for (int i = 0; i < texts.length; i++) texts[i] = Type.drawable(texts[i]);
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (Bar bar : bars) data.addValue(bar.value(), valueLabel, bar.name());
        NumberAxis values = ChartStyle.axis(valueLabel);
        values.setTickLabelsVisible(false); // every bar tells its value
        boolean isTwoSided = bars.stream().anyMatch(bar -> bar.least() < 0);
        double room = labelRoom(texts, isTwoSided ? 2 : 1);
        values.setUpperMargin(room);
        values.setLowerMargin(isTwoSided ? room : 0);
        CategoryPlot plot = new CategoryPlot(data, names(), values, renderer(texts));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        ChartStyle.theme(plot);
        ChartStyle.paint(plot, sheet, x, y, ChartStyle.WIDTH, height());
    }

    /// Returns what stands at the ends of the bars; values and spreads have the same decimals.
    private String[] texts() {
        double[] numbers = new double[3 * bars.size()];
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            boolean isEven = bar.below() == bar.above();
            numbers[3 * i] = bar.value();
            numbers[3 * i + 1] = isEven ? bar.above() : bar.least();
            numbers[3 * i + 2] = isEven ? bar.above() : bar.most();
        }
        String[] all = Numbers.column(numbers);
        String[] texts = new String[bars.size()];
        for (int i = 0; i < texts.length; i++) {
            Bar bar = bars.get(i);
            texts[i] = all[3 * i];
            if (!bar.hasSpread()) continue;
            texts[i] += bar.below() == bar.above() ? " ± " + all[3 * i + 1] : " (" + all[3 * i + 1] + " to " + all[3 * i + 2] + ")";
        }
        return texts;
    }

    /// Returns all bars in words, such as `mean square error: nearest .2381 ± .0042; bilinear .2428 ± .004`.
    String words() {
        String[] texts = texts();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) words.add(bars.get(i).name() + " " + texts[i]);
        return valueLabel + ": " + String.join("; ", words);
    }

    @Override
    public void digest(ValueDigest d) {
        d.text("bars").text(valueLabel).values(bars.stream().mapToDouble(Bar::value).toArray());
        for (Bar bar : bars) d.text(bar.name()).text(bar.role().name());
        if (bars.stream().noneMatch(Bar::hasSpread)) return;
        d.text("spread").values(bars.stream().mapToDouble(Bar::below).toArray()).values(bars.stream().mapToDouble(Bar::above).toArray());
    }

    // the room that a number at the end of the longest bar needs, as a share of what the bars themselves have
    private double labelRoom(String[] texts, int sides) {
        double name = 0;
        double number = 0;
        for (Bar bar : bars) name = Math.max(name, Type.width(bar.name(), Type.BODY));
        for (String text : texts) number = Math.max(number, Type.width(text, Type.BODY) + LABEL_GAP);
        double length = ChartStyle.WIDTH - Math.min(name, LARGEST_NAME_SHARE * ChartStyle.WIDTH) - GAPS - sides * number;
        return number / Math.max(1, length);
    }

    private static CategoryAxis names() {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(Type.BODY);
        axis.setTickLabelPaint(Ink.TEXT);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setMaximumCategoryLabelWidthRatio((float) LARGEST_NAME_SHARE);
        axis.setUpperMargin(0.02);
        axis.setLowerMargin(0.02);
        return axis;
    }

    private BarRenderer renderer(String[] texts) {
        Font font = Type.forText(Type.BODY, String.join("", texts));
        BarRenderer renderer = new BarRenderer() {
            @Override
            public Paint getItemPaint(int row, int column) {
                return bars.get(column).role().fill;
            }

            @Override
            public Range findRangeBounds(CategoryDataset data, boolean includeInterval) {
                Range range = super.findRangeBounds(data, includeInterval);
                for (Bar bar : bars) range = Range.expandToInclude(Range.expandToInclude(range, bar.least()), bar.most());
                return range;
            }

            // the number is written here too: it stands behind the whisker, which JFreeChart does not know
            @Override
            public void drawItem(Graphics2D g, CategoryItemRendererState state, Rectangle2D area, CategoryPlot plot, CategoryAxis names, ValueAxis values,
                CategoryDataset data, int row, int column, int pass) {
                super.drawItem(g, state, area, plot, names, values, data, row, column, pass);
                Bar bar = bars.get(column);
                double middle = names.getCategoryMiddle(column, getColumnCount(), area, plot.getDomainAxisEdge());
                double from = values.valueToJava2D(bar.least(), area, plot.getRangeAxisEdge());
                double to = values.valueToJava2D(bar.most(), area, plot.getRangeAxisEdge());
                if (bar.hasSpread()) {
                    whisker(g, from, to, middle, LIGHT, Ink.PAPER);
                    whisker(g, from, to, middle, 0, Ink.TEXT);
                }
                g.setFont(font);
                g.setPaint(Ink.TEXT);
                double left = bar.value() < 0 ? from - LABEL_GAP / 2.0 - Type.width(texts[column], Type.BODY) : to + LABEL_GAP / 2.0;
                g.drawString(texts[column], onDevice(left), onDevice(middle + font.getSize2D() * DIGIT_MIDDLE));
            }
        };
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth((double) THICKNESS / (BAR_ROW * bars.size()));
        return renderer;
    }

    // whole device pixels: the same digit looks the same everywhere
    private static float onDevice(double position) {
        return Math.round(position * Sheet.SCALE) / (float) Sheet.SCALE;
    }

    /// Draws a line along the bar with a cap at both ends, wider by a light edge on all sides.
    private static void whisker(Graphics2D g, double from, double to, double middle, double edge, Color color) {
        double thick = WHISKER + 2 * edge;
        g.setPaint(color);
        g.fill(new Rectangle2D.Double(from - thick / 2, middle - thick / 2, to - from + thick, thick));
        for (double end : new double[] {from, to}) g.fill(new Rectangle2D.Double(end - thick / 2, middle - CAP / 2 - edge, thick, CAP + 2 * edge));
    }
}
