package upsampling.kernel.eval;

import java.util.List;

/// What may stand instead of `code.substring(start, end)`.
///
/// @param options the possible texts, each once
/// @param start where the text to replace begins
/// @param end where it ends: at the cursor
public record Completions(List<String> options, int start, int end) {
    /// Copies the options.
    public Completions {
        options = List.copyOf(options);
    }
}
