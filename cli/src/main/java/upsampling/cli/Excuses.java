package upsampling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What may survive a test of the tests, by name and reason: the lines of a file, each a name, a bar and the reason.
///
/// The name is the survivor's, as `./course test --full` prints it. Blank lines and those that begin with `#` are skipped.
///
/// @param file its name, for messages
/// @param lines those that excuse something
record Excuses(String file, List<String> lines) {

    /// What is left when a list of survivors is held against the excuses.
    ///
    /// @param excused how many have an excuse
    /// @param unexcused the names of the others
    /// @param problems lines without a reason, and lines that excuse nothing, one sentence each
    record Verdict(int excused, List<String> unexcused, List<String> problems) { }

    /// Reads a file; one that does not exist excuses nothing.
    static Excuses read(Path file) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return new Excuses(file.getFileName().toString(), lines.stream().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns those excuses whose names begin with a prefix.
    Excuses startingWith(String prefix) {
        return new Excuses(file, lines.stream().filter(line -> line.startsWith(prefix)).toList());
    }

    /// Takes one survivor away for each line that names it.
    Verdict of(List<String> survivors) {
        List<String> left = new ArrayList<>(survivors);
        List<String> problems = new ArrayList<>();
        for (String line : lines) {
            int bar = line.indexOf('|');
            if (bar < 0 || line.substring(bar + 1).isBlank()) problems.add(file + " gives no reason: " + line);
            else if (!left.remove(line.substring(0, bar).strip())) problems.add(file + " excuses what does not survive: " + line.substring(0, bar).strip());
        }
        return new Verdict(survivors.size() - left.size(), List.copyOf(left), List.copyOf(problems));
    }
}
