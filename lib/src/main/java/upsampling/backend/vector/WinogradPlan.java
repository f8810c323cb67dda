package upsampling.backend.vector;

import java.util.Optional;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;

/// The sizes of one group of a convolution, or of its adjoint, as {@link Winograd} computes it.
///
/// @param rows axis along the height
/// @param columns axis along the width
/// @param in shape of the picture that is read
/// @param out shape of the picture that is written
/// @param inChannels channels that the group reads
/// @param outChannels channels that the group writes
record WinogradPlan(WinogradAxis rows, WinogradAxis columns, Shape in, Shape out, int inChannels, int outChannels) {

    /// Returns the plan of {@link upsampling.backend.Backend#convolve}, or nothing if its taps do not fit.
    static Optional<WinogradPlan> ofConvolution(Geometry geometry, Shape large, Shape small) {
        return of(WinogradAxis.ofConvolution(geometry.height()), WinogradAxis.ofConvolution(geometry.width()), large, small, geometry.groups());
    }

    /// Returns the plan of {@link upsampling.backend.Backend#stamp}, or nothing if its taps do not fit.
    static Optional<WinogradPlan> ofStamp(Geometry geometry, Shape small, Shape large) {
        return of(WinogradAxis.ofStamp(geometry.height()), WinogradAxis.ofStamp(geometry.width()), small, large, geometry.groups());
    }

    private static Optional<WinogradPlan> of(Optional<WinogradAxis> rows, Optional<WinogradAxis> columns, Shape in, Shape out, int groups) {
        if (rows.isEmpty() || columns.isEmpty() || rows.get().taps() != columns.get().taps()) return Optional.empty();
        return Optional.of(new WinogradPlan(rows.get(), columns.get(), in, out, in.c() / groups, out.c() / groups));
    }

    /// Cells that a tile computes along each axis.
    int cells() {
        return rows.cells();
    }

    int tilesDown() {
        return rows.tiles(out.h());
    }

    int tilesAcross() {
        return columns.tiles(out.w());
    }

    /// Tiles of the whole batch.
    int tiles() {
        return Math.multiplyExact(out.n(), Math.multiplyExact(tilesDown(), tilesAcross()));
    }

    /// What is summed: channels that are read, in each of their phases.
    int depth() {
        return inChannels * rows.inputPhases() * columns.inputPhases();
    }

    /// What is computed for each tile: channels that are written, in each of their phases.
    int outputs() {
        return outChannels * rows.outputPhases() * columns.outputPhases();
    }
}
