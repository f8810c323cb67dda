package upsampling.show;

import java.util.List;

/// A table as its cells are written: columns of texts, in HTML and in words.
record Columns(List<Column> columns, int rows) {
    private static final String HEAD_STYLE = "border:0;border-bottom:2px solid #7C8594;color:#4F5765;font-weight:700;";
    private static final String CELL_STYLE = "border:0;border-bottom:1px solid #E6E9ED;color:#22262E;";
    private static final String ROW = "<tr style=\"background:#FCFCFA\">";

    /// @param numeric whether the column is aligned right
    record Column(String name, boolean numeric, List<String> cells) { }

    static Columns of(List<Column> columns) {
        return new Columns(columns, columns.isEmpty() ? 0 : columns.getFirst().cells().size());
    }

    /// Returns the table with its caption and its heads' scope; cells may contain `code` and **bold**.
    String html(String claim, String detail) {
        StringBuilder html = new StringBuilder("<div style=\"overflow-x:auto\"><table style=\"border-collapse:collapse;border:0;margin:0;width:auto;min-width:min(480px,100%);font-size:14px;color:#22262E;")
            .append("font-variant-numeric:tabular-nums\"><caption style=\"caption-side:top;text-align:left;padding:0 0 8px 0;color:#22262E;")
            .append("font-size:14px;line-height:1.45\">").append(Html.bold(claim)).append(detail.isEmpty() ? "" : " " + Html.text(detail))
            .append("</caption><thead>").append(ROW);
        for (Column column : columns) cell(html, "th scope=\"col\"", "th", column, column.name, HEAD_STYLE);
        html.append("</tr></thead><tbody>");
        for (int r = 0; r < rows; r++) {
            html.append(ROW);
            for (Column column : columns) cell(html, "td", "td", column, column.cells.get(r), CELL_STYLE);
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private void cell(StringBuilder html, String open, String close, Column column, String text, String style) {
        int left = column.numeric ? 14 : 0;
        String numbers = column.numeric ? "white-space:nowrap;" : "";
        String side = column.numeric ? "right" : "left";
        html.append('<').append(open).append(" style=\"").append(style).append("padding:5px 14px 5px ").append(left)
            .append("px;vertical-align:top;").append(numbers).append("text-align:").append(side).append("\">")
            .append(Html.text(text)).append("</").append(close).append('>');
    }

    /// Returns the table for a console, in aligned columns.
    String text() {
        StringBuilder text = new StringBuilder();
        for (int r = -1; r < rows; r++) {
            StringBuilder line = new StringBuilder();
            for (Column column : columns) {
                int width = width(column);
                String cell = r < 0 ? column.name : column.cells.get(r);
                String space = " ".repeat(width - cell.length());
                line.append(column.numeric ? space + cell : cell + space).append("  ");
            }
            text.append(line.toString().stripTrailing()).append(r < rows - 1 ? "\n" : "");
        }
        return text.toString();
    }

    private static int width(Column column) {
        int width = column.name.length();
        for (String cell : column.cells) width = Math.max(width, cell.length());
        return width;
    }

    void digest(ValueDigest d) {
        d.counts(columns.size(), rows);
        for (Column column : columns) {
            d.text(column.name);
            for (String cell : column.cells) d.text(cell);
        }
    }
}
