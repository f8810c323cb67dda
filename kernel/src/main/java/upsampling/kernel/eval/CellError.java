package upsampling.kernel.eval;

import java.util.List;

/// What ended a cell early, as data: no front end needs to know the exception.
///
/// @param name the learner's exception class (`java.lang.ArithmeticException`, `MyError`), or one of the constants below
/// @param message the exception's message, or the first thing the compiler complained about; never null
/// @param traceback lines to print: the exception, the learner's frames as `cell 3, line 5`, every cause. Compile errors mark the span in
///                  colour with ANSI codes, and with `^` for those who see none
public record CellError(String name, String message, List<String> traceback) {
    /// Name of an error of the compiler.
    public static final String COMPILE = "CompileError";
    /// Name of an error after [Evaluator#interrupt()].
    public static final String INTERRUPTED = "Interrupted";
    /// Name of an error after the cell's time limit.
    public static final String TIME_LIMIT = "TimeLimit";
    /// Name of an error of the kernel itself, which is never the learner's fault.
    public static final String INTERNAL = "KernelError";

    /// Copies the lines; a null message becomes the empty text.
    public CellError {
        message = message == null ? "" : message;
        traceback = List.copyOf(traceback);
    }

    /// The traceback as one text without colours, for consoles, logs and comparisons.
    public String plainText() {
        return String.join("\n", traceback).replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
