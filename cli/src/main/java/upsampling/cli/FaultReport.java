package upsampling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Fault injection as `./course test --full` reports it: does each claim notice when an operator it uses is false?
///
/// A try is one claim cell with one operator made false in one way; its name is lesson, cell, operator and fault.
///
/// @param tries how many there were
/// @param caught how many of the cells failed, as they should
/// @param excused how many survivors are listed by name and reason
/// @param problems what is wrong, one sentence each; empty if every survivor is listed
record FaultReport(int tries, int caught, int excused, List<String> problems) {
    /// Where survivors are listed, from the checkout's root.
    static final String LIST = "cli/src/test/faults.txt";
    private static final String FOLDER = "cli/target/faults";
    private static final List<String> OUTCOMES = List.of("caught ", "survived ", "broken ");

    /// Judges the lines of runs: `caught` or `survived` and the name of a try, or `broken` and what fails without a fault. Others are skipped.
    static FaultReport of(List<String> lines, Excuses excuses) {
        List<List<String>> named = new ArrayList<>();
        for (String outcome : OUTCOMES) named.add(lines.stream().filter(line -> line.startsWith(outcome)).map(line -> line.substring(outcome.length())).toList());
        List<String> caught = named.get(0);
        List<String> survivors = named.get(1);
        List<String> problems = new ArrayList<>();
        for (String broken : named.get(2)) problems.add("fails without a fault: " + broken);
        Excuses.Verdict verdict = excuses.of(survivors);
        for (String name : verdict.unexcused()) problems.add("no claim notices: " + name);
        problems.addAll(verdict.problems());
        return new FaultReport(caught.size() + survivors.size(), caught.size(), verdict.excused(), List.copyOf(problems));
    }

    /// Reads what the runs of all lessons have written.
    static FaultReport read(Place place) {
        List<String> lines = new ArrayList<>();
        for (Path file : files(place)) {
            try {
                lines.addAll(Files.readAllLines(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        FaultReport report = of(lines, Excuses.read(place.root().resolve(LIST)));
        return report.tries > 0 ? report : new FaultReport(0, 0, 0, List.of("no fault was tried; the log of the tests says why"));
    }

    /// Keeps what the run of a lesson printed.
    static void write(Path root, String lesson, List<String> lines) {
        Place.write(Place.make(root.resolve(FOLDER)).resolve(lesson + ".txt"), String.join("\n", lines) + "\n");
    }

    /// Deletes what earlier runs have written.
    static void clear(Place place) {
        for (Path file : files(place)) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Path> files(Place place) {
        Path folder = place.root().resolve(FOLDER);
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns the line of the summary, and below it what is wrong.
    String toText() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s %-36s %4d of %d caught by claims, %d listed with a reason",
            problems.isEmpty() ? "✓" : "✗", "faults in the library", caught, tries, excused));
        for (String problem : problems) text.append(System.lineSeparator()).append("  ").append(problem);
        return text.toString();
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("tries", tries);
        map.put("caught", caught);
        map.put("listed", excused);
        map.put("problems", problems);
        return map;
    }
}
