package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class PixelShuffleTest extends FixedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("fixed.txt", "PixelShuffle");
    }

    @Override
    FixedOperator operatorOf(Golden golden) {
        return PixelShuffle.of(golden.ints("factor")[0]).withOrder(ChannelOrder.valueOf(golden.text("order")));
    }

    @Override
    Case randomCase(RandomGenerator random) {
        int r = random.nextInt(1, 4);
        Shape x = Shape.of(random.nextInt(1, 3), random.nextInt(1, 4) * r * r, random.nextInt(1, 4), random.nextInt(1, 5));
        return new Case(PixelShuffle.of(r).withOrder(ChannelOrder.values()[random.nextInt(2)]), x);
    }

    @Test
    void outputShapeCountsTheSameCells() {
        for (int r = 1; r <= 5; r++) {
            for (int c = 1; c <= 30; c++) {
                Shape in = Shape.of(2, c, 3, 4);
                PixelShuffle shuffle = PixelShuffle.of(r);
                if (c % (r * r) == 0) assertEquals(in.size(), shuffle.outputShape(in).size(), "r=" + r + ", c=" + c);
                else assertThrows(IllegalArgumentException.class, () -> shuffle.outputShape(in));
            }
        }
        assertEquals(Shape.of(2, 3, 6, 8), PixelShuffle.of(2).outputShape(Shape.of(2, 12, 3, 4)));
    }

    /// The two orders differ from two output channels on only.
    @Test
    void ordersAreThoseOfTheCurriculum() {
        Tensor x = Tensor.of(Shape.of(1, 8, 1, 1), 0, 1, 2, 3, 4, 5, 6, 7);
        Tensor crd = PixelShuffle.of(2).forward(x);
        assertArrayEquals(new double[][] {{0, 1}, {2, 3}}, crd.plane(0, 0));
        assertArrayEquals(new double[][] {{4, 5}, {6, 7}}, crd.plane(0, 1));
        Tensor dcr = PixelShuffle.of(2).withOrder(ChannelOrder.DCR).forward(x);
        assertArrayEquals(new double[][] {{0, 2}, {4, 6}}, dcr.plane(0, 0));
        assertArrayEquals(new double[][] {{1, 3}, {5, 7}}, dcr.plane(0, 1));
        assertSame(ChannelOrder.DCR, ChannelOrder.TENSORFLOW);
        Tensor one = Samples.normal(1, Shape.of(2, 9, 2, 3));
        assertArrayEquals(PixelShuffle.of(3).forward(one).toArray(), PixelShuffle.of(3).withOrder(ChannelOrder.DCR).forward(one).toArray());
    }

    @Test
    void unshuffleUndoesIt() {
        for (ChannelOrder order : ChannelOrder.values()) {
            Tensor x = Samples.normal(2, Shape.of(2, 27, 2, 4));
            x.data()[5] = Float.NaN;
            x.data()[6] = Float.NEGATIVE_INFINITY;
            Tensor large = PixelShuffle.of(3).withOrder(order).forward(x);
            assertArrayEquals(x.toArray(), PixelUnshuffle.of(3).withOrder(order).forward(large).toArray());
            assertArrayEquals(x.toArray(), PixelShuffle.of(3).withOrder(order).backward(large, x.shape()).toArray());
        }
    }

    @Test
    void channelsThatFillNoBlockAndSizesBeyondIntAreRejected() {
        assertEquals("PixelShuffle: x [1, 6, 2, 2] has 6 channels, which upscaleFactor^2 = 2^2 = 4 does not divide; 8 channels would fit",
                rejection(() -> PixelShuffle.of(2).forward(Tensor.zeros(1, 6, 2, 2))));
        assertEquals("PixelShuffle: upscaleFactor must be >= 1, but was 0", rejection(() -> PixelShuffle.of(0)));
        assertEquals("PixelShuffle: upscaleFactor^2 must be at most 2147483647, but would be 4294967296 = 65536^2",
                assertThrows(ArithmeticException.class, () -> PixelShuffle.of(1 << 16).outputShape(Shape.of(1, 4, 2, 2))).getMessage());
    }
}
