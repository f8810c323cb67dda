package upsampling.backend.vector;

import upsampling.backend.AxisTaps;
import upsampling.tensor.Window;

/// One axis of a convolution, or of its adjoint, as shifted copies of what is read: cell `i` of phase `r` of what is written gets, through each of the taps of
/// that phase, cell `i + offset` of one phase of what is read. With a stride of `s` the large picture has `s` phases and the small one has one.
///
/// @param inputPhases phases of what is read
/// @param from for each phase that is written and each of its taps: the phase that is read
/// @param offset the same for the offset
/// @param tap the same for the place of the tap in the kernel
record GridAxis(int inputPhases, int[][] from, int[][] offset, int[][] tap) {

    /// Returns the axis of a convolution, which reads all phases: `o*s - p + t*d = s*(o + offset) + phase`.
    static GridAxis ofConvolution(Window window) {
        int[] from = new int[window.kernel()];
        int[] offset = new int[window.kernel()];
        int[] tap = new int[window.kernel()];
        for (int t = 0; t < tap.length; t++) {
            from[t] = Math.floorMod(window.cell(0, t), window.stride());
            offset[t] = Math.floorDiv(window.cell(0, t), window.stride());
            tap[t] = t;
        }
        return new GridAxis(window.stride(), new int[][] {from}, new int[][] {offset}, new int[][] {tap});
    }

    /// Returns the axis of the adjoint, which writes all phases: see {@link AxisTaps#ofPhase}.
    static GridAxis ofStamp(Window window) {
        int[][] from = new int[window.stride()][];
        int[][] offset = new int[window.stride()][];
        int[][] tap = new int[window.stride()][];
        for (int r = 0; r < tap.length; r++) {
            AxisTaps taps = AxisTaps.ofPhase(window, r);
            from[r] = new int[taps.count()];
            offset[r] = taps.offset();
            tap[r] = taps.tap();
        }
        return new GridAxis(1, from, offset, tap);
    }

    int outputPhases() {
        return tap.length;
    }

    /// Cells that must be there before the first one.
    int before() {
        int before = 0;
        for (int[] phase : offset) for (int cell : phase) before = Math.max(before, -cell);
        return before;
    }

    /// Cells that must be there after the last one of a grid.
    int after() {
        int after = 0;
        for (int[] phase : offset) for (int cell : phase) after = Math.max(after, cell);
        return after;
    }

    /// How many cells of an axis of `size` cells are of a phase.
    static int phaseSize(int size, int phases, int phase) {
        return Math.max(0, Math.ceilDiv(size - phase, phases));
    }
}
