package upsampling.bench.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import upsampling.tensor.Shape;

/// How workloads are written, and how much work they are: computed by hand.
class WorkloadTest {
    private static final double MEGA = 1e6;

    @Test
    void aTransposedConvolutionIsReadFromItsWords() {
        Workload workload = WorkloadText.parse("  conv_transpose 128>64  k4 s2 p1 32x48 n16 ");
        assertEquals("conv_transpose 128>64 k4 s2 p1 32x48 n16", workload.text());
        assertEquals(Shape.of(16, 128, 32, 48), workload.x());
        assertEquals(Shape.of(128, 64, 4, 4), workload.weight());
        assertEquals(Shape.of(16, 64, 64, 96), workload.y());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            maxpool k3 s2 p1 64@112x112 n8                  | [8, 64, 112, 112] | [8, 64, 56, 56]
            maxpool k3 64@12x9                              | [1, 64, 12, 9]    | [1, 64, 4, 3]
            avgpool n2 3@7x9 s1x2 k3x5                      | [2, 3, 7, 9]      | [2, 3, 5, 3]
            nearest x3 2@5x7                                | [1, 2, 5, 7]      | [1, 2, 15, 21]
            bilinear to100x130 3@64x80                      | [1, 3, 64, 80]    | [1, 3, 100, 130]
            conv 6>4 k3 p2 d2 g2 12x13                      | [1, 6, 12, 13]    | [1, 4, 12, 13]
            conv_transpose 64>64 k3 s2 p1 op1 64x64 n4      | [4, 64, 64, 64]   | [4, 64, 128, 128]
            conv_transpose 5>7 k3 s2 op0x1 9x11             | [1, 5, 9, 11]     | [1, 7, 19, 24]
            pixel_shuffle r2 256@56x56 n8                   | [8, 256, 56, 56]  | [8, 64, 112, 112]
            copy 3@17x19                                    | [1, 3, 17, 19]    | [1, 3, 17, 19]
            """)
    void shapesFollowFromTheWords(String text, String x, String y) {
        Workload workload = WorkloadText.parse(text);
        assertEquals(x, workload.x().toString());
        assertEquals(y, workload.y().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pool k2 3@8x8                       | unknown operator 'pool'; it must be one of maxpool, avgpool
            maxpool 64@112x112                  | there is no k; a workload of maxpool reads "maxpool k3 s2 p1 64@112x112 n8"
            maxpool k2                          | there is no picture with channels such as 64@56x56
            maxpool k2 64>64 8x8                | '64>64' is not understood
            conv k3 8x8                         | there are no channels such as 128>64
            conv 3>4 k3                         | there is no size such as 32x32
            conv 3>4 k3 8x8 op1                 | 'op1' is not understood
            conv 3>4 k3 k5 8x8                  | 'k5' is given twice
            conv 3>4 k3 8x8 n2x3                | 'n2x3' is not understood
            conv 3>4 k3 8x8 n12345678901        | 'n12345678901' is too large a number
            conv 6>4 k3 g4 8x8                  | 4 groups do not divide 6>4 channels
            conv 3>4 k9 8x8                     | output height would be 0
            conv_transpose 3>4 k3 s2 op2 8x8    | output padding of the height must be in 0..1
            nearest 3@8x8                       | a scale such as x2 or a size such as to100x130, and not both
            nearest x2 to16x16 3@8x8            | a scale such as x2 or a size such as to100x130, and not both
            pixel_shuffle r3 8@5x5              | which upscaleFactor^2 = 3^2 = 9 does not divide
            copy 60000@60000x60000              | more than 2147483647 elements
            """)
    void aWorkloadThatCannotBeReadSaysWhy(String text, String message) {
        String said = assertThrows(IllegalArgumentException.class, () -> WorkloadText.parse(text)).getMessage();
        assertTrue(said.startsWith("workload \"" + text + "\": ") && said.contains(message), said);
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void theExampleOfEachOperatorCanBeRead(Operator operator) {
        assertEquals(operator, WorkloadText.parse(operator.example).operator());
    }

    /// Row 12: 16 pictures, 128 * 32 * 32 cells each, 64 * 4 * 4 products for a cell.
    @Test
    void workOfATransposedConvolutionByHand() {
        Workload workload = WorkloadText.parse("conv_transpose 128>64 k4 s2 p1 32x32 n16");
        assertEquals(2.0 * 16 * 128 * 32 * 32 * 64 * 16, workload.flop(Direction.FORWARD));
        assertEquals(4294.967296 * MEGA, workload.flop(Direction.FORWARD));
        assertEquals(2 * 4294.967296 * MEGA, workload.flop(Direction.BACKWARD));
        double x = 16 * 128 * 32 * 32;
        double y = 16 * 64 * 64 * 64;
        double weight = 128 * 64 * 16;
        assertEquals(4 * (x + y + weight), workload.bytes(Direction.FORWARD));
        assertEquals(4 * (2 * x + y + 2 * weight), workload.bytes(Direction.BACKWARD));
    }

    /// Row 1: 6.4 million cells are read, a quarter of them written; three comparisons for each.
    @Test
    void workOfAPoolingByHand() {
        Workload workload = WorkloadText.parse("maxpool k2 s2 64@112x112 n8");
        assertEquals(3 * 1_605_632, workload.flop(Direction.FORWARD));
        assertEquals(4 * (6_422_528 + 1_605_632), workload.bytes(Direction.FORWARD));
        assertEquals(4 * (6_422_528 + 2 * 1_605_632), workload.bytes(Direction.BACKWARD)); // gradients, and where the maxima were
    }

    @Test
    void theLargerOfComputingAndMovingIsTheLimit() {
        Ceilings ceilings = new Ceilings(200, 50, 100);
        Workload conv = WorkloadText.parse("conv_transpose 128>64 k4 s2 p1 32x32 n16");
        assertEquals(4294.967296 / 200, ceilings.limitMs(conv.flop(Direction.FORWARD), conv.bytes(Direction.FORWARD)), 1e-9);
        assertEquals("compute", ceilings.bound(conv.flop(Direction.FORWARD), conv.bytes(Direction.FORWARD)));
        Workload pool = WorkloadText.parse("maxpool k2 s2 64@112x112 n8"); // 32.1 MB: more than any cache
        assertEquals(32.11264 / 50, ceilings.limitMs(pool.flop(Direction.FORWARD), pool.bytes(Direction.FORWARD)), 1e-9);
        assertEquals("memory", ceilings.bound(pool.flop(Direction.FORWARD), pool.bytes(Direction.FORWARD)));
        Workload small = WorkloadText.parse("maxpool k2 s2 64@112x112 n2"); // 8 MB
        assertEquals(8.02816 / 100, ceilings.limitMs(small.flop(Direction.FORWARD), small.bytes(Direction.FORWARD)), 1e-9);
    }

    @Test
    void thePublicTableHasTwentyFourRowsOfItsOwnAndTheOtherGradients() {
        List<Entry> entries = PublicTable.entries();
        Set<String> numbers = entries.stream().map(Entry::number).collect(Collectors.toSet());
        assertEquals(entries.size(), numbers.size());
        for (int row = 1; row <= 24; row++) assertTrue(numbers.contains("" + row), "row " + row);
        assertEquals(43, entries.size()); // 21 workloads in both directions, and a copy
        assertEquals(8.59, entries.stream().filter(e -> e.number().equals("22")).findFirst().orElseThrow().workload().flop(Direction.BACKWARD) * 1e-9, 0.005);
        assertFalse(PublicTable.otherShapes().isEmpty());
    }
}
