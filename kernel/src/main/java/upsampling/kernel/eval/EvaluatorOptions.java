package upsampling.kernel.eval;

import java.time.Duration;
import java.util.List;

/// How an [Evaluator] is started.
///
/// @param parent the class loader whose classes cells see; the compiler reads the JVM's class path, so it must not know more than that
/// @param timeLimit how long one cell may run, or null if as long as it likes
/// @param input answers cells that read `System.in`
/// @param imports what every session begins with: `java.util.*`, without `import` and `;`
public record EvaluatorOptions(ClassLoader parent, Duration timeLimit, CellInput input, List<String> imports) {
    /// Environment variable with the time limit of a cell in seconds; 0 or unset means none.
    public static final String SECONDS_VARIABLE = "COURSE_CELL_SECONDS";

    /// Copies the imports.
    ///
    /// @throws IllegalArgumentException unless the time limit is null or positive
    public EvaluatorOptions {
        if (timeLimit != null && !timeLimit.isPositive()) {
            throw new IllegalArgumentException("EvaluatorOptions: timeLimit must be null (none) or > 0, but was " + timeLimit);
        }
        imports = List.copyOf(imports);
    }

    /// No time limit, nobody at `System.in`, and the two imports that every session has: lessons import the rest themselves, since
    /// they also run on other kernels.
    public static EvaluatorOptions standard() {
        return new EvaluatorOptions(Evaluator.class.getClassLoader(), null, CellInput.NONE, List.of("java.util.*", "java.util.stream.*"));
    }

    /// The same with a time limit; null for none.
    public EvaluatorOptions withTimeLimit(Duration limit) {
        return new EvaluatorOptions(parent, limit, input, imports);
    }

    /// The same with somebody at `System.in`.
    public EvaluatorOptions withInput(CellInput newInput) {
        return new EvaluatorOptions(parent, timeLimit, newInput, imports);
    }

    /// Reads a time limit as `COURSE_CELL_SECONDS` has it.
    ///
    /// @param seconds the variable's value, or null if it is not set
    /// @return the limit, or null for none
    /// @throws IllegalArgumentException unless it is a number of seconds >= 0
    public static Duration timeLimit(String seconds) {
        if (seconds == null || seconds.isBlank()) {
            return null;
        }
        try {
            double value = Double.parseDouble(seconds.strip());
            if (value >= 0 && value < 1e9) {
                return value == 0 ? null : Duration.ofMillis(Math.max(1, Math.round(1000 * value)));
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException(SECONDS_VARIABLE + " must be a number of seconds >= 0 (0 = no limit), but was \"" + seconds + "\"");
    }
}
