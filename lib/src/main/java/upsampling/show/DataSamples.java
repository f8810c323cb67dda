package upsampling.show;

import java.util.Map;
import java.util.function.Supplier;
import upsampling.data.Bump;
import upsampling.data.Filaments;
import upsampling.data.Glyphs;
import upsampling.data.Ocean;
import upsampling.data.Phantom;
import upsampling.data.Shapes;
import upsampling.data.Spectrum16;
import upsampling.tensor.Tensor;

/// One picture of every procedural data set, with its ground truth.
final class DataSamples {
    private DataSamples() { }

    static void addTo(Map<String, Supplier<Shown>> samples) {
        samples.put("shapes", DataSamples::shapes);
        samples.put("glyphs", DataSamples::glyphs);
        samples.put("filaments", DataSamples::filaments);
        samples.put("phantom", DataSamples::phantom);
        samples.put("ocean", DataSamples::ocean);
        samples.put("bump", DataSamples::bump);
        samples.put("spectrum16", DataSamples::spectrum16);
    }

    private static Shown shapes() {
        Shapes shapes = Shapes.of(3, 6, 16);
        return Shown.figure(gallery(shapes.images(), 6, 80, new String[] {"disc", "ring", "line", "disc", "ring", "line"}),
            "Shapes lie anywhere, also between the pixels.", "Grey pixels are covered in part; position, size and area of each shape are known.",
            "Six pictures of 16 by 16 pixels: discs, rings and lines with soft borders.");
    }

    private static Shown glyphs() {
        Glyphs glyphs = Glyphs.of(3, 10, 16);
        String[] names = new String[10];
        for (int n = 0; n < 10; n++) names[n] = "%d at (%d, %d)".formatted(glyphs.labels()[n], glyphs.tops()[n], glyphs.lefts()[n]);
        return Shown.figure(gallery(glyphs.images(), 10, 80, names), "Ten digits, each at its own place.", "5×7 dots of 2×2 pixels; the title is (top, left).",
            "The digits 0 to 9 in a coarse font, each in a picture of 16 by 16 pixels at another place.");
    }

    private static Shown filaments() {
        Filaments set = Filaments.of(2, 1, 48, Filaments.Settings.standard());
        return Shown.figure(Maps.row(Maps.image("image", set.images().plane(0, 0), 144), Maps.image("without noise", set.clean().plane(0, 0), 144),
                Maps.image("mask", set.masks().plane(0, 0), 144)),
            "The mask is exact, the image is not.", "Tubes of radius 1.5 px, blurred by 1 px, counted with 50 photons.",
            "A noisy picture of curved tubes, the same picture without noise, and its mask of two values.");
    }

    private static Shown phantom() {
        Phantom random = Phantom.of(4);
        int tumour = random.ellipses().size() - 1;
        return Shown.figure(Maps.row(Maps.image("Shepp–Logan", Phantom.sheppLogan().image(64).plane(0, 0), 192),
                Maps.image("random head", random.image(64).plane(0, 0), 192), Maps.image("its tumour", random.mask(tumour, 64).plane(0, 0), 192)),
            "A head made of ellipses is known at every point.", "64×64 pixels. The last ellipse of a random head is the tumour.",
            "Two heads made of ellipses, and the mask of the small strong spot in the second head.");
    }

    private static Shown ocean() {
        Ocean ocean = Ocean.of(1);
        double[][] field = ocean.temperatures(36, 72).plane(0, 0);
        boolean[][] mask = ocean.mask(36, 72);
        double[][] northUp = new double[36][];
        for (int h = 0; h < 36; h++) {
            northUp[h] = field[35 - h];
            for (int w = 0; w < 72; w++) if (!mask[35 - h][w]) northUp[h][w] = Double.NaN;
        }
        return Shown.figure(PixelMap.of("temperature in °C, 36×72 cells", Ink.INPUT, northUp).cell(8).noNumbers().noGrid(),
            "An ocean on a sphere.", "30 cos²(lat) − 2 °C and eddies; land is left out. East of the last column lies the first.",
            "A map with warm cells along the equator, cold ones at both poles, some round spots, and round holes where land is.");
    }

    private static Shown bump() {
        double[] signal = Bump.standard().signal();
        double[] places = new double[signal.length];
        for (int n = 0; n < places.length; n++) places[n] = n;
        return Shown.figure(Charts.lines("sample", "value", Curve.of("bump", Ink.INPUT, places, signal)),
            "A bell whose top lies between two samples.", "σ = 1.5 at 30.3, 64 samples.",
            "A flat line with one narrow bell between samples 26 and 35.");
    }

    private static Shown spectrum16() {
        Spectrum16 set = Spectrum16.of(1);
        return Shown.figure(PixelMap.of("covariance of 16 channels", Ink.PLAIN, set.covariance()).cell(22).noNumbers(),
            "Every direction is spread over all channels.", "Four of 16 directions hold 23 of the variance 31.7; a code of 4 numbers loses 8.7.",
            "A symmetric matrix of 16 by 16 cells with positive and negative values and no visible structure.");
    }

    private static Tile gallery(Tensor images, int count, int width, String[] titles) {
        PixelMap[] maps = new PixelMap[count];
        for (int n = 0; n < count; n++) maps[n] = Maps.image(titles[n], images.plane(n, 0), width);
        return Maps.row(maps);
    }
}
