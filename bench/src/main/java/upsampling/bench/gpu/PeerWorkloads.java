package upsampling.bench.gpu;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import upsampling.bench.speed.Entry;
import upsampling.bench.speed.Operator;
import upsampling.bench.speed.Workload;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// Tells `bench/gpu/torch_side.py` what to measure, in numbers: only our side reads the texts of workloads.
///
/// @param blocks of which the median counts
/// @param blockMs least length of a block
/// @param rows in the order of our table
record PeerWorkloads(int blocks, double blockMs, List<Row> rows) {

    /// One workload in one direction; pairs are rows and columns.
    ///
    /// @param operator its word in the text
    /// @param x shape of the input
    /// @param weight shape of the weight, or null
    /// @param y shape of the result
    record Row(String workload, String direction, String operator, int[] x, int[] weight, int[] y, int[] kernel, int[] stride, int[] padding, int[] dilation,
               int[] outputPadding, int groups) {

        static Row of(Entry entry) {
            Workload workload = entry.workload();
            Window height = workload.geometry().height();
            Window width = workload.geometry().width();
            boolean isTransposed = workload.operator() == Operator.CONV_TRANSPOSE;
            int[] outputPadding = !isTransposed ? new int[2]
                    : new int[] {outputPadding(height, workload.x().h(), workload.y().h()), outputPadding(width, workload.x().w(), workload.y().w())};
            return new Row(workload.text(), entry.direction().word(), workload.operator().word, sizes(workload.x()), sizes(workload.weight()), sizes(workload.y()),
                    new int[] {height.kernel(), width.kernel()}, new int[] {height.stride(), width.stride()}, new int[] {height.padding(), width.padding()},
                    new int[] {height.dilation(), width.dilation()}, outputPadding, workload.geometry().groups());
        }

        private static int[] sizes(Shape shape) {
            return shape == null ? null : new int[] {shape.n(), shape.c(), shape.h(), shape.w()};
        }

        /// What a transposed convolution has beyond the smallest size that its windows allow.
        private static int outputPadding(Window window, int in, int out) {
            return out - ((in - 1) * window.stride() - 2 * window.padding() + window.effectiveKernel());
        }
    }

    static PeerWorkloads of(List<Entry> entries, GpuRunner.Plan plan) {
        return new PeerWorkloads(plan.blocks(), plan.blockMs(), entries.stream().map(Row::of).toList());
    }

    /// @throws IOException unless the file can be written
    void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        Files.writeString(file, new GsonBuilder().serializeNulls().setPrettyPrinting().create().toJson(this) + "\n");
    }
}
