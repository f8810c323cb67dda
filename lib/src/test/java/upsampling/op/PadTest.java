package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.tensor.Border;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class PadTest extends FixedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("fixed.txt", "Pad");
    }

    @Override
    FixedOperator operatorOf(Golden golden) {
        int[] sides = golden.ints("sides");
        return Pad.of(sides[0], sides[1], sides[2], sides[3]).withBorder(Border.valueOf(golden.text("border")));
    }

    @Override
    Case randomCase(RandomGenerator random) {
        Pad pad = Pad.of(random.nextInt(-3, 5), random.nextInt(-3, 5), random.nextInt(-3, 5), random.nextInt(-3, 5));
        return new Case(pad.withBorder(Border.values()[random.nextInt(4)]), randomShape(random));
    }

    @Test
    void outputShapeCountsCells() {
        for (int top = -3; top <= 3; top++) {
            for (int bottom = -3; bottom <= 3; bottom++) {
                for (int in = 1; in <= 5; in++) {
                    int cells = 0;
                    for (int row = -top; row < in + bottom; row++) cells++;
                    Pad pad = Pad.of(top, bottom, 1, 2);
                    Shape x = Shape.of(2, 3, in, 4);
                    if (cells > 0) assertEquals(Shape.of(2, 3, cells, 7), pad.outputShape(x));
                    else assertThrows(IllegalArgumentException.class, () -> pad.outputShape(x));
                }
            }
        }
    }

    private static float[] row(Border border, float... x) {
        return Pad.of(0, 0, 2, 3).withBorder(border).forward(Tensor.of(Shape.plane(1, x.length), x)).toArray();
    }

    @Test
    void bordersShowWhatTheirNamesSay() {
        assertArrayEquals(new float[] {0, 0, 1, 2, 3, 4, 0, 0, 0}, row(Border.ZERO, 1, 2, 3, 4));
        assertArrayEquals(new float[] {1, 1, 1, 2, 3, 4, 4, 4, 4}, row(Border.REPLICATE, 1, 2, 3, 4));
        assertArrayEquals(new float[] {3, 2, 1, 2, 3, 4, 3, 2, 1}, row(Border.REFLECT, 1, 2, 3, 4));
        assertArrayEquals(new float[] {3, 4, 1, 2, 3, 4, 1, 2, 3}, row(Border.CIRCULAR, 1, 2, 3, 4));
    }

    @Test
    void croppingEverythingLeavesOnlyThePadding() {
        assertArrayEquals(new float[] {0, 0}, Pad.of(0, 0, -1, 2).forward(Tensor.full(Shape.plane(1, 1), 7)).toArray());
        assertArrayEquals(new float[] {7, 7}, Pad.of(0, 0, -1, 2).withBorder(Border.REPLICATE).forward(Tensor.full(Shape.plane(1, 1), 7)).toArray());
    }

    /// PyTorch crops first and gives 2 3 4 2 3 4.
    @Test
    void aCircleIsThatOfTheWholeAxisAlsoWhereOneEndIsCropped() {
        Tensor x = Tensor.of(Shape.plane(1, 5), 0, 1, 2, 3, 4);
        assertArrayEquals(new float[] {2, 3, 4, 0, 1, 2}, Pad.of(0, 0, -2, 3).withBorder(Border.CIRCULAR).forward(x).toArray());
    }

    @Test
    void specialValuesAreCopied() {
        assertArrayEquals(new float[] {Float.NaN, Float.NaN, Float.NaN, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY,
            Float.NEGATIVE_INFINITY}, row(Border.REPLICATE, Float.NaN, Float.NEGATIVE_INFINITY));
        assertEquals(3, Pad.of(0, 1 << 20, 0, 0).withBorder(Border.REPLICATE).forward(Tensor.full(Shape.plane(1, 1), 3)).get(1 << 20, 0));
    }

    @Test
    void paddingsThatCannotBeAreRejected() {
        assertEquals("Pad: with border REFLECT, top must be at most 2 (height 3 - 1), but was 3; REPLICATE and ZERO have no limit",
                rejection(() -> Pad.of(3, 0, 0, 0).withBorder(Border.REFLECT).forward(Tensor.zeros(1, 1, 3, 9))));
        assertEquals("Pad: with border CIRCULAR, right must be at most 3 (width 3), but was 4; REPLICATE and ZERO have no limit",
                rejection(() -> Pad.of(0, 0, 0, 4).withBorder(Border.CIRCULAR).forward(Tensor.zeros(1, 1, 3, 3))));
        assertEquals("Pad: output height would be -1 = 3 + -2 + -2 (in=3, top=-2, bottom=-2); top + bottom >= -2 would fit",
                rejection(() -> Pad.of(-2).forward(Tensor.zeros(1, 1, 3, 9))));
        assertEquals("Pad: output width would be 0 = 3 + 1 + -4 (in=3, left=1, right=-4); left + right >= -2 would fit",
                rejection(() -> Pad.of(0, 0, 1, -4).forward(Tensor.zeros(1, 1, 3, 3))));
        assertEquals("Pad: output height must be at most 2147483647, but would be 4294967295 = 1 + 2147483647 + 2147483647",
                assertThrows(ArithmeticException.class, () -> Pad.of(Integer.MAX_VALUE).outputShape(Shape.plane(1, 1))).getMessage());
        assertThrows(ArithmeticException.class, () -> Pad.of(1 << 16).outputShape(Shape.plane(1, 1)));
    }
}
