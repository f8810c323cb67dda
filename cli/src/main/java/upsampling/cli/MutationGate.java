package upsampling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Mutation testing of the references as `./course test --full` reports it.
///
/// @param all what every graded test, public and hidden, has killed; null if PIT wrote nothing
/// @param publicOnly what the public tests alone have killed; null if PIT wrote nothing
/// @param excused how many survivors are excused by name and reason
/// @param problems why the gate does not hold, one sentence each; empty if it holds
record MutationGate(MutationReport all, MutationReport publicOnly, int excused, List<String> problems) {

    static MutationGate of(Place place) {
        try {
            MutationReport all = MutationReport.read(report(place, "all"));
            MutationReport publicOnly = MutationReport.read(report(place, "public"));
            List<String> excuses = MutationReport.excuses(place.root().resolve("solutions/src/test/mutants.txt"));
            int excused = (int) all.survivors().stream().filter(m -> excuses.stream().anyMatch(e -> e.startsWith(m.name() + " "))).count();
            return new MutationGate(all, publicOnly, excused, all.problems(excuses));
        } catch (Failure missing) {
            return new MutationGate(null, null, 0, List.of(missing.getMessage()));
        }
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

    String toText() {
        StringBuilder text = new StringBuilder();
        if (all != null) {
            text.append(String.format(Locale.ROOT, "%s %-36s %.1f %% of %d killed%s; the public tests alone kill %.1f %%", problems.isEmpty() ? "✓" : "✗",
                "mutants of the references", all.share(excused), all.mutants(), excused == 0 ? "" : " (" + excused + " excused)", publicOnly.share(excused)));
        } else {
            text.append("✗ mutants of the references");
        }
        problems.forEach(problem -> text.append(System.lineSeparator()).append("  ").append(problem));
        return text.toString();
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mutants", all == null ? 0 : all.mutants());
        map.put("killedPercent", all == null ? 0 : all.share(excused));
        map.put("publicKilledPercent", publicOnly == null ? 0 : publicOnly.share(excused));
        map.put("excused", excused);
        map.put("problems", problems);
        return map;
    }
}
