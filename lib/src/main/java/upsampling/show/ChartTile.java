package upsampling.show;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.xy.XYDataset;

/// Any JFreeChart, as its maker styled it. Its title, axes, series and values are digested; other settings are not known here.
record ChartTile(JFreeChart chart, int height) implements Tile {
    private static final int HEIGHT = 380;

    static ChartTile of(JFreeChart chart) {
        return new ChartTile(chart, HEIGHT);
    }

    @Override
    public int width() {
        return ChartStyle.WIDTH;
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        ChartStyle.paint(chart, sheet, x, y, width(), height);
    }

    @Override
    public void digest(ValueDigest d) {
        d.text("chart").text(title()).counts(height);
        if (chart.getPlot() instanceof XYPlot plot) {
            for (int i = 0; i < plot.getDomainAxisCount(); i++) label(d, plot.getDomainAxis(i) == null ? null : plot.getDomainAxis(i).getLabel());
            for (int i = 0; i < plot.getRangeAxisCount(); i++) label(d, plot.getRangeAxis(i) == null ? null : plot.getRangeAxis(i).getLabel());
            for (int i = 0; i < plot.getDatasetCount(); i++) digest(d, plot.getDataset(i));
        } else if (chart.getPlot() instanceof CategoryPlot plot) {
            label(d, plot.getDomainAxis() == null ? null : plot.getDomainAxis().getLabel());
            label(d, plot.getRangeAxis() == null ? null : plot.getRangeAxis().getLabel());
            for (int i = 0; i < plot.getDatasetCount(); i++) digest(d, plot.getDataset(i));
        }
    }

    /// Returns the chart's title; empty if it has none.
    String title() {
        return chart.getTitle() == null ? "" : chart.getTitle().getText();
    }

    private static void label(ValueDigest d, String label) {
        d.text(label == null ? "" : label);
    }

    private static void digest(ValueDigest d, XYDataset data) {
        for (int s = 0; data != null && s < data.getSeriesCount(); s++) {
            double[] x = new double[data.getItemCount(s)];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = data.getXValue(s, i);
                y[i] = data.getYValue(s, i);
            }
            d.text(data.getSeriesKey(s).toString()).values(x).values(y);
        }
    }

    private static void digest(ValueDigest d, CategoryDataset data) {
        for (int row = 0; data != null && row < data.getRowCount(); row++) {
            double[] values = new double[data.getColumnCount()];
            for (int column = 0; column < values.length; column++) {
                Number value = data.getValue(row, column);
                values[column] = value == null ? Double.NaN : value.doubleValue();
                d.text(data.getColumnKey(column).toString());
            }
            d.text(data.getRowKey(row).toString()).values(values);
        }
    }
}
