package upsampling.backend.vector;

/// One row of a resized picture from one row of the input: `y[j] = sum of weight(j, w)*x[w]`, all `j` of the row.
///
/// Neighbouring outputs read cells that do not lie side by side, and that is what vectors are not made for. There are five ways, chosen by the table
/// alone: {@link ShiftedSums} where neighbours do read neighbours, {@link ZippedSums} where every second output does, {@link HalvedSums} where they read every second
/// cell, {@link PermutedSums} for other tables, and the plain loop for short rows and for tables without any order.
interface ColumnSums {
    /// Computes a row.
    ///
    /// @param x holds the input row from `at` on
    /// @param y receives the output row from `atY` on
    void apply(float[] x, int at, float[] y, int atY);

    /// Returns a way to compute the rows of a table.
    ///
    /// @param rows how many rows will be computed: few of them are not worth the preparation
    static ColumnSums of(TapTable table, long rows) {
        int width = table.outSize();
        if (table.isIdentity()) return (x, at, y, atY) -> System.arraycopy(x, at, y, atY, width);
        ColumnSums plain = (x, at, y, atY) -> table.apply(x, at, y, atY, 0, width);
        if (rows < 4 || width < Lanes.COUNT || table.inSize() < Lanes.COUNT) return plain;
        ColumnSums shifted = ShiftedSums.of(table);
        if (shifted != null) return shifted;
        ColumnSums zipped = ZippedSums.of(table);
        if (zipped != null) return zipped;
        ColumnSums halved = HalvedSums.of(table);
        if (halved != null) return halved;
        ColumnSums permuted = PermutedSums.of(table);
        return permuted != null ? permuted : plain;
    }
}
