package upsampling.show;

import java.awt.Font;
import java.awt.Paint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/// Horizontal bars from 0, from the first to the last, each with its value at its end; the value axis itself has no numbers.
public record BarChart(String valueLabel, List<Bar> bars) implements Tile {
    private static final int BAR_ROW = 30;
    private static final int BELOW = 46;
    private static final int THICKNESS = 19;
    private static final double LARGEST_NAME_SHARE = 0.5;
    private static final int GAPS = 40;
    private static final int LABEL_GAP = 8;

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
        String[] texts = Numbers.column(bars.stream().mapToDouble(Bar::value).toArray());
        for (int i = 0; i < texts.length; i++) texts[i] = Type.drawable(texts[i]);
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (Bar bar : bars) data.addValue(bar.value(), valueLabel, bar.name());
        NumberAxis values = ChartStyle.axis(valueLabel);
        values.setTickLabelsVisible(false); // every bar tells its value
        double room = labelRoom(texts);
        values.setUpperMargin(room);
        values.setLowerMargin(bars.stream().anyMatch(bar -> bar.value() < 0) ? room : 0);
        CategoryPlot plot = new CategoryPlot(data, names(), values, renderer(texts));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        ChartStyle.theme(plot);
        ChartStyle.paint(plot, sheet, x, y, ChartStyle.WIDTH, height());
    }

    @Override
    public void digest(ValueDigest d) {
        d.text("bars").text(valueLabel).values(bars.stream().mapToDouble(Bar::value).toArray());
        for (Bar bar : bars) d.text(bar.name()).text(bar.role().name());
    }

    // the share of the axis that a number at the end of the longest bar needs
    private double labelRoom(String[] texts) {
        double name = 0;
        double number = 0;
        for (Bar bar : bars) name = Math.max(name, Type.width(bar.name(), Type.BODY));
        for (String text : texts) number = Math.max(number, Type.width(text, Type.BODY) + LABEL_GAP);
        double length = ChartStyle.WIDTH - Math.min(name, LARGEST_NAME_SHARE * ChartStyle.WIDTH) - GAPS - number;
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
        BarRenderer renderer = new BarRenderer() {
            @Override
            public Paint getItemPaint(int row, int column) {
                return bars.get(column).role().fill;
            }
        };
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth((double) THICKNESS / (BAR_ROW * bars.size()));
        renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator() {
            @Override
            public String generateLabel(CategoryDataset data, int row, int column) {
                return texts[column];
            }
        });
        Font font = Type.forText(Type.BODY, String.join("", texts));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(font);
        renderer.setDefaultItemLabelPaint(Ink.TEXT);
        renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        renderer.setDefaultNegativeItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
        return renderer;
    }
}
