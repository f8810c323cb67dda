package upsampling.data;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Pictures of one bright shape each, disc, ring or line, anywhere between the pixels, and the numbers they were drawn from.
///
/// ```
/// pixel = mean over its 4 x 4 parts of clamp(4*distance + 1/2, 0, 1)      distance from the middle of the part to the border of the shape
/// ```
/// Pixel `(h, w)` is the unit square around the point `(h, w)`; distances are in pixels and positive inside. The ramp at the border stands for
/// the covered part of a square: the sum of a picture is the area of its shape within 2 %, its centre of mass the centre within .01 pixels.
///
/// @param images `[N, 1, size, size]`, values in `0 .. 1`
/// @param figures what was drawn, one per image
public record Shapes(Tensor images, List<Figure> figures) {
    private static final int LEAST_SIZE = 12;
    /// Each pixel is cut into so many times so many parts.
    private static final int PARTS = 4;

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException unless there is one figure per image
    public Shapes {
        figures = List.copyOf(figures);
        Checks.sameSize("Shapes", "number of figures", images.shape().n(), figures.size());
    }

    /// Returns random shapes, in turn disc, ring and line, each one completely inside its square picture.
    ///
    /// @param count number of pictures, >= 1
    /// @param size of a picture in pixels, >= 12
    /// @throws IllegalArgumentException unless `count >= 1` and `size >= 12`
    public static Shapes of(long seed, int count, int size) {
        Checks.atLeast(1, "Shapes.of", "count", count);
        Checks.atLeast(LEAST_SIZE, "Shapes.of", "size", size);
        RandomGenerator random = Noise.generator(seed);
        Shape shape = Shape.of(count, 1, size, size);
        float[] values = new float[shape.size()];
        List<Figure> figures = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            Figure figure = random(random, n % 3, size);
            draw(figure, values, n * size * size, size, size);
            figures.add(figure);
        }
        return new Shapes(Tensor.of(shape, values), figures);
    }

    private static Figure random(RandomGenerator random, int label, int size) {
        double reach = random.nextDouble(size / 5.0, size / 3.0); // from the centre to the farthest point of the border
        double centreH = random.nextDouble(reach, size - 1 - reach);
        double centreW = random.nextDouble(reach, size - 1 - reach);
        double thickness = random.nextDouble(1, size / 8.0);
        return switch (label) {
            case 0 -> new Figure.Disc(centreH, centreW, reach);
            case 1 -> new Figure.Ring(centreH, centreW, reach - thickness / 2, thickness);
            default -> new Figure.Line(centreH, centreW, 2 * reach - thickness, thickness, random.nextDouble(180));
        };
    }

    /// Returns one figure, `[1, 1, height, width]`.
    ///
    /// @throws IllegalArgumentException unless both sizes are >= 1
    public static Tensor draw(Figure figure, int height, int width) {
        Shape shape = Shape.plane(height, width);
        float[] values = new float[shape.size()];
        draw(figure, values, 0, height, width);
        return Tensor.of(shape, values);
    }

    private static void draw(Figure figure, float[] values, int start, int height, int width) {
        for (int h = 0; h < height; h++) {
            Interrupts.check();
            for (int w = 0; w < width; w++) values[start + h * width + w] = (float) covered(figure, h, w);
        }
    }

    private static double covered(Figure figure, int h, int w) {
        double sum = 0;
        for (int i = 0; i < PARTS * PARTS; i++) {
            double partH = h + (i / PARTS + 0.5) / PARTS - 0.5;
            double partW = w + (i % PARTS + 0.5) / PARTS - 0.5;
            sum += Math.clamp(PARTS * figure.distance(partH, partW) + 0.5, 0, 1);
        }
        return sum / (PARTS * PARTS);
    }

    /// Returns the class of every image: 0 disc, 1 ring, 2 line.
    public int[] labels() {
        int[] labels = new int[figures.size()];
        for (int n = 0; n < labels.length; n++) labels[n] = figures.get(n).label();
        return labels;
    }
}
