package upsampling.backend.vector;

/// Distances of rows in memory. The first cache has few places for addresses that differ by a power of two; rows an odd number of its lines apart use them all.
final class CacheLines {
    private static final int FLOATS = 16; // in a line, on nearly all processors

    private CacheLines() { }

    /// Returns the least odd number of lines, in floats, that hold so many floats.
    static int odd(int floats) {
        return (Math.ceilDiv(floats, FLOATS) | 1) * FLOATS;
    }
}
