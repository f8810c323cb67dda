package upsampling.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static upsampling.data.Rejections.assertStops;
import static upsampling.data.Rejections.message;

import java.util.List;
import org.junit.jupiter.api.Test;
import upsampling.data.Phantom.Ellipse;
import upsampling.tensor.Tensor;

class PhantomTest {

    @Test
    void anEllipseIsTurnedFromRightTowardsDown() {
        Ellipse flat = new Ellipse(1, 0, 0, .1, .5, 30);
        assertTrue(flat.contains(.49 * Math.sin(Math.PI / 6), .49 * Math.cos(Math.PI / 6)));
        assertTrue(!flat.contains(-.49 * Math.sin(Math.PI / 6), .49 * Math.cos(Math.PI / 6)));
        assertTrue(new Ellipse(1, .3, -.2, .1, .5, 90).contains(.3 + .49, -.2), "turned by 90 degrees the long axis points down");
        assertEquals(Math.PI * .05, flat.area(), 1e-15);
    }

    /// Values of the table of Shepp and Logan, as sums of the intensities of Toft.
    @Test
    void sheppLoganHasItsKnownValues() {
        Phantom head = Phantom.sheppLogan();
        assertEquals(0, head.at(-.95, 0), 1e-15, "outside");
        assertEquals(1, head.at(-.9, 0), 1e-15, "skull, above the brain");
        assertEquals(.2, head.at(.8, 0), 1e-15, "brain");
        assertEquals(0, head.at(0, .22), "right ventricle: no rounding is left");
        assertEquals(0, head.at(0, -.25), 1e-15, "left ventricle");
        assertEquals(.3, head.at(-.5, 0), 1e-15, "large bright disc, above the middle");
        assertEquals(.3, head.at(.606, 0), 1e-15, "smallest disc, below the middle");
        assertEquals(10, head.ellipses().size());
    }

    @Test
    void meanOfThePictureIsTheIntegral() {
        for (Phantom phantom : List.of(Phantom.sheppLogan(), Phantom.of(1), Phantom.of(2))) {
            double sum = 0;
            for (float v : phantom.image(128).data()) sum += v;
            assertEquals(phantom.integral() / 4, sum / (128 * 128), 2e-4);
        }
    }

    @Test
    void aPixelAtABorderIsTheMeanOfItsPoints() {
        Phantom half = new Phantom(List.of(new Ellipse(8, 0, -100, 1000, 100, 0))); // everything left of the middle, up to 1e-8
        assertArrayEquals(new float[] {8, 4, 0, 8, 4, 0, 8, 4, 0}, half.image(3).toArray(), 1e-6f);
        assertArrayEquals(new float[] {1, 0, 1, 0}, half.mask(0, 2).toArray());
    }

    @Test
    void aCentredEllipseGivesASymmetricPicture() {
        Tensor image = new Phantom(List.of(new Ellipse(1, 0, 0, .61, .43, 0))).image(16);
        for (int h = 0; h < 16; h++) {
            for (int w = 0; w < 16; w++) {
                assertEquals(image.get(h, w), image.get(15 - h, w));
                assertEquals(image.get(h, w), image.get(h, 15 - w));
            }
        }
    }

    @Test
    void organsAndTumoursLieInTheBrain() {
        for (int seed = 0; seed < 50; seed++) {
            Phantom phantom = Phantom.of(seed);
            for (Ellipse organ : phantom.ellipses().subList(2, phantom.ellipses().size())) {
                double reach = Math.max(organ.semiY(), organ.semiX());
                for (double t = 0; t < 2 * Math.PI; t += .1) {
                    assertTrue(phantom.ellipses().get(1).contains(organ.centreY() + reach * Math.sin(t), organ.centreX() + reach * Math.cos(t)), organ.toString());
                }
            }
        }
    }

    @Test
    void maskOfTheTumourHasItsArea() {
        for (int seed = 0; seed < 20; seed++) {
            Phantom phantom = Phantom.of(seed);
            int last = phantom.ellipses().size() - 1;
            Ellipse tumour = phantom.ellipses().get(last);
            Tensor mask = phantom.mask(last, 256);
            double inside = 0;
            for (int h = 0; h < 256; h++) {
                for (int w = 0; w < 256; w++) {
                    double y = (2.0 * h + 1) / 256 - 1;
                    double x = (2.0 * w + 1) / 256 - 1;
                    if (mask.get(h, w) == 0) continue;
                    inside++;
                    assertTrue(phantom.ellipses().get(1).contains(y, x), "the tumour lies in the brain");
                    assertTrue(phantom.at(y, x) > .3 + .4 - 4 * .05 - 1e-9);
                }
            }
            assertEquals(tumour.area(), inside * 4 / (256 * 256), .05 * tumour.area());
        }
        assertEquals(Phantom.of(3), Phantom.of(3));
        assertTrue(!Phantom.of(3).equals(Phantom.of(4)));
    }

    @Test
    void rejectsEllipsesWithoutArea() {
        assertEquals("Ellipse: semiY must be finite and > 0.0, but was 0.0", message(() -> new Ellipse(1, 0, 0, 0, 1, 0)));
        assertEquals("Ellipse: semiX must be finite and > 0.0, but was NaN", message(() -> new Ellipse(1, 0, 0, 1, Double.NaN, 0)));
        assertEquals("Ellipse: intensity must be finite, but was NaN", message(() -> new Ellipse(Double.NaN, 0, 0, 1, 1, 0)));
        assertEquals("Ellipse: centreY must be finite, but was NaN", message(() -> new Ellipse(1, Double.NaN, 0, 1, 1, 0)));
        assertEquals("Ellipse: centreX must be finite, but was NaN", message(() -> new Ellipse(1, 0, Double.NaN, 1, 1, 0)));
        assertEquals("Ellipse: degrees must be finite, but was NaN", message(() -> new Ellipse(1, 0, 0, 1, 1, Double.NaN)));
        assertEquals("Phantom: number of ellipses must be >= 1, but was 0", message(() -> new Phantom(List.of())));
        assertEquals("Phantom.image: size must be >= 1, but was 0", message(() -> Phantom.sheppLogan().image(0)));
        assertEquals("Phantom.mask: ellipse must be in 0..9, but was 10", message(() -> Phantom.sheppLogan().mask(10, 8)));
        assertEquals("Phantom.mask: size must be >= 1, but was 0", message(() -> Phantom.sheppLogan().mask(0, 0)));
    }

    @Test
    void anInterruptStopsIt() {
        assertStops(() -> Phantom.sheppLogan().image(4));
        assertStops(() -> Phantom.sheppLogan().mask(0, 4));
    }
}
