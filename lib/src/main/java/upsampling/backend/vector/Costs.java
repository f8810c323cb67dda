package upsampling.backend.vector;

import java.util.Optional;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;

/// What a convolution would cost in each way, so that the cheapest can be chosen for any shape. A cost is counted in multiplications: how many a processor could
/// have done in the time. The constants are measured once, on the public workloads of `./course bench`, and rounded; they only have to find the right way where the
/// ways differ much.
///
/// @param grid places of the grid in the whole batch: outputs of one channel and one phase
/// @param phases phases that are written
/// @param taps of the kernel, all phases together
/// @param inputs channels that a group reads
/// @param outputs channels that a group writes
/// @param groups groups
/// @param margin how many places {@link Direct} computes for one that is needed
record Costs(long grid, int phases, int taps, int inputs, int outputs, int groups, double margin) {
    // One element of each, in multiplications.
    private static final double PACK = 8;
    private static final double PACK_WEIGHT = 50;
    private static final double COPY = 10;
    private static final double STORE = 12;
    /// Where each phase is stored by itself, cell by cell.
    private static final double SCATTER = 24;
    private static final double TILE_IN = 40;
    private static final double TILE_OUT = 40;
    private static final double TILE_WEIGHT = 80;
    /// A {@link Stencil} has more loads for a multiplication than a {@link Tile}.
    private static final double STENCIL = 1.3;
    /// So few multiplications altogether are done by the plain loops before anything else has begun.
    private static final double LITTLE = 20_000;

    static Costs ofConvolution(Geometry geometry, Shape large, Shape small) {
        double margin = margin(geometry, small.h(), small.w());
        return new Costs((long) small.n() * small.planeSize(), 1, geometry.taps(), large.c() / geometry.groups(), small.c() / geometry.groups(),
            geometry.groups(), margin);
    }

    static Costs ofStamp(Geometry geometry, Shape small, Shape large) {
        int phases = geometry.height().stride() * geometry.width().stride();
        int h = GridAxis.phaseSize(large.h(), geometry.height().stride(), 0);
        int w = GridAxis.phaseSize(large.w(), geometry.width().stride(), 0);
        return new Costs((long) small.n() * h * w, phases, geometry.taps(), small.c() / geometry.groups(), large.c() / geometry.groups(), geometry.groups(),
            margin(geometry, h, w));
    }

    private static double margin(Geometry geometry, int h, int w) {
        double reach = (geometry.width().effectiveKernel() - 1.0) / geometry.width().stride() / 2; // zeros serve two rows
        int places = h * w;
        int columns = Stencil.FOUR_COLUMNS;
        return (w + reach) / w * Math.ceilDiv(places, columns) * columns / places;
    }

    /// Whether the plain loops are done before another way has prepared anything.
    boolean isLittle() {
        return (double) groups * outputs * inputs * taps * grid < LITTLE;
    }

    Path cheapest(Optional<WinogradPlan> plan) {
        if (isLittle()) return Path.PLAIN;
        double product = product();
        double direct = direct();
        double winograd = plan.map(this::winograd).orElse(Double.POSITIVE_INFINITY);
        if (winograd < Math.min(product, direct)) return Path.WINOGRAD;
        return direct < product ? Path.DIRECT : Path.PRODUCT;
    }

    private double product() {
        double rows = Tile.forRows(outputs).cost(outputs);
        double depth = (double) inputs * taps; // of all phases together
        double store = phases == 1 ? STORE : SCATTER;
        return groups * (rows * depth * grid + PACK * depth * grid + store * outputs * phases * grid + PACK_WEIGHT * outputs * depth);
    }

    private double direct() {
        boolean areTiles = TileSums.isFor(inputs, outputs);
        double rows = areTiles ? Tile.forRows(outputs).cost(outputs) : STENCIL * (outputs % Stencil.ROWS == 3 ? outputs + 1 : outputs);
        double depth = (double) inputs * taps;
        return groups * (rows * depth * grid * margin + COPY * inputs * grid * margin + STORE * outputs * phases * grid + PACK_WEIGHT * outputs * depth);
    }

    private double winograd(WinogradPlan plan) {
        double rows = Tile.forRows(plan.outputs()).cost(plan.outputs());
        double tiles = plan.tiles();
        return groups * 16 * (rows * plan.depth() * tiles + TILE_IN * plan.depth() * tiles + TILE_OUT * plan.outputs() * tiles
            + TILE_WEIGHT * plan.outputs() * plan.depth());
    }
}
