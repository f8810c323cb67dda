package upsampling.bench.speed;

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
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 300;
    private static final int PIECES_PER_THREAD = 4;

    /// Measures all three, between quiet moments.
    static Ceilings measure(Workers workers, Gate gate) {
        for (int i = 0; i < WARM_UP; i++) FmaLoop.gigaflops(workers);
        double seconds = gate.measure(() -> 1 / fastest(ROUNDS, () -> FmaLoop.gigaflops(workers)));
        return new Ceilings(1 / seconds, copy(workers, gate, LARGE_FLOATS), copy(workers, gate, SMALL_FLOATS));
    }

    private static double copy(Workers workers, Gate gate, int size) {
        float[] from = new float[size];
        float[] to = new float[size];
        int pieces = PIECES_PER_THREAD * workers.threads();
        int piece = Math.ceilDiv(size, pieces);
        double secondsPerGigabyte = gate.measure(() -> 1 / fastest(2 * ROUNDS, () -> {
            long start = System.nanoTime();
            workers.run(pieces, p -> System.arraycopy(from, p * piece, to, p * piece, Math.min(piece, size - p * piece)));
            return 2.0 * Float.BYTES * size / (System.nanoTime() - start);
        }));
        return 1 / secondsPerGigabyte;
    }

    private static double fastest(int rounds, java.util.function.DoubleSupplier speed) {
        double fastest = 0;
        for (int i = 0; i < rounds; i++) fastest = Math.max(fastest, speed.getAsDouble());
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
