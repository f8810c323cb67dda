package upsampling.show;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/// What all charts share: paper, quiet lines, round ticks, numbers as the course writes them.
final class ChartStyle {
    static final int WIDTH = Shown.MOST_WIDTH;
    static final double UPPER_MARGIN = 0.12;
    /// Lines that only guide the eye: of a chart's values, of a table's rows.
    static final Color GRID = new Color(0xE6E9ED);
    private static final Color ZERO_LINE = new Color(0x9AA1AC);

    private ChartStyle() { }

    static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setLabelFont(Type.forText(Type.BODY, label));
        axis.setLabelPaint(Ink.QUIET);
        axis.setTickLabelFont(Type.forText(Type.BODY, "−0"));
        axis.setTickLabelPaint(Ink.QUIET);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    /// Sets round tick values (1, 2, 5 times a power of ten), at most about so many.
    ///
    /// @param last ticks beyond are not written: there is room, but no data
    static void ticks(NumberAxis axis, int most, double last) {
        double span = axis.getRange().getLength();
        double unit = Math.pow(10, Math.floor(Math.log10(span / most)));
        double step = unit;
        for (double factor : new double[] {1, 2, 5, 10}) {
            step = unit * factor;
            if (span / step <= most) break;
        }
        axis.setTickUnit(new NumberTickUnit(step), false, true);
        axis.setNumberFormatOverride(new TickFormat(step, last + step / 1000));
    }

    static void theme(Plot plot) {
        plot.setBackgroundPaint(Ink.PAPER);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(2, 0, 2, 12));
        if (plot instanceof XYPlot xy) {
            xy.setRangeGridlinePaint(GRID);
            xy.setRangeGridlineStroke(new BasicStroke(1));
            xy.setDomainGridlinesVisible(false);
            xy.setRangeZeroBaselineVisible(true);
            xy.setRangeZeroBaselinePaint(ZERO_LINE);
        }
    }

    static void paint(Plot plot, Sheet sheet, int x, int y, int width, int height) {
        JFreeChart chart = new JFreeChart(null, null, plot, /* createLegend= */ false);
        chart.setBackgroundPaint(Ink.PAPER);
        paint(chart, sheet, x, y, width, height);
    }

    static void paint(JFreeChart chart, Sheet sheet, int x, int y, int width, int height) {
        chart.draw(sheet.graphics(), new Rectangle2D.Double(x, y, width, height));
    }

    /// Writes a tick, which is a multiple of a step; 0.1 + 0.2 is written .3 and the rounding error around 0 as 0.
    private static final class TickFormat extends NumberFormat {
        private final double step;
        private final double last;

        TickFormat(double step, double last) {
            this.step = step;
            this.last = last;
        }

        @Override
        public StringBuffer format(double v, StringBuffer target, FieldPosition position) {
            return v > last ? target : target.append(Type.drawable(Numbers.count(Math.rint(v / step) == 0 ? 0 : v)));
        }

        @Override
        public StringBuffer format(long v, StringBuffer target, FieldPosition position) {
            return format((double) v, target, position);
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new IllegalStateException("a chart never reads its ticks");
        }
    }
}
