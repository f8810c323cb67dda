package upsampling.kernel.eval;

import java.util.List;

/// How a cell ended.
///
/// @param value the value of the last line, rendered; null if there is none
/// @param error what ended the cell early; null if all of it ran
/// @param warnings one sentence each: names used but not defined when the cell ended, variables that lost their value
public record CellResult(Bundle value, CellError error, List<String> warnings) {
    /// Copies the warnings.
    public CellResult {
        warnings = List.copyOf(warnings);
    }

    /// True if all of the cell ran.
    public boolean isFine() {
        return error == null;
    }
}
