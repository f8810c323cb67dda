package upsampling.show;

import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import upsampling.tensor.Grid;
import upsampling.tensor.Taps;

/// Pixels of an input on a number line, and below it the outputs: where their samples are taken, or which part of the input their cells cover.
///
/// ```
/// Grid grid = Grid.ofSize(4, 8);
/// PixelLine.of("input", 4).samples("half-pixel", grid).samples("corners", grid.withAlignment(Alignment.CORNERS))
/// PixelLine.of("input", 4).cells("output", grid).pick(3, Taps.linear(grid))
/// ```
/// Pixel `i` is the cell from `i - 1/2` to `i + 1/2`; its value belongs to its centre, the position `i`. A line does not change: every method
/// returns another one.
public final class PixelLine implements Tile {
    private static final String NAME = "PixelLine";
    private static final int MOST_PIXELS = 20;
    private static final int MOST_UNIT = 72;
    private static final int MOST_UNIT_OF_CELLS = 136;
    private static final int CELL_HEIGHT = 30;
    private static final int TOP = 2;
    private static final int ROW = 50;
    private static final int RADIUS = 10;
    private static final int SMALL_RADIUS = 4;
    private static final int NAME_GAP = 14;
    private static final int NOBODY = -1;

    /// Outputs below the input.
    ///
    /// @param positions their centres
    /// @param extent the width of each cell, in pixels of the input; 0: samples, which are points
    private record Row(String name, double[] positions, double extent) {
        int height() {
            return extent == 0 ? ROW : CellsBelow.HEIGHT;
        }

        double from() {
            return extent == 0 ? -1 : Arrays.stream(positions).min().orElseThrow() - extent / 2;
        }

        double to(int pixels) {
            return extent == 0 ? pixels : Arrays.stream(positions).max().orElseThrow() + extent / 2;
        }
    }

    private final String name;
    private final int pixels;
    private final List<Row> rows;
    private final int picked;
    private final List<Integer> reads;

    private PixelLine(String name, int pixels, List<Row> rows, int picked, List<Integer> reads) {
        this.name = name;
        this.pixels = pixels;
        this.rows = rows;
        this.picked = picked;
        this.reads = reads;
    }

    /// Returns a line of pixels without outputs.
    ///
    /// @throws IllegalArgumentException unless there are 1 to 20 pixels
    public static PixelLine of(String name, int pixels) {
        if (pixels < 1 || pixels > MOST_PIXELS) {
            throw new IllegalArgumentException(NAME + ": 1 to " + MOST_PIXELS + " pixels fit a line, but there are " + pixels);
        }
        return new PixelLine(name, pixels, List.of(), NOBODY, List.of());
    }

    /// Returns this line with samples below it, numbered from 0.
    ///
    /// @param samplesName what places them, such as `half-pixel`
    /// @param positions where they are taken, from -1 to the number of pixels; of equal ones only the last is seen
    /// @throws IllegalArgumentException unless there is a position and all lie on the line
    public PixelLine samples(String samplesName, double[] positions) {
        return with(samplesName, positions, 0);
    }

    /// Returns this line with the samples of a grid below it.
    ///
    /// @throws IllegalArgumentException unless the grid has as many input cells as the line has pixels
    public PixelLine samples(String samplesName, Grid grid) {
        return samples(samplesName, positions(samplesName, grid));
    }

    /// Returns this line with cells below it, numbered from 0: each is drawn over the part of the input that it covers, with its centre and the place of
    /// that. From the first row below the input, lines go up to these places.
    ///
    /// @param cellsName what they are, such as `output`
    /// @param centres their centres, from -1 to the number of pixels
    /// @param extent the width of each, in pixels of the input: 2 if one stands for two of them
    /// @throws IllegalArgumentException unless there is a centre, all lie on the line, and the extent is at most the number of pixels
    public PixelLine cells(String cellsName, double[] centres, double extent) {
        if (!(extent > 0 && extent <= pixels)) {
            throw new IllegalArgumentException("%s: the cells of '%s' must be > 0 and <= %d pixels wide, but are %s".formatted(NAME, cellsName, pixels, extent));
        }
        return with(cellsName, centres, extent);
    }

    /// Returns this line with the output cells of a grid below it, each as wide as the distance between two of them.
    ///
    /// @throws IllegalArgumentException unless the grid has as many input cells as the line has pixels
    public PixelLine cells(String cellsName, Grid grid) {
        return cells(cellsName, positions(cellsName, grid), grid.ratio() == 0 ? 1 : grid.ratio()); // one output with corners: a cell like that of the input
    }

    private PixelLine with(String rowName, double[] positions, double extent) {
        if (positions.length == 0) throw new IllegalArgumentException(NAME + ": '" + rowName + "' has no positions; at least one is needed");
        for (double position : positions) {
            if (!(position >= -1 && position <= pixels)) {
                throw new IllegalArgumentException("%s: position %s of '%s' is not on the line, which goes from -1 to %d".formatted(NAME, position,
                    rowName, pixels));
            }
        }
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(rowName, positions.clone(), extent));
        return new PixelLine(name, pixels, more, picked, reads);
    }

    /// Returns this line with one output framed in every row of cells, and the pixels that it reads; only its place is marked in the input.
    ///
    /// @param output its number
    /// @param taps which pixels each output reads
    /// @throws IllegalArgumentException unless the taps read a line of so many pixels, and they and every row have this output
    public PixelLine pick(int output, Taps taps) {
        if (taps.inSize() != pixels) {
            throw new IllegalArgumentException("%s: the taps read %d pixels, but the line has %d".formatted(NAME, taps.inSize(), pixels));
        }
        int fewest = taps.outSize();
        for (Row row : rows) fewest = Math.min(fewest, row.positions.length);
        if (output < 0 || output >= fewest) {
            throw new IllegalArgumentException("%s: there are outputs 0 to %d, but %d was picked".formatted(NAME, fewest - 1, output));
        }
        List<Integer> read = new ArrayList<>();
        for (int t = taps.first()[output]; t < taps.first()[output + 1]; t++) read.add(taps.cell()[t]);
        return new PixelLine(name, pixels, rows, output, read);
    }

    private double[] positions(String rowName, Grid grid) {
        if (grid.in() != pixels) {
            throw new IllegalArgumentException("%s: the grid '%s' has %d input cells, but the line has %d pixels".formatted(NAME, rowName, grid.in(), pixels));
        }
        return positions(grid);
    }

    static double[] positions(Grid grid) {
        double[] positions = new double[grid.out()];
        for (int o = 0; o < positions.length; o++) positions[o] = grid.source(o);
        return positions;
    }

    @Override
    public int width() {
        return left() + (int) Math.ceil(unit() * (to() - from()));
    }

    @Override
    public int height() {
        int height = TOP + CELL_HEIGHT;
        for (Row row : rows) height += row.height();
        return height;
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        double unit = unit();
        int top = y + TOP;
        sheet.text(name, x, top + CELL_HEIGHT / 2.0 + 5, 0, Type.TITLE, Ink.INPUT.deep);
        for (int i = 0; i < pixels; i++) {
            double centre = at(x, i);
            sheet.fill(centre - unit / 2, top, unit - 1, CELL_HEIGHT, Ink.INPUT.tint);
            if (reads.contains(i)) sheet.frame(centre - unit / 2, top, unit - 1, CELL_HEIGHT, 2, Ink.INPUT.deep);
            if (!hasCells()) sheet.fill(centre - 0.5, top + CELL_HEIGHT - 8, 1, height() - TOP - CELL_HEIGHT + 8, Ink.LINE);
            sheet.centred(Integer.toString(i), centre - unit / 2, top - 3, unit - 1, CELL_HEIGHT - 4, Type.BODY, Ink.INPUT.deep);
        }
        int rowTop = top + CELL_HEIGHT;
        for (Row row : rows) {
            if (row.extent == 0) paintSamples(sheet, row, x, rowTop + ROW / 2.0);
            else paintCells(sheet, row, x, top, rowTop);
            rowTop += row.height();
        }
        if (hasCells()) for (int i = 0; i < pixels; i++) CellsBelow.mark(sheet, at(x, i), top + CELL_HEIGHT - CellsBelow.MARK_AT, Ink.INPUT.deep);
    }

    private void paintCells(Sheet sheet, Row row, int x, int top, int rowTop) {
        double[] centres = new double[row.positions.length];
        for (int o = 0; o < centres.length; o++) centres[o] = at(x, row.positions[o]);
        sheet.text(row.name, x, CellsBelow.baseLine(rowTop), 0, Type.TITLE, Ink.OUTPUT.deep);
        boolean isFirst = rowTop == top + CELL_HEIGHT;
        new CellsBelow(row.positions, centres, unit() * row.extent, picked, isFirst).paint(sheet, top + CELL_HEIGHT - CellsBelow.MARK_AT, rowTop);
    }

    private void paintSamples(Sheet sheet, Row row, int x, double middle) {
        sheet.text(row.name, x, middle + 5, 0, Type.TITLE, Ink.OUTPUT.deep);
        sheet.fill(at(x, -1), middle - 0.5, unit() * (pixels + 1), 1, Ink.PLAIN.fill);
        int radius = radius(row.positions);
        for (int o = 0; o < row.positions.length; o++) {
            double centre = at(x, row.positions[o]);
            sheet.dot(centre, middle, radius + 1.5, Ink.PAPER);
            sheet.dot(centre, middle, radius, Ink.OUTPUT.fill);
            if (radius < RADIUS) continue;
            Font font = Type.number(o < 10 ? 12 : 10.5f);
            sheet.centred(Integer.toString(o), centre - RADIUS, middle - RADIUS, 2 * RADIUS, 2 * RADIUS, font, Ink.on(Ink.OUTPUT.fill));
        }
    }

    // numbers only where neighbours do not touch
    private int radius(double[] positions) {
        double[] sorted = positions.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            double distance = unit() * (sorted[i] - sorted[i - 1]);
            if (distance > 0 && distance < 2 * RADIUS + 1) return SMALL_RADIUS;
        }
        return RADIUS;
    }

    private boolean hasCells() {
        return rows.stream().anyMatch(row -> row.extent > 0);
    }

    private int left() {
        double most = Type.width(name, Type.TITLE);
        for (Row row : rows) most = Math.max(most, Type.width(row.name, Type.TITLE));
        return (int) Math.ceil(most) + NAME_GAP;
    }

    // the first and the last position that is drawn: samples may lie half a pixel outside, cells wherever they end
    private double from() {
        double from = rows.isEmpty() ? -1 : -0.5;
        for (Row row : rows) from = Math.min(from, row.from());
        return from;
    }

    private double to() {
        double to = rows.isEmpty() ? pixels : pixels - 0.5;
        for (Row row : rows) to = Math.max(to, row.to(pixels));
        return to;
    }

    private double unit() {
        return Math.min(hasCells() ? MOST_UNIT_OF_CELLS : MOST_UNIT, (Shown.MOST_WIDTH - left()) / (to() - from()));
    }

    private double at(int x, double position) {
        return x + left() + unit() * (position - from());
    }

    @Override
    public void digest(ValueDigest d) {
        d.text("pixel line").text(name).counts(pixels, rows.size());
        for (Row row : rows) {
            d.text(row.name).values(row.positions);
            if (row.extent > 0) d.text("cells").values(row.extent);
        }
        if (picked == NOBODY) return;
        d.text("picked").counts(picked).counts(reads.stream().mapToInt(Integer::intValue).toArray());
    }
}
