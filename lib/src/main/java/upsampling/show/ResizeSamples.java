package upsampling.show;

import java.util.Locale;
import upsampling.op.AvgPool2d;
import upsampling.op.Resize;
import upsampling.tensor.Alignment;
import upsampling.tensor.Grid;
import upsampling.tensor.Interpolation;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;

/// Samples of what a lesson about resizing draws.
final class ResizeSamples {
    private static final Grid GRID = Grid.ofSize(4, 8);
    private static final int SIDE = 48;

    private ResizeSamples() { }

    static Shown kernels() {
        return Shown.figure(Charts.lines("distance in pixels", "weight",
                Curve.sampled("nearest", Ink.PLAIN, -2, 2, t -> t >= -.5 && t < .5 ? 1 : 0).labelAt(185, Place.LEFT),
                Curve.sampled("linear", Ink.OUTPUT, -2, 2, t -> Math.max(0, 1 - Math.abs(t))).labelAt(150, Place.ABOVE_LEFT),
                Curve.sampled("cubic, a = −.75", Ink.ACCENT, -2, 2, t -> cubic(Math.abs(t), -.75)).labelAt(80, Place.BELOW)),
            "Only the cubic kernel has negative weights.", "They make edges sharp, and overshoot.",
            "Three kernels over distances from −2 to 2: a box, a hat, and a curve that falls below 0 between 1 and 2.");
    }

    private static double cubic(double t, double a) {
        if (t <= 1) return ((a + 2) * t - (a + 3)) * t * t + 1;
        return t < 2 ? ((a * t - 5 * a) * t + 8 * a) * t - 4 * a : 0;
    }

    static Shown resampled() {
        return Shown.figure(Charts.resampled(new double[] {0, 1, 2, 3}, "bicubic", Taps.cubic(GRID, -.75), GRID),
            "Bicubic leaves the range of its input.", "[0, 1, 2, 3] → 8: the first output is −.1055, the last 3.105.",
            "Four input samples 0 to 3 on stems and eight outputs between them, the first below 0 and the last above 3.");
    }

    static Shown positions() {
        return Shown.figure(PixelLine.of("input", 4).samples("half-pixel", GRID).samples("corners", GRID.withAlignment(Alignment.CORNERS)),
            "The two conventions read at different places.", "4 → 8. Half-pixel: .5 px apart. Corners: first on first and last on last, 3/7 px apart.",
            "Four pixels; below them eight positions from −.25 to 3.25 and eight from 0 to 3.");
    }

    /// Cells under cells: a finer row, a coarser one, one output picked, and so many that places cannot be written.
    static Shown cells() {
        Grid coarse = Grid.ofSize(8, 4);
        Grid many = Grid.ofSize(12, 31);
        return Shown.figure(Tile.column(16, PixelLine.of("input", 4).cells("half pixels", GRID).cells("corners", GRID.withAlignment(Alignment.CORNERS)),
                PixelLine.of("input", 8).cells("half as many", coarse).pick(2, Taps.linear(coarse)), PixelLine.of("input", 12).cells("output", many)),
            "Every output covers a part of the input.", "With half pixels the edges meet, with corners the first and the last centres.",
            "Four cells above eight, twice; eight cells above four, where output 2 lies between the inputs 4 and 5; twelve cells above 31.");
    }

    /// A signal under all modes; nearest has no corners.
    static Shown explorer() {
        return Explorer.of("mode", "nearest", "bilinear", "bicubic").and("alignment", "half-pixel", "corners").and("size", 4, 11)
            .start("mode", "bicubic").start("size", 8).pick(3)
            .claim("Every mode is another matrix.", "Bicubic reads up to four inputs, the outer ones with negative weights.")
            .shown(s -> resize(s).toSize(1, s.number("size")).on(Shape.plane(1, 6)));
    }

    static Shown explorerOfImages() {
        return Explorer.of("mode", "nearest", "bilinear", "bicubic").and("scale", 1, 3).start("mode", "bilinear").start("scale", 2)
            .claim("An image is resized along both axes at once.", "Pick an input in the middle and one at the border.")
            .shown(s -> resize(s.choice("mode")).withScale(s.number("scale")).on(Shape.plane(4, 4)));
    }

    /// The longest rows that fit, in twelve states.
    static Shown explorerOfMany() {
        return Explorer.of("outputs", 21, 32).start("outputs", 32)
            .claim("Between whole factors the weights differ from output to output.", "Sixteen inputs; at 32 outputs two patterns repeat.")
            .shown(s -> Resize.bilinear().toSize(1, s.number("outputs")).on(Shape.plane(1, 16)));
    }

    /// The largest images that fit, at kernel 1.
    static Shown explorerOfLargeImages() {
        return Explorer.of("kernel", 1, 4).start("kernel", 3)
            .claim("Pooling is also read backwards: what does one input paint?", "Averages of a 16×16 image with stride 1.")
            .shown(s -> AvgPool2d.of(s.number("kernel")).withStride(1).on(Shape.plane(16, 16)));
    }

    private static Resize resize(Settings s) {
        return resize(s.choice("mode")).withAlignment(s.choice("alignment").equals("corners") ? Alignment.CORNERS : Alignment.HALF_PIXEL);
    }

    private static Resize resize(String mode) {
        return Resize.of(Interpolation.valueOf(mode.toUpperCase(Locale.ROOT)));
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
