package upsampling.show;

/// Where the cells of a map lie, in CSS pixels from its top left corner.
///
/// @param cell side of a cell, >= 1
/// @param blockRows rows after which the gap is wider; 0: never
/// @param blockColumns columns after which the gap is wider; 0: never
/// @param hasLines whether paper shows between large cells; not in images
record CellGrid(int cell, int blockRows, int blockColumns, boolean hasLines) {
    private static final int BLOCK_GAP = 6;
    private static final int LEAST_FOR_LINES = 6;
    private static final int AXIS_DIGIT = 7;

    CellGrid {
        if (cell < 1) throw new IllegalArgumentException("PixelMap: cell must be >= 1 px, but was " + cell);
    }

    static CellGrid of(int cell) {
        return new CellGrid(cell, 0, 0, true);
    }

    CellGrid withCell(int pixels) {
        return new CellGrid(pixels, blockRows, blockColumns, hasLines);
    }

    CellGrid withBlocks(int rows, int columns) {
        return new CellGrid(cell, rows, columns, hasLines);
    }

    CellGrid withoutLines() {
        return new CellGrid(cell, blockRows, blockColumns, false);
    }

    int left(int column) {
        return column * cell + (blockColumns > 0 ? column / blockColumns * BLOCK_GAP : 0);
    }

    int top(int row) {
        return row * cell + (blockRows > 0 ? row / blockRows * BLOCK_GAP : 0);
    }

    int width(int columns) {
        return left(columns - 1) + cell;
    }

    int height(int rows) {
        return top(rows - 1) + cell;
    }

    /// Returns the width of the paper between two cells.
    int line() {
        return cell < LEAST_FOR_LINES || !hasLines ? 0 : 1;
    }

    /// Returns how many cells apart row and column numbers stand so that they do not touch: 1, 2, 5, 10 ...
    int axisStep(int numbers) {
        int room = AXIS_DIGIT * (Integer.toString(numbers).length() + 1);
        for (int unit = 1; ; unit *= 10) {
            for (int step : new int[] {unit, 2 * unit, 5 * unit}) {
                if (step * cell >= room || step >= numbers) return step;
            }
        }
    }

    void paint(Ring ring, Sheet sheet, int x, int y) {
        int right = left(ring.column() + ring.width() - 1) + cell - line();
        int bottom = top(ring.row() + ring.height() - 1) + cell - line();
        sheet.ring(x + left(ring.column()), y + top(ring.row()), right - left(ring.column()), bottom - top(ring.row()), ring.ink().deep);
    }

    void digest(ValueDigest d) {
        d.counts(cell, blockRows, blockColumns);
        if (!hasLines) d.text("no lines");
    }
}
