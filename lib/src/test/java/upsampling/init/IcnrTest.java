package upsampling.init;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import upsampling.backend.OffHeapBackend;
import upsampling.data.Noise;
import upsampling.op.Resize;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Numbers of the curriculum: section 4.7, caveat K6, task 7.4.
class IcnrTest {

    /// A plain convolution without padding, in float, one sum per output: equal filters give equal bits.
    private static Tensor conv(Tensor x, Tensor weight) {
        Shape in = x.shape();
        Shape k = weight.shape();
        Tensor y = Tensor.zeros(in.n(), k.n(), in.h() - k.h() + 1, in.w() - k.w() + 1);
        Shape out = y.shape();
        for (int n = 0; n < out.n(); n++) for (int c = 0; c < out.c(); c++) for (int h = 0; h < out.h(); h++) for (int w = 0; w < out.w(); w++) {
            float sum = 0;
            for (int i = 0; i < k.c(); i++) for (int u = 0; u < k.h(); u++) for (int v = 0; v < k.w(); v++) {
                sum += x.get(n, i, h + u, w + v) * weight.get(c, i, u, v);
            }
            y.data()[out.index(n, c, h, w)] = sum;
        }
        return y;
    }

    /// out(c, r*h + a, r*w + b) = in(channel, h, w), the channel being c*r*r + a*r + b for CRD and (a*r + b)*C + c for DCR.
    private static Tensor shuffle(Tensor x, int r, boolean isCrd) {
        Shape in = x.shape();
        int channels = in.c() / (r * r);
        Tensor y = Tensor.zeros(in.n(), channels, in.h() * r, in.w() * r);
        for (int n = 0; n < in.n(); n++) for (int c = 0; c < channels; c++) for (int a = 0; a < r; a++) for (int b = 0; b < r; b++) {
            int channel = isCrd ? c * r * r + a * r + b : (a * r + b) * channels + c;
            for (int h = 0; h < in.h(); h++) {
                for (int w = 0; w < in.w(); w++) y.data()[y.shape().index(n, c, r * h + a, r * w + b)] = x.get(n, channel, h, w);
            }
        }
        return y;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shuffledConvolutionIsNearestResizeBitForBit(int r) {
        Tensor x = Noise.normal(1, Shape.of(2, 3, 6, 5));
        Tensor filters = Kaiming.normal(Shape.of(4, 3, 3, 2), Fan.conv2d(Shape.of(4, 3, 3, 2), 1, 1, 1).in(), 0, Noise.generator(2));
        Tensor nearest = Resize.nearest().withScale(r).forward(conv(x, filters));
        Tensor crd = Icnr.forPixelShuffle(filters, r);
        Tensor dcr = Icnr.forDepthToSpace(filters, r);
        assertEquals(Shape.of(4 * r * r, 3, 3, 2), crd.shape());
        assertEquals(nearest.shape(), shuffle(conv(x, crd), r, true).shape());
        assertArrayEquals(nearest.toArray(), shuffle(conv(x, crd), r, true).toArray());
        assertArrayEquals(nearest.toArray(), shuffle(conv(x, dcr), r, false).toArray());
    }

    @Test
    void copiesAreNeighboursForCrdAndRoundsForDcr() {
        Tensor filters = Tensor.of(Shape.of(2, 1, 1, 1), 1, 2);
        assertArrayEquals(new float[] {1, 1, 1, 1, 2, 2, 2, 2}, Icnr.forPixelShuffle(filters, 2).toArray());
        assertArrayEquals(new float[] {1, 2, 1, 2, 1, 2, 1, 2}, Icnr.forDepthToSpace(filters, 2).toArray());
    }

    @Test
    void filtersMayBeOnADevice() {
        OffHeapBackend device = new OffHeapBackend();
        Tensor filters = Noise.normal(3, Shape.of(2, 3, 3, 2));
        for (Tensor there : new Tensor[] {Icnr.forPixelShuffle(filters.to(device), 2), Icnr.forDepthToSpace(filters.to(device), 2)}) {
            assertSame(device, there.backend());
        }
        assertArrayEquals(Icnr.forPixelShuffle(filters, 2).toArray(), Icnr.forPixelShuffle(filters.to(device), 2).toArray());
        assertArrayEquals(Icnr.forDepthToSpace(filters, 2).toArray(), Icnr.forDepthToSpace(filters.to(device), 2).toArray());
    }

    @Test
    void rejectsFactorsBelowOneAndWeightsThatAreTooLarge() {
        Tensor filters = Tensor.zeros(2, 1, 3, 3);
        assertEquals("Icnr.forPixelShuffle: upscaleFactor must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> Icnr.forPixelShuffle(filters, 0)).getMessage());
        assertEquals("Icnr.forDepthToSpace: upscaleFactor must be >= 1, but was -2",
                assertThrows(IllegalArgumentException.class, () -> Icnr.forDepthToSpace(filters, -2)).getMessage());
        assertEquals("Icnr.forPixelShuffle: upscaleFactor^2 must be at most 2147483647, but would be 4294967296 = 65536*65536",
                assertThrows(ArithmeticException.class, () -> Icnr.forPixelShuffle(filters, 1 << 16)).getMessage());
        assertEquals("Icnr: number of filters must be at most 2147483647, but would be 3200000000 = 2*1600000000",
                assertThrows(ArithmeticException.class, () -> Icnr.forPixelShuffle(filters, 40_000)).getMessage());
        assertThrows(ArithmeticException.class, () -> Icnr.forPixelShuffle(filters, 20_000));
    }
}
