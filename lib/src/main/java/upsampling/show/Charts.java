package upsampling.show;

import java.util.List;
import upsampling.tensor.Grid;
import upsampling.tensor.Taps;

/// Curves, samples, bars and histograms in the look of the course: no box, no legend, a quiet grid, every series named where it is.
public final class Charts {
    private static final double RIGHT_PART = 0.6;

    private Charts() { }

    /// Returns at most five curves over one axis. Axes name quantity and unit.
    public static LineChart lines(String xLabel, String yLabel, Curve... curves) {
        return LineChart.of(xLabel, yLabel, curves);
    }

    /// Returns named dots over two quantities, such as the price and the gain of several methods. Curves may be added by {@link LineChart#with}.
    ///
    /// @throws IllegalArgumentException unless there is a dot
    public static LineChart dots(String xLabel, String yLabel, Mark... marks) {
        return new LineChart(xLabel, yLabel, LineChart.HEIGHT, false, List.of(), List.of(marks));
    }

    /// Returns horizontal bars from the first to the last, each with its value at its end.
    public static BarChart bars(String valueLabel, Bar... bars) {
        return BarChart.of(valueLabel, bars);
    }

    /// Returns histograms over each other as outlines, all with the same bins, as densities; each is named at its peak, or where it asks for.
    public static LineChart histograms(String xLabel, Bins bins, Distribution... distributions) {
        Curve[] outlines = new Curve[distributions.length];
        for (int i = 0; i < outlines.length; i++) outlines[i] = outline(bins, distributions[i]);
        int leftmost = 0;
        for (int i = 1; i < outlines.length; i++) {
            if (namePoint(outlines[i]) < namePoint(outlines[leftmost])) leftmost = i;
        }
        for (int i = 0; i < outlines.length; i++) {
            if (!Double.isNaN(distributions[i].nameAt())) continue;
            boolean left = outlines.length > 1 && i == leftmost || namePoint(outlines[i]) > bins.from() + RIGHT_PART * (bins.to() - bins.from());
            outlines[i] = outlines[i].labelAt(outlines[i].labelAt(), left ? Place.ABOVE_LEFT : Place.ABOVE_RIGHT);
        }
        return LineChart.of(xLabel, "density", outlines).withZero();
    }

    /// Returns a signal and what a resampling made of it: every output sample stands at the position in the input where it was taken.
    ///
    /// ```
    /// Charts.resampled("input", new double[] {0, 1, 2, 3}, "linear", y, new double[] {-.25, .25, .75, 1.25, 1.75, 2.25, 2.75, 3.25})
    /// ```
    /// A curve through all positions can be added by {@link LineChart#with}.
    ///
    /// @param x the samples of the input, at the positions 0, 1, 2 ...; at least two
    /// @param y the samples of the output, at least two
    /// @param positions where in the input each of them was taken; as many as `y`
    /// @throws IllegalArgumentException unless there are two inputs, two outputs and as many positions as outputs
    public static LineChart resampled(String inputName, double[] x, String outputName, double[] y, double[] positions) {
        double[] pixels = new double[x.length];
        for (int i = 0; i < pixels.length; i++) pixels[i] = i;
        return LineChart.of("position in pixels of the input", "value", Curve.stems(inputName, Ink.INPUT, pixels, x),
            Curve.dots(outputName, Ink.OUTPUT, positions, y));
    }

    /// Returns a signal and what a sampling matrix makes of it, each output at its place on the input axis.
    ///
    /// ```
    /// Grid grid = Grid.ofSize(4, 8);
    /// Charts.resampled(new double[] {0, 1, 2, 3}, "linear", Taps.linear(grid), grid)
    /// ```
    /// @throws IllegalArgumentException unless signal, matrix and grid have the same sizes, both at least 2
    public static LineChart resampled(double[] x, String outputName, Taps taps, Grid grid) {
        if (x.length != grid.in() || taps.inSize() != grid.in() || taps.outSize() != grid.out()) {
            throw new IllegalArgumentException(("Charts.resampled: the signal has %d samples, the matrix goes from %d to %d, the grid from %d to %d; "
                + "they must agree").formatted(x.length, taps.inSize(), taps.outSize(), grid.in(), grid.out()));
        }
        return resampled("input", x, outputName, taps.apply(x), PixelLine.positions(grid));
    }

    private static double namePoint(Curve outline) {
        return outline.x()[outline.labelAt()];
    }

    // up, along and down each bin; the name stands at the middle of the highest
    private static Curve outline(Bins bins, Distribution distribution) {
        double[] density = bins.density(distribution.values());
        double[] x = new double[3 * bins.count() + 2];
        double[] y = new double[x.length];
        int highest = 0;
        x[0] = bins.from();
        for (int b = 0; b < bins.count(); b++) {
            x[3 * b + 1] = bins.start(b);
            x[3 * b + 2] = bins.start(b) + bins.width() / 2;
            x[3 * b + 3] = bins.start(b + 1);
            for (int i = 1; i <= 3; i++) y[3 * b + i] = density[b];
            if (density[b] > density[highest]) highest = b;
        }
        x[x.length - 1] = bins.to();
        Curve outline = Curve.of(distribution.name(), distribution.role(), x, y);
        if (Double.isNaN(distribution.nameAt())) return outline.labelAt(3 * highest + 2, Place.ABOVE);
        int bin = (int) Math.clamp(Math.floor((distribution.nameAt() - bins.from()) / bins.width()), 0, bins.count() - 1);
        return outline.labelAt(3 * bin + 2, bin < highest ? Place.ABOVE_LEFT : Place.ABOVE_RIGHT);
    }
}
