package upsampling.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static upsampling.data.Rejections.assertStops;
import static upsampling.data.Rejections.message;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class ShapesTest {

    static Stream<Figure> figures() {
        return Stream.of(new Figure.Disc(20.3, 17.85, 7.4), new Figure.Disc(20, 18, 1.2), new Figure.Ring(19.6, 20.25, 9.1, 1.3),
                new Figure.Ring(19.6, 20.25, 6, 4.5), new Figure.Line(20.1, 19.7, 15.3, 1, 0), new Figure.Line(20.1, 19.7, 15.3, 1, 90),
                new Figure.Line(20.1, 19.7, 15.3, 2.6, 33), new Figure.Line(20.1, 19.7, 15.3, 1.7, 131));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void sumIsTheAreaAndTheCentreIsMet(Figure figure) {
        Tensor image = Shapes.draw(figure, 40, 41);
        double sum = 0;
        double momentH = 0;
        double momentW = 0;
        for (int h = 0; h < 40; h++) {
            for (int w = 0; w < 41; w++) {
                sum += image.get(h, w);
                momentH += h * image.get(h, w);
                momentW += w * image.get(h, w);
            }
        }
        double[] centre = centre(figure);
        assertEquals(figure.area(), sum, .02 * figure.area());
        assertEquals(centre[0], momentH / sum, .01);
        assertEquals(centre[1], momentW / sum, .01);
    }

    private static double[] centre(Figure figure) {
        return switch (figure) {
            case Figure.Disc d -> new double[] {d.centreH(), d.centreW()};
            case Figure.Ring r -> new double[] {r.centreH(), r.centreW()};
            case Figure.Line l -> new double[] {l.centreH(), l.centreW()};
        };
    }

    /// The area of each figure by counting a hundred points per pixel, which knows nothing of the formula of the area.
    @ParameterizedTest
    @MethodSource("figures")
    void areaIsTheCountedArea(Figure figure) {
        int inside = 0;
        for (int i = 0; i < 400 * 400; i++) {
            if (figure.distance(i / 400 / 10.0 - .45, i % 400 / 10.0 - .45) > 0) inside++;
        }
        assertEquals(figure.area(), inside / 100.0, .01 * figure.area() + .05);
    }

    @Test
    void aLineAlongARowIsHandCheckable() {
        Tensor line = Shapes.draw(new Figure.Line(1.25, 2, 2, 1, 0), 4, 5);
        assertArrayEquals(new double[] {0, .75, .25, 0}, new double[] {line.get(0, 2), line.get(1, 2), line.get(2, 2), line.get(3, 2)}, 1e-7);
        assertEquals(0, line.get(1, 4));
    }

    @Test
    void randomShapesLieInsideAndComeInTurn() {
        Shapes shapes = Shapes.of(7, 30, 16);
        assertEquals(Shape.of(30, 1, 16, 16), shapes.images().shape());
        int[] labels = shapes.labels();
        for (int n = 0; n < 30; n++) {
            assertEquals(n % 3, labels[n]);
            double sum = 0;
            double[][] plane = shapes.images().plane(n, 0);
            for (double[] row : plane) for (double v : row) sum += v;
            assertEquals(shapes.figures().get(n).area(), sum, .02 * sum, "picture " + n + " is cut: " + shapes.figures().get(n));
            for (double along = -.5; along <= 15.5; along += .25) {
                for (double border : new double[] {-.5, 15.5}) {
                    assertTrue(shapes.figures().get(n).distance(along, border) <= 0, "picture " + n);
                    assertTrue(shapes.figures().get(n).distance(border, along) <= 0, "picture " + n);
                }
            }
            assertArrayEquals(Shapes.draw(shapes.figures().get(n), 16, 16).toArray(), Arrays.copyOfRange(shapes.images().data(), n * 256, (n + 1) * 256));
        }
        assertArrayEquals(shapes.images().toArray(), Shapes.of(7, 30, 16).images().toArray());
        assertFalse(Arrays.equals(shapes.images().toArray(), Shapes.of(8, 30, 16).images().toArray()));
        assertTrue(Shapes.of(7, 3, 12).figures().equals(Shapes.of(7, 3, 12).figures()));
    }

    @Test
    void rejectsShapesThatCannotBeDrawn() {
        assertEquals("Disc: radius must be >= 1.0, but was 0.5", message(() -> new Figure.Disc(1, 1, .5)));
        assertEquals("Disc: centreW must be finite, but was NaN", message(() -> new Figure.Disc(1, Double.NaN, 2)));
        assertEquals("Ring: centreH must be finite, but was Infinity", message(() -> new Figure.Ring(Double.POSITIVE_INFINITY, 1, 3, 1)));
        assertEquals("Ring: thickness must be >= 1.0, but was NaN", message(() -> new Figure.Ring(1, 1, 3, Double.NaN)));
        assertEquals("Ring: radius must be >= thickness/2 = 2.0, but was 1.5", message(() -> new Figure.Ring(1, 1, 1.5, 4)));
        assertEquals("Line: length must be finite and > 0.0, but was 0.0", message(() -> new Figure.Line(1, 1, 0, 1, 0)));
        assertEquals("Line: degrees must be finite, but was NaN", message(() -> new Figure.Line(1, 1, 2, 1, Double.NaN)));
        assertEquals("Shapes.of: count must be >= 1, but was 0", message(() -> Shapes.of(1, 0, 16)));
        assertEquals("Shapes.of: size must be >= 12, but was 11", message(() -> Shapes.of(1, 1, 11)));
        assertEquals("Shapes: number of figures must be 2, but was 0", message(() -> new Shapes(Tensor.zeros(2, 1, 3, 3), List.of())));
    }

    @Test
    void anInterruptStopsIt() {
        assertStops(() -> Shapes.of(1, 2, 16));
    }
}
