package upsampling.grader.report;

import java.util.StringJoiner;

/// One line of a table for a spreadsheet, quoted as RFC 4180 has it.
final class CsvLine {
    private final StringJoiner fields = new StringJoiner(",", "", "\r\n");

    /// Adds a field as it is: a number, or a name by which a program finds somebody.
    CsvLine field(String value) {
        fields.add(CsvText.quoted(value));
        return this;
    }

    /// Adds free text. A spreadsheet would compute what begins like a formula, so a quote is put before it.
    CsvLine text(String value) {
        boolean looksLikeFormula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return field(looksLikeFormula ? "'" + value : value);
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
