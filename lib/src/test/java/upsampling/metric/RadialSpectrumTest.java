package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import upsampling.data.Fields;
import upsampling.data.Noise;
import upsampling.op.AvgPool2d;
import upsampling.op.Resize;
import upsampling.op.ZeroInsertion;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Numbers of the curriculum: section 5, the row of Durall et al.
class RadialSpectrumTest {

    /// The sums of the definition, frequency by frequency.
    private static double[] byDefinition(double[][] f) {
        int height = f.length;
        int width = f[0].length;
        double[] sums = new double[Math.min(height, width) / 2 + 1];
        int[] counts = new int[sums.length];
        for (int u = -(height - 1) / 2; u <= height / 2; u++) {
            for (int v = -(width - 1) / 2; v <= width / 2; v++) {
                double real = 0;
                double imaginary = 0;
                for (int h = 0; h < height; h++) {
                    for (int w = 0; w < width; w++) {
                        double angle = 2 * Math.PI * ((double) u * h / height + (double) v * w / width);
                        real += f[h][w] * Math.cos(angle);
                        imaginary -= f[h][w] * Math.sin(angle);
                    }
                }
                int r = (int) Math.round(Math.sqrt(u * u + v * v));
                if (r >= sums.length) continue;
                sums[r] += real * real + imaginary * imaginary;
                counts[r]++;
            }
        }
        for (int r = 0; r < sums.length; r++) sums[r] /= counts[r];
        return sums;
    }

    @Test
    void spectrumIsTheDefinitionForAnySize() {
        for (Shape shape : new Shape[] {Shape.plane(7, 10), Shape.plane(8, 5), Shape.plane(1, 1), Shape.plane(6, 6)}) {
            Tensor x = Noise.normal(shape.h(), shape);
            assertArrayEquals(byDefinition(x.plane(0, 0)), RadialSpectrum.of(x).power(), 1e-10, shape.toString());
        }
    }

    @Test
    void aWaveHasItsPowerAtItsNumberOfPeriods() {
        double[][] wave = new double[16][16];
        for (int i = 0; i < 256; i++) wave[i / 16][i % 16] = Math.cos(2 * Math.PI * 5 * (i % 16) / 16);
        double[] power = RadialSpectrum.of(Tensor.image(wave)).power();
        for (int r = 0; r < power.length; r++) assertEquals(r == 5, power[r] > 1, "r=" + r + ": " + power[r]);
    }

    /// 64 x 64 pictures, halved and enlarged again: nearest leaves copies at the fine end, bilinear removes nearly everything there, zero
    /// insertion invents far more than there was. The sizes are those of the curriculum's example run, the digits are not.
    @Test
    void enlargementsLoseOrInventFineDetail() {
        double[] nearest = new double[33];
        double[] bilinear = new double[33];
        double[] zeros = new double[33];
        for (int seed = 1; seed <= 10; seed++) {
            Tensor fine = Fields.powerLaw(seed, 64, 64, 1);
            Tensor coarse = AvgPool2d.of(2).forward(fine);
            RadialSpectrum original = RadialSpectrum.of(fine);
            add(nearest, RadialSpectrum.of(Resize.nearest().withScale(2).forward(coarse)).relativeTo(original));
            add(bilinear, RadialSpectrum.of(Resize.bilinear().withScale(2).forward(coarse)).relativeTo(original));
            add(zeros, RadialSpectrum.of(ZeroInsertion.of(2).withOutputSize(64, 64).forward(coarse)).relativeTo(original));
        }
        assertSizes(nearest, 1, .92, .53, .45, .51, .22);
        assertSizes(bilinear, 1, .85, .25, .05, .013, .011);
        assertSizes(zeros, 4, .24, .19, .37, 3.0, 15.5); // the example run doubles the amplitude
    }

    /// The mean over the ten pictures at radius 4, 12, 20, 28, 31, within a third of the expected number.
    private static void assertSizes(double[] sums, double gain, double... expected) {
        int[] radii = {4, 12, 20, 28, 31};
        for (int i = 0; i < radii.length; i++) assertEquals(expected[i], gain * sums[radii[i]] / 10, expected[i] / 3, "r=" + radii[i]);
    }

    private static void add(double[] sums, double[] values) {
        for (int r = 0; r < sums.length; r++) sums[r] += values[r];
    }

    @Test
    void relativeRejectsOtherSizes() {
        RadialSpectrum large = RadialSpectrum.of(Tensor.zeros(1, 1, 8, 8));
        assertEquals("RadialSpectrum.relativeTo: number of radii must be 5, but was 3",
                assertThrows(IllegalArgumentException.class, () -> large.relativeTo(RadialSpectrum.of(Tensor.zeros(1, 1, 4, 8)))).getMessage());
    }
}
