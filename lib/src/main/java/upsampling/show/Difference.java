package upsampling.show;

/// Where two maps differ, in words and as three maps with a ring on the first difference. Large maps are cut to the place where it lies.
///
/// @param row row of the first difference; -1 if there is none or the sizes differ
/// @param column its column
/// @param count how many values differ
record Difference(double[][] expected, double[][] actual, int row, int column, int count) {
    /// Differences that the printed digits cannot show are not counted, unless there are no others.
    private static final double TOLERANCE = 1e-6;
    private static final int MOST_CELLS = 6;
    private static final int CELL = 34;
    private static final int SMALL_CELL = 24;
    private static final int GAP = 28;

    static Difference of(double[][] expected, double[][] actual) {
        requireMap("expected", expected);
        requireMap("actual", actual);
        if (expected.length != actual.length || expected[0].length != actual[0].length) return new Difference(expected, actual, -1, -1, 0);
        Difference visible = of(expected, actual, TOLERANCE);
        return visible.count > 0 ? visible : of(expected, actual, 0);
    }

    private static void requireMap(String which, double[][] map) {
        boolean fine = map.length > 0 && map[0].length > 0;
        for (double[] values : map) fine = fine && values.length == map[0].length;
        if (!fine) throw new IllegalArgumentException("Cards.failed: " + which + " must have at least one value and rows of equal length");
    }

    private static Difference of(double[][] expected, double[][] actual, double tolerance) {
        int row = -1;
        int column = -1;
        int count = 0;
        for (int r = 0; r < expected.length; r++) {
            for (int c = 0; c < expected[r].length; c++) {
                if (same(expected[r][c], actual[r][c], tolerance)) continue;
                if (count == 0) {
                    row = r;
                    column = c;
                }
                count++;
            }
        }
        return new Difference(expected, actual, row, column, count);
    }

    // NaN equals NaN, and infinity equals infinity; inf - inf would not say so
    private static boolean same(double expected, double actual, double tolerance) {
        if (expected == actual || Double.isNaN(expected) && Double.isNaN(actual)) return true;
        return Math.abs(expected - actual) <= tolerance * Math.max(1, Math.abs(expected)) && Double.isFinite(expected);
    }

    private boolean sameSize() {
        return expected.length == actual.length && expected[0].length == actual[0].length;
    }

    String sentence() {
        if (!sameSize()) return "Expected the size " + size(expected) + ", but was " + size(actual) + ".";
        int all = expected.length * expected[0].length;
        if (count == 0) return "All " + all + " values shown here agree.";
        String one = Numbers.text(expected[row][column]);
        String other = Numbers.text(actual[row][column]);
        if (one.equals(other)) {
            one = Double.toString(expected[row][column]);
            other = Double.toString(actual[row][column]);
        }
        return count + " of " + all + " values differ; the first at row " + row + ", column " + column + ": expected " + one + ", but was "
            + other + ".";
    }

    private static String size(double[][] map) {
        return map.length + "×" + map[0].length;
    }

    /// Returns the maps with the input before them, which may be null.
    Tile maps(double[][] input) {
        if (input == null) return maps();
        int cell = Math.max(input[0].length, Math.max(expected[0].length, actual[0].length)) > 4 ? SMALL_CELL : CELL;
        double[][] seen = part(input, 0, 0);
        PixelMap map = PixelMap.of("input", Ink.INPUT, seen).scale(Scale.of(seen)).cell(cell).namesNaN();
        Tile before = cuts(input, seen) ? map.axes(0, 0) : map;
        Tile row = Tile.row(GAP, before, maps());
        return row.width() <= Shown.MOST_WIDTH ? row : Tile.column(GAP / 2, before, maps());
    }

    Tile maps() {
        int top = first(row, expected.length);
        int left = first(column, expected[0].length);
        double[][] wanted = part(expected, top, left);
        double[][] got = part(actual, top, left);
        Scale shared = Scale.of(wanted, got);
        int cell = Math.max(wanted[0].length, got[0].length) > 4 ? SMALL_CELL : CELL;
        PixelMap right = map("expected", Ink.RIGHT, wanted, shared, cell, top, left);
        PixelMap wrong = map("but was", Ink.WRONG, got, shared, cell, top, left);
        if (!sameSize()) return Tile.row(GAP, right, wrong);
        double[][] gap = new double[wanted.length][wanted[0].length];
        for (int r = 0; r < gap.length; r++) {
            for (int c = 0; c < gap[r].length; c++) gap[r][c] = same(wanted[r][c], got[r][c], 0) ? 0 : got[r][c] - wanted[r][c];
        }
        Scale span = Scale.of(gap);
        Scale both = new Scale(-span.max(), span.max(), true);
        PixelMap difference = map("difference", Ink.PLAIN, gap, both, cell, top, left).ramp(Ramp.SIGNED).quietZeros();
        if (count == 0) return Tile.row(GAP, right, wrong, difference);
        return Tile.row(GAP, ring(right, top, left), ring(wrong, top, left), ring(difference, top, left));
    }

    private PixelMap map(String title, Ink role, double[][] values, Scale scale, int cell, int top, int left) {
        PixelMap map = PixelMap.of(title, role, values).scale(scale).cell(cell).namesNaN();
        if (role == Ink.WRONG && !scale.signed()) map = map.ramp(Ramp.OUTPUT); // both maps are outputs: equal values look equal
        boolean cut = cuts(expected, values) || cuts(actual, values);
        return cut ? map.axes(top, left) : map;
    }

    private static boolean cuts(double[][] whole, double[][] part) {
        return whole.length > part.length || whole[0].length > part[0].length;
    }

    private PixelMap ring(PixelMap map, int top, int left) {
        return map.ring(row - top, column - left, 1, 1, Ink.WRONG);
    }

    // the first difference a little inside the part, so that its surroundings are seen
    private static int first(int at, int size) {
        return Math.clamp(at - 2, 0, Math.max(0, size - MOST_CELLS));
    }

    private static double[][] part(double[][] map, int top, int left) {
        int rows = Math.min(MOST_CELLS, map.length - top);
        int columns = Math.min(MOST_CELLS, map[0].length - left);
        double[][] part = new double[rows][columns];
        for (int r = 0; r < rows; r++) System.arraycopy(map[top + r], left, part[r], 0, columns);
        return part;
    }
}
