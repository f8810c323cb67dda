package upsampling.show;

import java.util.ArrayList;
import java.util.List;

/// A feature map as it is: every value one square, enlarged by repetition, with its number in it. Nothing is smoothed: an antialiased
/// checkerboard is a lie about a checkerboard. The title carries the role's colour, the lightness the value.
///
/// ```
/// PixelMap.of("input", Ink.INPUT, x).cell(40).axes().ring(0, 0, 2, 2, Ink.ACCENT)
/// ```
/// `NaN` is an empty place, not a zero. A map does not change: every method returns another map, and the values are copied.
public final class PixelMap implements Tile {
    private static final int TITLE_HEIGHT = 22;
    private static final int TITLE_INDENT = 14;
    private static final int BELOW = 4;
    private static final int AXIS_LEFT = 20;
    private static final int AXIS_TOP = 16;

    private final String title;
    private final Ink role;
    private final double[][] values;
    private List<Ring> rings = List.of();
    private Scale scale;
    private Ramp ramp;
    private CellGrid grid = CellGrid.of(34);
    private boolean axes;
    private int firstRow;
    private int firstColumn;
    private boolean numbers = true;
    private boolean quietZeros;
    private boolean namesNaN;

    private PixelMap(String title, Ink role, double[][] values, Scale scale) {
        this.title = title;
        this.role = role;
        this.values = values;
        this.scale = scale;
    }

    /// Returns a map of rows of values on a scale of its own, in cells of 34 px with numbers.
    ///
    /// @param title a noun, with the size if it matters; may be empty
    /// @throws IllegalArgumentException unless there is a value and all rows have the same length
    public static PixelMap of(String title, Ink role, double[][] values) {
        if (values.length == 0 || values[0].length == 0) {
            throw new IllegalArgumentException("PixelMap: '" + title + "' has no values; at least one row of one value is needed");
        }
        double[][] copy = new double[values.length][];
        for (int r = 0; r < values.length; r++) {
            if (values[r].length != values[0].length) {
                throw new IllegalArgumentException("PixelMap: row %d of '%s' has %d values, but row 0 has %d; all rows need the same length"
                    .formatted(r, title, values[r].length, values[0].length));
            }
            copy[r] = values[r].clone();
        }
        return new PixelMap(title, role, copy, Scale.of(copy));
    }

    /// Returns this map on the scale that it shares with others.
    public PixelMap scale(Scale shared) {
        PixelMap other = copy();
        other.scale = shared;
        return other;
    }

    /// Returns this map with another ramp than that of its role.
    public PixelMap ramp(Ramp otherRamp) {
        PixelMap other = copy();
        other.ramp = otherRamp;
        return other;
    }

    /// Returns this map with cells of another size; below 18 px no numbers are written, below 6 px no grid is drawn.
    ///
    /// @throws IllegalArgumentException unless `pixels >= 1`
    public PixelMap cell(int pixels) {
        PixelMap other = copy();
        other.grid = grid.withCell(pixels);
        return other;
    }

    /// Returns this map with row and column numbers from 0.
    public PixelMap axes() {
        return axes(0, 0);
    }

    /// Returns this map with row and column numbers; for a part of a larger map.
    public PixelMap axes(int fromRow, int fromColumn) {
        PixelMap other = copy();
        other.axes = true;
        other.firstRow = fromRow;
        other.firstColumn = fromColumn;
        return other;
    }

    /// Returns this map without numbers in its cells: for patterns.
    public PixelMap noNumbers() {
        PixelMap other = copy();
        other.numbers = false;
        return other;
    }

    /// Returns this map without paper between its cells: for images.
    public PixelMap noGrid() {
        PixelMap other = copy();
        other.grid = grid.withoutLines();
        return other;
    }

    /// Returns this map with zeros as small dots on paper, so that what is there stands out (matrices).
    public PixelMap quietZeros() {
        PixelMap other = copy();
        other.quietZeros = true;
        return other;
    }

    /// Returns this map with the word NaN in places without a number: for a result in which NaN is a value.
    public PixelMap namesNaN() {
        PixelMap other = copy();
        other.namesNaN = true;
        return other;
    }

    /// Returns this map with a wider gap after every so many rows and columns (blocks of a matrix); 0 for none.
    public PixelMap blocks(int rows, int columns) {
        PixelMap other = copy();
        other.grid = grid.withBlocks(rows, columns);
        return other;
    }

    /// Returns this map with a frame around a window of cells.
    ///
    /// @throws IllegalArgumentException unless the window lies inside the map
    public PixelMap ring(int row, int column, int height, int width, Ink ink) {
        if (row < 0 || column < 0 || height < 1 || width < 1 || row + height > values.length || column + width > values[0].length) {
            throw new IllegalArgumentException("PixelMap: ring %d×%d at (%d, %d) does not lie inside the %d×%d map '%s'"
                .formatted(height, width, row, column, values.length, values[0].length, title));
        }
        PixelMap other = copy();
        other.rings = new ArrayList<>(rings);
        other.rings.add(new Ring(row, column, height, width, ink));
        return other;
    }

    @Override
    public int width() {
        int wide = title.isEmpty() ? 0 : (int) Math.ceil(TITLE_INDENT + Type.width(title, Type.TITLE));
        return (axes ? AXIS_LEFT : 0) + Math.max(grid.width(values[0].length), wide);
    }

    @Override
    public int height() {
        return (title.isEmpty() ? 0 : TITLE_HEIGHT + BELOW) + (axes ? AXIS_TOP : 0) + grid.height(values.length);
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        int left = x + (axes ? AXIS_LEFT : 0);
        int top = y;
        if (!title.isEmpty()) {
            sheet.fill(left, top + 4, 9, 9, role.fill);
            sheet.text(title, left + TITLE_INDENT, top + 13, 0, Type.TITLE, role == Ink.PLAIN ? Ink.TEXT : role.deep);
            top += TITLE_HEIGHT;
        }
        if (axes) {
            top += AXIS_TOP;
            paintAxes(sheet, left, top);
        }
        new CellPainter(grid, scale, colours(), numbers, quietZeros, namesNaN).paint(sheet, left, top, values);
        for (Ring ring : rings) grid.paint(ring, sheet, left, top);
    }

    @Override
    public void digest(ValueDigest d) {
        d.text("map").text(title).text(role.name()).text(colours().toString()).values(values);
        scale.digest(d);
        grid.digest(d);
        d.counts(axes ? 1 : 0, firstRow, firstColumn, numbers ? 1 : 0, quietZeros ? 1 : 0, namesNaN ? 1 : 0, rings.size());
        for (Ring ring : rings) ring.digest(d);
    }

    double[][] values() {
        return values;
    }

    private Ramp colours() {
        if (ramp != null) return ramp;
        return scale.signed() ? Ramp.SIGNED : Ramp.of(role);
    }

    private void paintAxes(Sheet sheet, int left, int top) {
        int step = grid.axisStep(Math.max(firstRow + values.length, firstColumn + values[0].length));
        for (int c = 0; c < values[0].length; c++) {
            if ((firstColumn + c) % step != 0) continue;
            sheet.text(Numbers.count(firstColumn + c), left + grid.left(c) + grid.cell() / 2.0, top - 6, 0.5, Type.SMALL, Ink.QUIET);
        }
        for (int r = 0; r < values.length; r++) {
            if ((firstRow + r) % step != 0) continue;
            sheet.text(Numbers.count(firstRow + r), left - 7, top + grid.top(r) + grid.cell() / 2.0 + 4, 1, Type.SMALL, Ink.QUIET);
        }
    }

    private PixelMap copy() {
        PixelMap other = new PixelMap(title, role, values, scale);
        other.rings = rings;
        other.ramp = ramp;
        other.grid = grid;
        other.axes = axes;
        other.firstRow = firstRow;
        other.firstColumn = firstColumn;
        other.numbers = numbers;
        other.quietZeros = quietZeros;
        other.namesNaN = namesNaN;
        return other;
    }
}
