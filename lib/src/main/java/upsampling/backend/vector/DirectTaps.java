package upsampling.backend.vector;

/// The taps of one phase, for {@link Direct}.
///
/// @param offset where each tap reads the first channel of the copy
/// @param tap its place in the kernel
record DirectTaps(int[] offset, int[] tap) {

    /// @param phase distance in the copy of two phases of what is read
    /// @param pitch distance of two rows
    static DirectTaps of(GridAxis rows, GridAxis columns, int rowPhase, int columnPhase, int phase, int pitch, int kernelWidth) {
        int down = rows.tap()[rowPhase].length;
        int across = columns.tap()[columnPhase].length;
        int[] offset = new int[down * across];
        int[] tap = new int[offset.length];
        for (int t = 0; t < tap.length; t++) {
            int u = t / across;
            int v = t % across;
            int from = rows.from()[rowPhase][u] * columns.inputPhases() + columns.from()[columnPhase][v];
            int row = rows.before() + rows.offset()[rowPhase][u];
            offset[t] = from * phase + row * pitch + columns.before() + columns.offset()[columnPhase][v];
            tap[t] = rows.tap()[rowPhase][u] * kernelWidth + columns.tap()[columnPhase][v];
        }
        return new DirectTaps(offset, tap);
    }

    int count() {
        return tap.length;
    }
}
