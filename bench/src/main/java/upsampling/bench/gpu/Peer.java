package upsampling.bench.gpu;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What PyTorch has measured on the same device: the file that `bench/gpu/torch_side.py` writes.
///
/// @param torch version of PyTorch, with those of CUDA and cuDNN
/// @param device its name, as the driver gives it
/// @param date when
/// @param copyGigabytes bytes read and written per second by a copy of large arrays, in 1e9
/// @param matmulGigaflops products and sums per second of a large matrix product in strict float32, in 1e9
/// @param rows the times
record Peer(String torch, String device, String date, Double copyGigabytes, Double matmulGigaflops, List<Row> rows) {
    private static final String STRICT = "torch fp32 ";

    /// One time.
    ///
    /// @param workload as in our table
    /// @param direction `forward` or `backward`
    /// @param peer how: `torch fp32 nchw`, `torch fp32 channels_last`, and the same with `tf32`
    /// @param ms of one call
    /// @param maxError largest difference from float64 on the first picture
    record Row(String workload, String direction, String peer, double ms, Double maxError) {
        /// Whether it computed in float32 as we do, and did not round its factors to ten bits first.
        boolean isStrict() {
            return peer.startsWith(STRICT);
        }
    }

    /// @throws IOException unless the file can be read
    /// @throws IllegalArgumentException unless it is such a document
    static Peer read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new IllegalArgumentException("--peer: there is no file " + file);
        try {
            Peer peer = new Gson().fromJson(Files.readString(file), Peer.class);
            if (peer != null && peer.rows != null && peer.device != null) {
                if (peer.rows.stream().allMatch(row -> row.workload != null && row.direction != null && row.peer != null && row.ms > 0)) return peer;
            }
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("--peer: " + file + " is no result of bench/gpu/torch_side.py: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("--peer: " + file + " is no result of bench/gpu/torch_side.py: it must have a device, and rows with workload, direction, peer and ms");
    }

    /// Returns the times of one of our rows.
    List<Row> of(String workload, String direction) {
        return rows.stream().filter(row -> row.workload.equals(workload) && row.direction.equals(direction)).toList();
    }
}
