package upsampling.show;

import upsampling.op.AvgPool2d;
import upsampling.tensor.Shape;

/// Samples of what a lesson about resizing draws.
final class ResizeSamples {
    private static final double[] HALF_PIXEL = {-.25, .25, .75, 1.25, 1.75, 2.25, 2.75, 3.25};
    private static final double[] CORNERS = {0, 3 / 7., 6 / 7., 9 / 7., 12 / 7., 15 / 7., 18 / 7., 3};
    private static final int SIDE = 48;

    private ResizeSamples() { }

    static Shown kernels() {
        return Shown.figure(Charts.lines("distance in pixels", "weight",
                Curve.sampled("nearest", Ink.PLAIN, -2, 2, t -> t >= -.5 && t < .5 ? 1 : 0).labelAt(185, Place.LEFT),
                Curve.sampled("linear", Ink.OUTPUT, -2, 2, t -> Math.max(0, 1 - Math.abs(t))).labelAt(315, Place.RIGHT),
                Curve.sampled("cubic, a = −.75", Ink.ACCENT, -2, 2, t -> cubic(Math.abs(t), -.75)).labelAt(400, Place.BELOW)),
            "Only the cubic kernel has negative weights.", "They make edges sharp, and overshoot.",
            "Three kernels over distances from −2 to 2: a box, a hat, and a curve that falls below 0 between 1 and 2.");
    }

    private static double cubic(double t, double a) {
        if (t <= 1) return ((a + 2) * t - (a + 3)) * t * t + 1;
        return t < 2 ? ((a * t - 5 * a) * t + 8 * a) * t - 4 * a : 0;
    }

    static Shown resampled() {
        double[] cubic = {-.105469, .191406, .667969, 1.296875, 1.703125, 2.332031, 2.808594, 3.105469};
        return Shown.figure(Charts.resampled("input", new double[] {0, 1, 2, 3}, "bicubic", cubic, HALF_PIXEL),
            "Bicubic leaves the range of its input.", "[0, 1, 2, 3] → 8: the first output is −.1055, the last 3.105.",
            "Four input samples 0 to 3 on stems and eight outputs between them, the first below 0 and the last above 3.");
    }

    static Shown positions() {
        return Shown.figure(PixelLine.of("input", 4).samples("half-pixel", HALF_PIXEL).samples("corners", CORNERS),
            "The two conventions read at different places.", "4 → 8. Half-pixel: .5 px apart. Corners: first on first and last on last, 3/7 px apart.",
            "Four pixels; below them eight positions from −.25 to 3.25 and eight from 0 to 3.");
    }

    static Shown matrices() {
        return Shown.figure(Tile.column(12, Maps.matrix("average k3 s2, 1×9 → 1×4", AvgPool2d.of(1, 3).withStride(1, 2).on(Shape.plane(1, 9))),
                Maps.matrix("average k2, 4×4 → 2×2", AvgPool2d.of(2).on(Shape.plane(4, 4)))),
            "A row of the matrix is one output.", "Blocks are rows of the image.",
            "Two matrices: four rows with three weights .3333 each, two columns further on in every row; four rows with four weights .25.");
    }

    static Shown spectra() {
        return Shown.figure(Charts.lines("frequency (1 = half the sampling rate of the output)", "gain",
                Curve.sampled("nearest", Ink.PLAIN, 0, 1, w -> Math.abs(Math.cos(Math.PI * w / 2))),
                Curve.sampled("linear", Ink.OUTPUT, 0, 1, w -> Math.abs(Math.pow(Math.cos(Math.PI * w / 2), 3))).labelAt(200, Place.BELOW_LEFT)).withZero(),
            "Linear enlargement keeps less of the images.", "×2 at half pixels: [1, 1] against [1, 3, 3, 1]/4.",
            "Two falling curves from 1 to 0; the linear one falls faster.");
    }

    static Shown images() {
        double[][] plate = new double[SIDE][SIDE];
        double[][] small = new double[SIDE / 4][SIDE / 4];
        double[][] back = new double[SIDE][SIDE];
        for (int r = 0; r < SIDE; r++) {
            for (int c = 0; c < SIDE; c++) {
                plate[r][c] = .5 + .5 * Math.cos((r * r + c * c) / 40.);
                small[r / 4][c / 4] += plate[r][c] / 16;
            }
        }
        for (int r = 0; r < SIDE; r++) for (int c = 0; c < SIDE; c++) back[r][c] = small[r / 4][c / 4];
        return Shown.figure(Tile.column(14, Maps.row(Maps.image("original 48×48", plate, 144), Maps.image("averages 12×12", small, 144),
                Maps.image("repeated", back, 144)), Maps.difference("repeated − original", back, plate).cell(3).noNumbers()),
            "What is lost has the finest detail.", "Grey maps on one scale; purple is too dark, orange too bright.",
            "A pattern of rings, its 12 by 12 averages, these repeated to 48 by 48, and the difference, which grows with the rings' fineness.");
    }
}
