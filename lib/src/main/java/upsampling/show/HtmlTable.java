package upsampling.show;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A Tablesaw table as HTML: caption, column heads with scope, numbers on the right with one precision per column, quiet lines. At most 20 rows
/// and 6 columns are shown; what is left out is said.
public final class HtmlTable {
    private static final int MOST_ROWS = 20;
    private static final int MOST_COLUMNS = 6;

    private HtmlTable() { }

    /// Returns a table with its claim in bold above.
    ///
    /// @throws IllegalArgumentException unless the claim is given, the caption has at most 45 words and the table 1 to 6 columns
    public static Shown of(Table table, String claim, String detail) {
        Shown.requireCaption("HtmlTable", claim, detail);
        if (table.columnCount() == 0 || table.columnCount() > MOST_COLUMNS) {
            throw new IllegalArgumentException("HtmlTable: 1 to " + MOST_COLUMNS + " columns can be read, but '" + table.name() + "' has "
                + table.columnCount() + ". Choose some with table.selectColumns(...)");
        }
        return shown(table, claim, detail, "");
    }

    /// Returns any table, with what is left out said below.
    static Shown any(Table table) {
        List<String> names = table.columnNames().subList(0, Math.min(MOST_COLUMNS, table.columnCount()));
        Table part = table.selectColumns(names.toArray(String[]::new));
        String claim = table.name() == null || table.name().isBlank() ? "table" : table.name();
        String size = table.rowCount() + " × " + table.columnCount();
        return shown(part, claim, size, leftOut(table.columnCount() - part.columnCount(), "column"));
    }

    private static Shown shown(Table table, String claim, String detail, String columnsLeftOut) {
        int rows = Math.min(MOST_ROWS, table.rowCount());
        List<Columns.Column> columns = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            columns.add(new Columns.Column(column.name(), column instanceof NumericColumn<?>, cells(column, rows)));
        }
        Columns cells = Columns.of(columns);
        String rest = String.join(", ", List.of(leftOut(table.rowCount() - rows, "row"), columnsLeftOut).stream().filter(s -> !s.isEmpty()).toList());
        ValueDigest digest = new ValueDigest("table").text(claim).text(detail).text(rest);
        cells.digest(digest);
        for (Column<?> column : table.columns()) {
            if (column instanceof NumericColumn<?> numbers) digest.values(numbers(numbers, rows));
        }
        String body = cells.html(claim, detail) + (rest.isEmpty() ? "" : Html.note(rest));
        return new Shown(Html.sheet("div", null, digest, body), claim + "\n" + cells.text() + (rest.isEmpty() ? "" : "\n" + rest));
    }

    private static String leftOut(int count, String what) {
        return count <= 0 ? "" : count + " more " + what + (count == 1 ? "" : "s");
    }

    private static List<String> cells(Column<?> column, int rows) {
        if (column instanceof NumericColumn<?> numbers) return List.of(Numbers.column(numbers(numbers, rows)));
        List<String> cells = new ArrayList<>();
        for (int r = 0; r < rows; r++) cells.add(column.isMissing(r) ? "–" : column.getString(r));
        return cells;
    }

    private static double[] numbers(NumericColumn<?> column, int rows) {
        double[] values = new double[rows];
        for (int r = 0; r < rows; r++) values[r] = column.isMissing(r) ? Double.NaN : column.getDouble(r);
        return values;
    }
}
