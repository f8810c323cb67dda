package upsampling.bench.speed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the JVM that measures was asked for.
final class SpeedOptions {
    private int threads;
    private boolean isQuick;
    private boolean isJson;
    private String rows;
    private final List<String> shapes = new ArrayList<>();
    private Path out;
    private Path keep;
    private final List<Path> earlier = new ArrayList<>();

    private SpeedOptions() { }

    /// @throws IllegalArgumentException unless every option is known and has a value that is allowed
    static SpeedOptions of(String... arguments) {
        SpeedOptions options = new SpeedOptions();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--json")) {
                options.isJson = true;
            } else if (arguments[i].equals("--quick")) {
                options.isQuick = true;
            } else if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            } else {
                options.set(arguments[i], arguments[++i]);
            }
        }
        if (options.threads < 1) throw new IllegalArgumentException("--threads must be >= 1, but was " + options.threads);
        options.entries(); // its messages are those of the command line
        return options;
    }

    private void set(String name, String value) {
        switch (name) {
            case "--threads" -> threads = Integer.parseInt(value);
            case "--rows" -> rows = value;
            case "--shape" -> shapes.add(value);
            case "--out" -> out = Path.of(value);
            case "--keep" -> keep = Path.of(value);
            case "--earlier" -> earlier.add(Path.of(value));
            default -> throw new IllegalArgumentException("unknown option " + name);
        }
    }

    /// How many threads both sides have.
    int threads() {
        return threads;
    }

    /// How long is measured.
    Plan plan() {
        return isQuick ? Plan.QUICK : Plan.FULL;
    }

    /// Whether one JSON document is printed in place of the table.
    boolean isJson() {
        return isJson;
    }

    /// The folder that takes table, picture and values, or null.
    Path out() {
        return out;
    }

    /// Where the values of this JVM go if another one follows that makes the report, else null.
    Path keep() {
        return keep;
    }

    /// What JVMs before this one have measured.
    List<Path> earlier() {
        return earlier;
    }

    /// Returns what to measure: the chosen rows of the public table, then the shapes of the command line.
    ///
    /// @throws IllegalArgumentException unless every row is one of the table, and every shape can be read
    List<Entry> entries() {
        return choice().entries(PublicTable.entries());
    }

    private Choice choice() {
        return new Choice(rows, shapes);
    }

    /// Returns the command that these options came from, without where the result goes and how many threads.
    String command() {
        return "./course bench" + (isQuick ? " --quick" : "") + choice().options();
    }
}
