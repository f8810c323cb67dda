package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class MatchToSizeTest extends FixedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("fixed.txt", "MatchToSize");
    }

    @Override
    FixedOperator operatorOf(Golden golden) {
        return MatchToSize.of(golden.ints("size")[0], golden.ints("size")[1]);
    }

    @Override
    Case randomCase(RandomGenerator random) {
        return new Case(MatchToSize.of(random.nextInt(1, 9), random.nextInt(1, 9)), randomShape(random));
    }

    @Test
    void outputShapeIsTheWantedSize() {
        assertEquals(Shape.of(2, 3, 7, 1), MatchToSize.of(7, 1).outputShape(Shape.of(2, 3, 4, 4)));
        assertEquals(MatchToSize.of(5, 6), MatchToSize.of(Shape.of(1, 2, 5, 6)));
    }

    @Test
    void anOddCellIsCutOrAddedAtTheEnd() {
        Tensor x = Tensor.image(new double[][] {{1, 2, 3, 4}});
        assertArrayEquals(new float[] {2}, MatchToSize.of(1, 1).forward(x).toArray());
        assertArrayEquals(new float[] {1, 2, 3}, MatchToSize.of(1, 3).forward(x).toArray());
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 0, 0}, MatchToSize.of(1, 7).forward(x).toArray());
    }

    @Test
    void croppingUndoesPadding() {
        for (int in = 1; in <= 6; in++) {
            for (int larger = in; larger <= 9; larger++) {
                Tensor x = Samples.normal(in, Shape.of(2, 2, in, 3));
                Tensor padded = MatchToSize.of(larger, larger + 2).forward(x);
                assertArrayEquals(x.toArray(), MatchToSize.of(x.shape()).forward(padded).toArray());
                assertArrayEquals(x.toArray(), MatchToSize.of(larger, larger + 2).backward(padded, x.shape()).toArray());
            }
        }
    }

    @Test
    void sizesBelowOneAreRejected() {
        assertEquals("MatchToSize: height must be >= 1, but was 0", rejection(() -> MatchToSize.of(0, 3)));
        assertEquals("MatchToSize: width must be >= 1, but was -3", rejection(() -> MatchToSize.of(3, -3)));
    }
}
