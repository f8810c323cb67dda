package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class CropTest extends FixedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("fixed.txt", "Crop");
    }

    @Override
    FixedOperator operatorOf(Golden golden) {
        int[] box = golden.ints("box");
        return Crop.of(box[0], box[1], box[2], box[3]);
    }

    @Override
    Case randomCase(RandomGenerator random) {
        return new Case(Crop.of(random.nextInt(4), random.nextInt(4), random.nextInt(1, 5), random.nextInt(1, 5)), randomShape(random));
    }

    @Test
    void outputShapeIsTheBox() {
        assertEquals(Shape.of(2, 3, 1, 4), Crop.of(4, 1, 1, 4).outputShape(Shape.of(2, 3, 5, 5)));
    }

    @Test
    void theBoxIsCopiedAndGoesBackIntoZeros() {
        Tensor x = Tensor.image(new double[][] {{1, 2, Float.NaN}, {4, 5, -0.0}, {7, 8, 9}});
        Tensor y = Crop.of(1, 1, 2, 2).forward(x);
        assertArrayEquals(new double[][] {{5, 0}, {8, 9}}, y.plane(0, 0));
        assertArrayEquals(new double[][] {{0, 0, 0}, {0, 5, 0}, {0, 8, 9}}, Crop.of(1, 1, 2, 2).backward(y, x.shape()).plane(0, 0));
    }

    @Test
    void boxesOutsideThePictureAreRejected() {
        assertEquals("Crop: top + height must be at most the height of x [1, 2, 5, 6], 5, but was 3 + 3 = 6; height <= 2 would fit",
                rejection(() -> Crop.of(3, 0, 3, 1).outputShape(Shape.of(1, 2, 5, 6))));
        assertEquals("Crop: left + width must be at most the width of x [1, 2, 5, 6], 6, but was 2147483647 + 1 = 2147483648; "
                + "left <= 5 would fit with width 1",
                rejection(() -> Crop.of(0, Integer.MAX_VALUE, 1, 1).outputShape(Shape.of(1, 2, 5, 6))));
        assertEquals("Crop: top must be >= 0, but was -1", rejection(() -> Crop.of(-1, 0, 1, 1)));
        assertEquals("Crop: left must be >= 0, but was -2", rejection(() -> Crop.of(0, -2, 1, 1)));
        assertEquals("Crop: height must be >= 1, but was 0", rejection(() -> Crop.of(0, 0, 0, 1)));
        assertEquals("Crop: width must be >= 1, but was 0", rejection(() -> Crop.of(0, 0, 1, 0)));
    }
}
