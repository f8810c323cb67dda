package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.data.Noise;
import upsampling.op.Resize;
import upsampling.tensor.Shape;

/// Numbers of the curriculum: section 6.2, caveats K11 and K14, task 5.5, the example by hand of lesson 5.
class ResponseTest {

    /// The kernel of an enlargement by 2, painted by a cell in the middle of a row.
    private static Response twice(Resize rule) {
        return Response.of(Footprint.painted(rule.toSize(1, 32).on(Shape.plane(1, 16)), 0, 8).kernel());
    }

    @Test
    void zerosAtPiHaveTheOrdersOfTheCurriculum() {
        assertEquals(0, Response.of(1, 1, 1).zeroOrder(Math.PI));
        assertEquals(1, Response.of(1, 1, 1, 1).zeroOrder(Math.PI));
        assertEquals(1, twice(Resize.nearest()).zeroOrder(Math.PI));
        assertEquals(1, twice(Resize.bicubic()).zeroOrder(Math.PI));
        assertEquals(2, Response.of(.5, 1, .5).zeroOrder(Math.PI));
        assertEquals(3, twice(Resize.bilinear()).zeroOrder(Math.PI));
        assertEquals(3, Response.of(1, 3, 3, 1).zeroOrder(Math.PI));
        assertEquals(0, Response.of(1, 3, 3, 1).zeroOrder(0));
    }

    @Test
    void aliasMagnitudesAreThoseOfTheTask() {
        assertMatrix(new double[][] {{9, 3}, {3, 1}}, Response.of(new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}).aliasMagnitudes(2, 2));
        double[][] four = {{1, 1, 1, 1}, {1, 1, 1, 1}, {1, 1, 1, 1}, {1, 1, 1, 1}};
        assertMatrix(new double[][] {{16, 4, 4}, {4, 1, 1}, {4, 1, 1}}, Response.of(four).aliasMagnitudes(3, 3));
        double[][] balanced = {{.25, .5, .25}, {.5, 1, .5}, {.25, .5, .25}};
        assertMatrix(new double[][] {{4, 0}, {0, 0}}, Response.of(balanced).aliasMagnitudes(2, 2));
        assertMatrix(new double[][] {{6, 2}}, Response.of(1, 2, 3).aliasMagnitudes(1, 2));
    }

    private static void assertMatrix(double[][] expected, double[][] actual) {
        assertEquals(expected.length, actual.length);
        for (int r = 0; r < expected.length; r++) assertArrayEquals(expected[r], actual[r], 1e-14);
    }

    /// Image over base at the base frequency pi/4: tan, its square, its cube.
    @Test
    void leakOfAnEnlargementIsAPowerOfTheTangent() {
        double omega = Math.PI / 4;
        double tangent = Math.tan(omega / 2);
        assertEquals(tangent, leak(twice(Resize.nearest()), omega), 1e-14);
        assertEquals(tangent * tangent, leak(Response.of(.5, 1, .5), omega), 1e-14);
        assertEquals(tangent * tangent * tangent, leak(twice(Resize.bilinear()), omega), 1e-14);
        assertEquals(.414, tangent, 5e-4);
    }

    private static double leak(Response response, double omega) {
        return response.magnitude(Math.PI - omega) / response.magnitude(omega);
    }

    /// A Gaussian of three taps, written as `(1 + 2e cos) / (1 + 2e)`.
    @Test
    void symmetricKernelsHaveACosineAsResponse() {
        for (double e : new double[] {0.1, 0.5, 0.9}) {
            Response blur = Response.of(e / (1 + 2 * e), 1 / (1 + 2 * e), e / (1 + 2 * e));
            assertEquals(1, blur.gain(), 1e-15);
            for (double omega = 0; omega <= Math.PI; omega += 0.1) {
                assertEquals(Math.abs(1 + 2 * e * Math.cos(omega)) / (1 + 2 * e), blur.magnitude(omega), 1e-15);
            }
        }
        assertEquals(0, Response.of(.25, .5, .25).magnitude(Math.PI), 1e-15);
    }

    /// A wave goes through the convolution with the kernel: its amplitude is the magnitude.
    @Test
    void magnitudeIsTheAmplitudeOfAWaveAfterTheKernel() {
        RandomGenerator random = Noise.generator(7);
        double[][] kernel = new double[3][4];
        for (int i = 0; i < 12; i++) kernel[i / 4][i % 4] = random.nextGaussian();
        double omegaH = 0.7;
        double omegaW = -1.9;
        double cosine = wave(kernel, omegaH, omegaW, 0);
        double sine = wave(kernel, omegaH, omegaW, Math.PI / 2);
        assertEquals(Math.hypot(cosine, sine), Response.of(kernel).magnitude(omegaH, omegaW), 1e-14);
    }

    /// The wave `cos(omegaH*h + omegaW*w + phase)` after the convolution, at the cell (5, 5).
    private static double wave(double[][] kernel, double omegaH, double omegaW, double phase) {
        double y = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) y += kernel[u][v] * Math.cos(omegaH * (5 - u) + omegaW * (5 - v) + phase);
        }
        return y;
    }

    @Test
    void rejectsKernelsThatAreNoRectangle() {
        assertEquals("Response: length of row 0 must be >= 1, but was 0", assertThrows(IllegalArgumentException.class, Response::of).getMessage());
        assertEquals("Response: length of row 1 must be 2, but was 1",
                assertThrows(IllegalArgumentException.class, () -> Response.of(new double[][] {{1, 2}, {3}})).getMessage());
        assertEquals("Response: strideWidth must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> Response.of(1, 2).aliasMagnitudes(1, 0)).getMessage());
    }
}
