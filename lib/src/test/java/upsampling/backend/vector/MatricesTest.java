package upsampling.backend.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import upsampling.backend.MatrixView;
import upsampling.backend.ScalarBackend;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class MatricesTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 5, 7", "12, 256, 32", "13, 257, 33", "4, 300, 300", "24, 600, 500", "37, 10, 1", "1, 1000, 65", "100, 3, 1000"})
    void productsAreThoseOfThePlainLoops(int rows, int depth, int columns) {
        for (boolean add : new boolean[] {false, true}) {
            for (int transposed = 0; transposed < 4; transposed++) {
                MatrixView a = drawn(rows, depth, transposed % 2 == 1, 1);
                MatrixView b = drawn(depth, columns, transposed / 2 == 1, 2);
                MatrixView plain = drawn(rows, columns, false, 3);
                MatrixView fast = drawn(rows, columns, false, 3);
                ScalarBackend.INSTANCE.gemm(a, b, add, plain);
                Matrices.gemm(Workers.all(), BufferPool.ofHeap(), a, b, add, fast);
                assertArrayEquals(plain.tensor().toArray(), fast.tensor().toArray(), (float) (1e-6 * (depth + 1)), rows + "x" + depth + "x" + columns);
            }
        }
    }

    private static MatrixView drawn(int rows, int columns, boolean transposed, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tensor tensor = Tensor.zeros(Shape.plane(rows, columns));
        for (int i = 0; i < tensor.data().length; i++) tensor.data()[i] = (float) random.nextDouble(-1, 1);
        return transposed ? MatrixView.of(tensor, 0, columns, rows).transposed() : MatrixView.of(tensor, 0, rows, columns);
    }
}
