package upsampling.bench.speed;

import java.util.function.DoubleSupplier;
import upsampling.backend.vector.Workers;

/// What this machine can do at most, with so many threads.
///
/// @param gigaflops products and sums, from a loop without memory ({@link FmaLoop})
/// @param largeGigabytes bytes read and written per second when 25.7 MB are copied, which no cache holds whole
/// @param smallGigabytes the same for 6 MB
record Ceilings(double gigaflops, double largeGigabytes, double smallGigabytes) {
    /// From so many bytes on a workload is limited by what large arrays are copied with.
    static final double LARGE = 24e6;
    private static final int LARGE_FLOATS = 8 * 256 * 56 * 56; // the yardstick of the public table
    private static final int SMALL_FLOATS = 1_500_000; // 6 MB
    private static final double SECONDS = 1; // for each: a machine that others use too has quiet moments, and the fastest counts
    private static final int WARM_UP = 300;
    private static final int PIECES_PER_THREAD = 4;

    /// Measures all three.
    static Ceilings measure(Workers workers) {
        for (int i = 0; i < WARM_UP; i++) FmaLoop.gigaflops(workers);
        return new Ceilings(fastest(() -> FmaLoop.gigaflops(workers)), copy(workers, LARGE_FLOATS), copy(workers, SMALL_FLOATS));
    }

    private static double copy(Workers workers, int size) {
        float[] from = new float[size];
        float[] to = new float[size];
        int pieces = PIECES_PER_THREAD * workers.threads();
        int piece = Math.ceilDiv(size, pieces);
        return fastest(() -> {
            long start = System.nanoTime();
            workers.run(pieces, p -> System.arraycopy(from, p * piece, to, p * piece, Math.min(piece, size - p * piece)));
            return 2.0 * Float.BYTES * size / (System.nanoTime() - start);
        });
    }

    private static double fastest(DoubleSupplier speed) {
        double fastest = 0;
        for (long start = System.nanoTime(); System.nanoTime() - start < SECONDS * 1e9; ) fastest = Math.max(fastest, speed.getAsDouble());
        return fastest;
    }

    /// Returns the bandwidth that limits a workload of so many bytes, in GB/s.
    double gigabytes(double bytes) {
        return bytes >= LARGE ? largeGigabytes : smallGigabytes;
    }

    /// Returns the least time of a workload in ms: `max(flop / peak, bytes / bandwidth)`.
    double limitMs(double flop, double bytes) {
        return Math.max(flop / gigaflops, bytes / gigabytes(bytes)) * 1e-6;
    }

    /// Returns what limits a workload: `compute` or `memory`.
    String bound(double flop, double bytes) {
        return flop / gigaflops > bytes / gigabytes(bytes) ? "compute" : "memory";
    }
}
