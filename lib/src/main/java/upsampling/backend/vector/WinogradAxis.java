package upsampling.backend.vector;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import upsampling.backend.AxisTaps;
import upsampling.tensor.Window;

/// One axis of a convolution whose phases all have two, or all three, neighbouring taps: what {@link Winograd} needs to know of it.
///
/// With a stride of `s` the cells of the large picture fall into `s` phases. A convolution reads all of them, its adjoint writes all of them, and between one
/// phase and the small picture there is a convolution of stride 1:
///
/// ```
/// convolution    small[o]     = sum over phases q, taps t of q:    weight[t] * large[s*(o + offset(t)) + q]      offset(t) = floor((t*d - p)/s)
/// adjoint        large[s*o+r] = sum over taps t of phase r:        weight[t] * small[o + offset(t)]              offset(t) = (r + p - t*d)/s
/// ```
/// @param stamps whether this is the adjoint
/// @param stride phases of the large picture, `s`
/// @param taps in every phase, 2 or 3
/// @param first offset of the first tap of each phase
/// @param base the least of them
/// @param tap the taps of each phase, in the order of their offsets: `[phase][taps]`
record WinogradAxis(boolean stamps, int stride, int taps, int[] first, int base, int[][] tap) {

    /// Returns the axis of a convolution.
    ///
    /// @return nothing unless every phase has the same two or three offsets in a row
    static Optional<WinogradAxis> ofConvolution(Window window) {
        return of(false, window.stride(), phase -> AxisTaps.ofCells(window, phase));
    }

    /// Returns the axis of the adjoint.
    ///
    /// @return nothing unless every phase has the same two or three offsets in a row
    static Optional<WinogradAxis> ofStamp(Window window) {
        return of(true, window.stride(), phase -> AxisTaps.ofPhase(window, phase).reversed());
    }

    private static Optional<WinogradAxis> of(boolean stamps, int stride, IntFunction<AxisTaps> phase) {
        int[] first = new int[stride];
        int[][] tap = new int[stride][];
        for (int p = 0; p < stride; p++) {
            AxisTaps taps = phase.apply(p);
            if (!isRow(taps.offset())) return Optional.empty();
            first[p] = taps.offset()[0];
            tap[p] = taps.tap();
            if (tap[p].length != tap[0].length) return Optional.empty();
        }
        return Optional.of(new WinogradAxis(stamps, stride, tap[0].length, first, Arrays.stream(first).min().orElseThrow(), tap));
    }

    private static boolean isRow(int[] offset) {
        if (offset.length < 2 || offset.length > 3) return false;
        for (int t = 1; t < offset.length; t++) if (offset[t] != offset[0] + t) return false;
        return true;
    }

    /// Cells of a phase that one tile computes, from four that it reads: 3 with two taps, 2 with three.
    int cells() {
        return 5 - taps;
    }

    /// How many phases are read.
    int inputPhases() {
        return stamps ? 1 : stride;
    }

    /// How many phases are written.
    int outputPhases() {
        return stamps ? stride : 1;
    }

    /// Where in a phase that is read the first tile begins; before the picture if negative.
    int start(int inputPhase) {
        return stamps ? base : first[inputPhase];
    }

    /// By how many cells the tiles of a phase that is written begin before its first cell. All phases read the same tiles, although their taps lie differently: a
    /// phase whose taps lie one cell further on has its tiles one cell earlier.
    int shift(int outputPhase) {
        return stamps ? first[outputPhase] - base : 0;
    }

    /// Returns how many tiles cover a picture that is written.
    int tiles(int size) {
        int tiles = 0;
        for (int r = 0; r < outputPhases(); r++) {
            tiles = Math.max(tiles, Math.ceilDiv(GridAxis.phaseSize(size, outputPhases(), r) + shift(r), cells()));
        }
        return tiles;
    }
}
