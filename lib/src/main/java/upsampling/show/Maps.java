package upsampling.show;

import upsampling.op.LinearOperator;

/// Pixel maps that belong together: on one scale, as a difference, as a matrix.
public final class Maps {
    private static final int GAP = 18;
    private static final int MOST_CELL = 34;
    private static final int LEAST_WITH_NUMBERS = 18;
    private static final int AXIS_ROOM = 24;
    private static final int BLOCK_ROOM = 6;

    private Maps() { }

    /// Returns maps on one scale, as many beside each other as fit a figure: what is equal looks equal.
    ///
    /// ```
    /// Maps.row(Maps.image("original", x, 190), Maps.image("nearest", nearest, 190), Maps.image("bilinear", bilinear, 190))
    /// ```
    /// @throws IllegalArgumentException unless there is a map
    public static Tile row(PixelMap... maps) {
        double[][][] values = new double[maps.length][][];
        for (int i = 0; i < maps.length; i++) values[i] = maps[i].values();
        Scale shared = Scale.of(values);
        Tile[] scaled = new Tile[maps.length];
        for (int i = 0; i < maps.length; i++) scaled[i] = maps[i].scale(shared);
        return Tile.rows(GAP, scaled);
    }

    /// Returns an image in grey, without numbers and grid, enlarged by a whole factor to at most a width, so that images of different sizes can be
    /// compared.
    ///
    /// @param values rows of values
    /// @param width in px; an image that has more columns is drawn pixel by pixel
    /// @throws IllegalArgumentException unless there is a value and all rows have the same length
    public static PixelMap image(String title, double[][] values, int width) {
        PixelMap map = PixelMap.of(title, Ink.PLAIN, values).noNumbers().noGrid();
        return map.cell(Math.max(1, width / values[0].length));
    }

    /// Returns `a - b` cell by cell: purple where `a` is smaller, orange where it is larger, a dot where both are equal.
    ///
    /// @throws IllegalArgumentException unless both have the same size
    public static PixelMap difference(String title, double[][] a, double[][] b) {
        if (a.length != b.length || a.length == 0 || a[0].length != b[0].length) {
            throw new IllegalArgumentException("Maps.difference: '%s' is of %s and %s; both need the same size".formatted(title, size(a), size(b)));
        }
        double[][] difference = new double[a.length][a[0].length];
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < a[r].length; c++) difference[r][c] = a[r][c] - b[r][c];
        }
        Scale span = Scale.of(difference);
        return PixelMap.of(title, Ink.PLAIN, difference).scale(new Scale(-span.max(), span.max(), true)).ramp(Ramp.SIGNED).quietZeros();
    }

    private static String size(double[][] map) {
        return map.length + "×" + (map.length == 0 ? 0 : map[0].length);
    }

    /// Returns the matrix of an operator, one row for each output and one column for each input, with quiet zeros and row and column numbers;
    /// the rows of an image are blocks. Cells are as large as fits a figure; below 18 px they have no numbers.
    ///
    /// @throws IllegalArgumentException unless the operator reads and writes one plane, of at most 580 inputs
    public static PixelMap matrix(String title, LinearOperator operator) {
        Links links = Links.of("Maps.matrix", operator);
        int blockRows = links.out().h() > 1 ? links.out().w() : 0;
        int blockColumns = links.in().h() > 1 ? links.in().w() : 0;
        int gaps = blockColumns > 0 ? (links.in().h() - 1) * BLOCK_ROOM : 0;
        int cell = Math.min(MOST_CELL, (Shown.MOST_WIDTH - AXIS_ROOM - gaps) / links.in().size());
        if (cell < 1) {
            throw new IllegalArgumentException("Maps.matrix: '%s' has %d columns, which do not fit; use a smaller input".formatted(title, links.in().size()));
        }
        PixelMap map = PixelMap.of(title, Ink.KERNEL, links.matrix()).cell(cell).quietZeros().axes().blocks(blockRows, blockColumns);
        return cell < LEAST_WITH_NUMBERS ? map.noNumbers() : map;
    }
}
