package upsampling.bench.gpu;

import java.util.ArrayList;
import java.util.List;
import upsampling.bench.speed.Direction;
import upsampling.bench.speed.Entry;
import upsampling.bench.speed.PublicTable;
import upsampling.bench.speed.WorkloadText;

/// The workloads of a GPU: those of the public table, and larger ones, since the public ones take some millionths of a second there.
final class GpuTable {
    /// Number, number of the backward row, workload. The transposed convolutions are layers of generators and decoders in training; the others move 100 MB and more,
    /// which no cache of a GPU holds.
    private static final String LARGER = """
            g1   g1b   conv_transpose 64>64 k4 s2 p1 64x64 n32
            g2   g2b   conv_transpose 128>128 k4 s2 p1 32x32 n32
            g3   g3b   conv_transpose 256>128 k2 s2 32x32 n16
            g4   g4b   conv_transpose 512>256 k4 s2 p1 16x16 n8
            g5   g5b   conv_transpose 32>16 k4 s2 p1 128x128 n64
            g6   g6b   conv 64>64 k3 p1 112x112 n32
            g7   g7b   maxpool k2 s2 64@224x224 n16
            g8   g8b   avgpool k2 s2 64@224x224 n16
            g9   g9b   nearest x2 64@112x112 n16
            g10  g10b  bilinear x2 64@112x112 n16
            g11  g11b  bicubic x2 64@112x112 n16
            g12  g12b  pixel_shuffle r2 256@112x112 n16
            g13  -     copy 256@112x112 n16
            """;
    /// For the stand-in driver: one of each operator, in sizes that it computes at once.
    private static final List<String> TINY = List.of("maxpool k3 s2 p1 3@9x11 n2", "avgpool k2 3@8x10 n2", "nearest x2 2@5x7 n2", "bilinear x2 2@5x7 n2",
            "bicubic x2 2@5x7 n2", "conv 9>40 k3 p1 7x9 n2", "conv_transpose 10>70 k4 s2 p1 5x6 n2", "conv_transpose 4>4 k3 s2 p1 op1 g4 5x7 n2", "pixel_shuffle r2 8@5x3 n2",
            "copy 3@9x5 n2");

    private GpuTable() { }

    /// Returns both directions of all workloads: forward rows first, of the public table, then of the larger ones.
    static List<Entry> entries() {
        List<Entry> all = new ArrayList<>(PublicTable.entries());
        all.addAll(PublicTable.entries(LARGER));
        List<Entry> sorted = new ArrayList<>(all.stream().filter(entry -> entry.direction() == Direction.FORWARD).toList());
        sorted.addAll(all.stream().filter(entry -> entry.direction() == Direction.BACKWARD).toList());
        return sorted;
    }

    /// Returns what a rehearsal computes.
    static List<Entry> tiny() {
        return Entry.of(TINY.stream().map(WorkloadText::parse).toList());
    }
}
