package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import upsampling.tensor.Window;

/// The output sizes of PyTorch's pooling for every small window. Golden numbers: `src/test/goldens/pooling.py`, PyTorch 2.15.
class PoolSizesTest {

    @Test
    void outputSizesArePyTorchs() {
        List<String> lines = Golden.lines("pool-sizes.txt");
        assertEquals(192, lines.size());
        for (String line : lines) {
            int[] numbers = Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
            Window window = new Window(numbers[0], numbers[1], numbers[2], numbers[3]);
            boolean ceilMode = numbers[4] == 1;
            for (int in = 1; in <= 9; in++) {
                int size = in;
                int expected = numbers[4 + in];
                String what = window + " ceil " + ceilMode + " on " + in + " cells";
                if (expected > 0) {
                    assertEquals(expected, window.outputSize(in, ceilMode), what);
                } else {
                    assertThrows(IllegalArgumentException.class, () -> window.outputSize(size, ceilMode), what);
                }
            }
        }
        assertTrue(lines.stream().anyMatch(line -> line.endsWith(" 0") || line.contains(" 0 0 ")), "no refused size among the goldens");
    }
}
