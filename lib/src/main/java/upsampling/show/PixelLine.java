package upsampling.show;

import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import upsampling.tensor.Grid;

/// Pixels of an input on a number line, and below it where the samples of one or more outputs are taken.
///
/// ```
/// Grid grid = Grid.ofSize(4, 8);
/// PixelLine.of("input", 4).samples("half-pixel", grid).samples("corners", grid.withAlignment(Alignment.CORNERS))
/// ```
/// Pixel `i` is the cell from `i - 1/2` to `i + 1/2`; its value belongs to its centre, the position `i`. A line does not change: every method
/// returns another one.
public final class PixelLine implements Tile {
    private static final String NAME = "PixelLine";
    private static final int MOST_PIXELS = 20;
    private static final int MOST_UNIT = 72;
    private static final int CELL_HEIGHT = 30;
    private static final int TOP = 2;
    private static final int ROW = 50;
    private static final int RADIUS = 10;
    private static final int SMALL_RADIUS = 4;
    private static final int NAME_GAP = 14;
    private static final double END = 0.5;

    private record Row(String name, double[] positions) { }

    private final String name;
    private final int pixels;
    private final List<Row> rows;

    private PixelLine(String name, int pixels, List<Row> rows) {
        this.name = name;
        this.pixels = pixels;
        this.rows = rows;
    }

    /// Returns a line of pixels without samples.
    ///
    /// @throws IllegalArgumentException unless there are 1 to 20 pixels
    public static PixelLine of(String name, int pixels) {
        if (pixels < 1 || pixels > MOST_PIXELS) {
            throw new IllegalArgumentException(NAME + ": 1 to " + MOST_PIXELS + " pixels fit a line, but there are " + pixels);
        }
        return new PixelLine(name, pixels, List.of());
    }

    /// Returns this line with samples below it, numbered from 0.
    ///
    /// @param samplesName what places them, such as `half-pixel`
    /// @param positions where they are taken, from -1 to the number of pixels; of equal ones only the last is seen
    /// @throws IllegalArgumentException unless there is a position and all lie on the line
    public PixelLine samples(String samplesName, double[] positions) {
        if (positions.length == 0) throw new IllegalArgumentException(NAME + ": '" + samplesName + "' has no positions; at least one is needed");
        for (double position : positions) {
            if (!(position >= -1 && position <= pixels)) {
                throw new IllegalArgumentException("%s: position %s of '%s' is not on the line, which goes from -1 to %d".formatted(NAME, position,
                    samplesName, pixels));
            }
        }
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(samplesName, positions.clone()));
        return new PixelLine(name, pixels, more);
    }

    /// Returns this line with the samples of a grid below it.
    ///
    /// @throws IllegalArgumentException unless the grid has as many input cells as the line has pixels
    public PixelLine samples(String samplesName, Grid grid) {
        if (grid.in() != pixels) {
            throw new IllegalArgumentException("%s: the grid '%s' has %d input cells, but the line has %d pixels".formatted(NAME, samplesName,
                grid.in(), pixels));
        }
        return samples(samplesName, positions(grid));
    }

    static double[] positions(Grid grid) {
        double[] positions = new double[grid.out()];
        for (int o = 0; o < positions.length; o++) positions[o] = grid.source(o);
        return positions;
    }

    @Override
    public int width() {
        return left() + (int) Math.ceil(unit() * (pixels + 2 * END));
    }

    @Override
    public int height() {
        return TOP + CELL_HEIGHT + ROW * rows.size();
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        double unit = unit();
        int top = y + TOP;
        sheet.text(name, x, top + CELL_HEIGHT / 2.0 + 5, 0, Type.TITLE, Ink.INPUT.deep);
        for (int i = 0; i < pixels; i++) {
            double centre = at(x, i);
            sheet.fill(centre - unit / 2, top, unit - 1, CELL_HEIGHT, Ink.INPUT.tint);
            sheet.fill(centre - 0.5, top + CELL_HEIGHT - 8, 1, 8 + ROW * rows.size(), Ink.LINE);
            sheet.centred(Integer.toString(i), centre - unit / 2, top - 3, unit - 1, CELL_HEIGHT - 4, Type.BODY, Ink.INPUT.deep);
        }
        for (int r = 0; r < rows.size(); r++) paint(sheet, rows.get(r), x, top + CELL_HEIGHT + r * ROW + ROW / 2.0);
    }

    private void paint(Sheet sheet, Row row, int x, double middle) {
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

    private int left() {
        double most = Type.width(name, Type.TITLE);
        for (Row row : rows) most = Math.max(most, Type.width(row.name, Type.TITLE));
        return (int) Math.ceil(most) + NAME_GAP;
    }

    private double unit() {
        return Math.min(MOST_UNIT, (Shown.MOST_WIDTH - left()) / (pixels + 2 * END));
    }

    private double at(int x, double position) {
        return x + left() + unit() * (position + 0.5 + END);
    }

    @Override
    public void digest(ValueDigest d) {
        d.text("pixel line").text(name).counts(pixels, rows.size());
        for (Row row : rows) d.text(row.name).values(row.positions);
    }
}
