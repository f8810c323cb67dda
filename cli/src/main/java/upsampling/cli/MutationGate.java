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
import upsampling.cli.MutationReport.Mutant;

/// Mutation testing of the references as `./course test --full` reports it: how much of what may be wrong in an answer do the graded tests notice?
///
/// PIT ends well when it has found no test at all, as it does on another JDK than 25, so nothing is taken from its exit code: without a mutant or
/// without a test the gate fails.
///
/// @param all what every graded test, public and hidden, has killed; null if PIT wrote nothing
/// @param publicOnly what the public tests alone have killed; null if PIT wrote nothing
/// @param excused how many survivors are excused by name and reason
/// @param unexcused the names of the others, each with its line
/// @param problems why the gate does not hold, one sentence each; empty if it holds
record MutationGate(MutationReport all, MutationReport publicOnly, int excused, List<String> unexcused, List<String> problems) {
    /// The share of the killed that is asked for, in percent.
    static final double LEAST = 95;

    static MutationGate of(Place place) {
        try {
            Excuses excuses = Excuses.read(place.root().resolve("solutions/src/test/mutants.txt"));
            return of(MutationReport.read(report(place, "all")), MutationReport.read(report(place, "public")), excuses);
        } catch (Failure missing) {
            return new MutationGate(null, null, 0, List.of(), List.of(missing.getMessage()));
        }
    }

    static MutationGate of(MutationReport all, MutationReport publicOnly, Excuses excuses) {
        Excuses.Verdict verdict = excuses.of(all.survivors().stream().map(Mutant::name).toList());
        List<String> unexcused = new ArrayList<>(verdict.unexcused());
        unexcused.replaceAll(name -> name + ", line " + all.survivors().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow().line());
        List<String> problems = new ArrayList<>(verdict.problems());
        for (MutationReport report : List.of(all, publicOnly)) {
            String tests = report == all ? "all graded tests" : "the public tests";
            if (report.mutants() == 0) problems.add("PIT made no mutant of the references for " + tests);
            else if (report.testRuns() == 0) problems.add("PIT ran none of " + tests + " on the mutants; it needs JDK 25, which ./course chooses");
        }
        double share = all.share(verdict.excused());
        if (all.mutants() > 0 && share < LEAST) {
            problems.add(String.format(Locale.ROOT, "%.1f %% of the mutants are killed, at least %.0f %% are asked for", share, LEAST));
        }
        return new MutationGate(all, publicOnly, verdict.excused(), List.copyOf(unexcused), List.copyOf(problems));
    }

    /// Deletes the reports of an earlier run, so that only this run's are read.
    static void clear(Place place) {
        try {
            Files.deleteIfExists(report(place, "all"));
            Files.deleteIfExists(report(place, "public"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path report(Place place, String tests) {
        return place.root().resolve("solutions/target/pit-reports").resolve(tests).resolve("mutations.xml");
    }

    /// Returns the line of the summary, and below it the survivors and what is wrong.
    String toText() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s %-36s ", problems.isEmpty() ? "✓" : "✗", "mutants of the references"));
        if (all == null) text.append("no report");
        else text.append(String.format(Locale.ROOT, "%4d of %d killed, %d excused: %.1f %%; by public tests alone %.1f %%", all.killed(), all.mutants(), excused,
            all.share(excused), publicOnly.share(excused)));
        for (String name : unexcused) text.append(System.lineSeparator()).append("  survives: ").append(name);
        for (String problem : problems) text.append(System.lineSeparator()).append("  ").append(problem);
        return text.toString();
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mutants", all == null ? 0 : all.mutants());
        map.put("killed", all == null ? 0 : all.killed());
        map.put("excused", excused);
        map.put("killedPercent", all == null ? 0 : all.share(excused));
        map.put("publicKilledPercent", publicOnly == null ? 0 : publicOnly.share(excused));
        map.put("survivors", unexcused);
        map.put("problems", problems);
        return map;
    }
}
