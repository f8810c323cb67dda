package upsampling.bench.speed;

/// How long is measured.
///
/// @param blocks of each side; the median counts
/// @param leastBlocks that are measured even if time is short
/// @param blockMs how long a block takes, unless a single call takes longer
/// @param warmUpMs for each side before its first block, after everything has been computed once
/// @param polluteMs for each shape that is computed before anything is measured
/// @param mostWaits of the gate for one row, 100 ms each
/// @param seconds of one JVM; rows get equal shares of what is left
record Plan(int blocks, int leastBlocks, double blockMs, double warmUpMs, double polluteMs, int mostWaits, double seconds) {
    static final Plan FULL = new Plan(7, 7, 60, 1000, 400, 60, 3600);
    /// Two JVMs, and the whole in less than ten minutes on a slow machine too.
    static final Plan QUICK = new Plan(5, 3, 40, 250, 60, 15, 200);
}
