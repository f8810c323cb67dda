package upsampling.grader.report;

import java.util.ArrayList;
import java.util.List;

/// Fields of a table as they are written, quotes and all, so that what is not changed can be written back byte for byte. The last field of a line carries its line end.
final class CsvText {
    private CsvText() { }

    static List<List<String>> fields(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int start = 0;
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') isQuoted = !isQuoted;
            if (isQuoted) continue;
            if (c == ',') {
                row.add(text.substring(start, i));
                start = i + 1;
            } else if (c == '\n') {
                row.add(text.substring(start, i + 1));
                start = i + 1;
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        if (start < text.length()) {
            row.add(text.substring(start));
            rows.add(row);
        }
        return rows;
    }

    /// Returns what a field says.
    static String value(String field) {
        String text = field.stripTrailing();
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) return text;
        return text.substring(1, text.length() - 1).replace("\"\"", "\"");
    }

    /// Returns a field that says this, in the place of another one: with its line end, if it has one.
    static String replaced(String old, String value) {
        return quoted(value) + old.substring(old.stripTrailing().length());
    }

    /// Returns a field that says this; in quotes where it must be, or where blanks at its ends would be lost.
    static String quoted(String value) {
        boolean needsQuotes = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') || !value.equals(value.strip());
        return needsQuotes ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    static String line(List<String> fields) {
        String line = String.join(",", fields);
        return line.endsWith("\n") ? line : line + "\n";
    }
}
