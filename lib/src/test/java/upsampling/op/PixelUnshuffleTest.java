package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class PixelUnshuffleTest extends FixedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("fixed.txt", "PixelUnshuffle");
    }

    @Override
    FixedOperator operatorOf(Golden golden) {
        return PixelUnshuffle.of(golden.ints("factor")[0]).withOrder(ChannelOrder.valueOf(golden.text("order")));
    }

    @Override
    Case randomCase(RandomGenerator random) {
        int r = random.nextInt(1, 4);
        Shape x = Shape.of(random.nextInt(1, 3), random.nextInt(1, 4), random.nextInt(1, 4) * r, random.nextInt(1, 5) * r);
        return new Case(PixelUnshuffle.of(r).withOrder(ChannelOrder.values()[random.nextInt(2)]), x);
    }

    @Test
    void outputShapeCountsBlocks() {
        for (int r = 1; r <= 5; r++) {
            for (int in = 1; in <= 16; in++) {
                int blocks = 0;
                while ((blocks + 1) * r <= in) blocks++;
                Shape x = Shape.of(2, 3, in, 4 * r);
                PixelUnshuffle unshuffle = PixelUnshuffle.of(r);
                if (blocks * r == in) assertEquals(Shape.of(2, 3 * r * r, blocks, 4), unshuffle.outputShape(x));
                else assertThrows(IllegalArgumentException.class, () -> unshuffle.outputShape(x));
            }
        }
    }

    @Test
    void everyChannelIsAPhaseOfThePicture() {
        Tensor x = Tensor.image(new double[][] {{0, 1, 2, 3}, {4, 5, 6, 7}});
        Tensor y = PixelUnshuffle.of(2).forward(x);
        assertArrayEquals(new float[] {0, 2, 1, 3, 4, 6, 5, 7}, y.toArray());
    }

    @Test
    void sizesThatAreNoMultipleAreRejected() {
        assertEquals("PixelUnshuffle: height 5 is not divisible by downscaleFactor = 3; crop or pad to a multiple, 3 or 6",
                rejection(() -> PixelUnshuffle.of(3).forward(Tensor.zeros(1, 2, 5, 6))));
        assertEquals("PixelUnshuffle: width 2 is not divisible by downscaleFactor = 3; crop or pad to a multiple, 0 or 3",
                rejection(() -> PixelUnshuffle.of(3).forward(Tensor.zeros(1, 2, 6, 2))));
        assertEquals("PixelUnshuffle: downscaleFactor must be >= 1, but was -1", rejection(() -> PixelUnshuffle.of(-1)));
        assertEquals("PixelUnshuffle: downscaleFactor^2 must be at most 2147483647, but would be 4294967296 = 65536^2",
                assertThrows(ArithmeticException.class, () -> PixelUnshuffle.of(1 << 16).outputShape(Shape.plane(1 << 15, 1 << 15))).getMessage());
        assertEquals("PixelUnshuffle: output channels must be at most 2147483647, but would be 4294967296 = 4*1073741824",
                assertThrows(ArithmeticException.class, () -> PixelUnshuffle.of(1 << 15).outputShape(Shape.of(1, 4, 1 << 14, 1 << 14))).getMessage());
    }
}
