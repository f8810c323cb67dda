package upsampling.bench.speed;

import java.util.ArrayList;
import java.util.List;

/// The workloads that are always measured: those of everyday networks and lessons, compute-bound and memory-bound ones.
///
/// Each has a number by which tables and the picture name it. Backward rows have the number of their forward row and a `b`, except for two that have had
/// numbers of their own from the beginning.
public final class PublicTable {
    /// Number, number of the backward row, workload.
    private static final String LINES = """
            1   1b   maxpool k2 s2 64@112x112 n8
            2   2b   maxpool k3 s2 p1 64@112x112 n8
            3   3b   avgpool k2 s2 64@112x112 n8
            4   4b   nearest x2 64@56x56 n8
            5   5b   bilinear x2 64@56x56 n8
            6   6b   bicubic x2 64@56x56 n8
            7   7b   nearest x4 3@256x256
            8   8b   bilinear x4 3@256x256
            9   9b   bicubic x4 3@256x256
            10  10b  conv_transpose 512>256 k4 s2 p1 8x8 n16
            11  22   conv_transpose 256>128 k4 s2 p1 16x16 n16
            12  12b  conv_transpose 128>64 k4 s2 p1 32x32 n16
            13  13b  conv_transpose 64>3 k4 s2 p1 64x64 n16
            14  23   conv_transpose 128>64 k2 s2 64x64
            15  15b  conv_transpose 64>64 k3 s2 p1 op1 64x64 n4
            16  16b  conv_transpose 56>1 k9 s3 p3 96x96
            17  17b  conv_transpose 64>64 k4 s2 p1 g64 56x56 n8
            18  18b  conv 64>64 k3 p1 56x56 n4
            19  19b  conv 512>64 k1 28x28 n4
            20  20b  pixel_shuffle r2 256@56x56 n8
            21  21b  pixel_shuffle r4 48@128x128
            24  -    copy 256@56x56 n8
            """;
    /// Small, odd and even shapes that no row has. They are computed before anything is measured, as a program would that has done other things before: the
    /// compiler then knows more than one shape of each kernel.
    private static final List<String> OTHER_SHAPES = List.of(
            "maxpool k2 3@13x11", "maxpool k3 s1 p1 5@9x33 n2", "avgpool k3 s2 p1 3@15x18", "avgpool k5 s1 p2 2@21x7",
            "nearest x3 3@7x9", "nearest to19x23 2@8x31", "bilinear to19x23 2@8x31", "bilinear x3 3@5x5", "bicubic to19x23 2@8x31", "bicubic x3 4@6x10",
            "conv_transpose 5>7 k3 s2 p1 9x11 n2", "conv_transpose 8>8 k4 s2 p1 8x8", "conv_transpose 6>4 k5x3 s3x1 p1 g2 7x10",
            "conv_transpose 16>3 k4 s2 p1 17x19", "conv_transpose 4>4 k3 s2 p1 op1 g4 11x5",
            "conv 7>5 k3 p1 13x15 n2", "conv 16>24 k3 s2 p1 15x17", "conv 9>10 k1 7x21", "conv 6>6 k3 p2 d2 g6 12x12",
            "pixel_shuffle r2 12@7x9", "pixel_shuffle r3 9@5x17 n2", "copy 3@17x19");

    private PublicTable() { }

    /// Returns both directions of all workloads, forward first.
    public static List<Entry> entries() {
        return entries(LINES);
    }

    /// Returns the same of another table, whose lines are written in the same way.
    public static List<Entry> entries(String lines) {
        List<Entry> forward = new ArrayList<>();
        List<Entry> backward = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            String[] parts = line.strip().split("\\s+", 3);
            Workload workload = WorkloadText.parse(parts[2]);
            forward.add(new Entry(parts[0], workload, Direction.FORWARD));
            if (workload.hasGradient()) backward.add(new Entry(parts[1], workload, Direction.BACKWARD));
        }
        forward.addAll(backward);
        return forward;
    }

    /// Returns workloads that are computed and not measured, see above.
    static List<Workload> otherShapes() {
        return OTHER_SHAPES.stream().map(WorkloadText::parse).toList();
    }
}
