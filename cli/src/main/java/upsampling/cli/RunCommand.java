package upsampling.cli;

import com.google.gson.Gson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import upsampling.grader.Learner;
import upsampling.kernel.notebook.Caveats;
import upsampling.kernel.notebook.Cover;
import upsampling.kernel.notebook.InvalidNotebook;
import upsampling.kernel.notebook.Notebook;
import upsampling.kernel.notebook.NotebookRunner;
import upsampling.lesson.FileState;

/// `course run`: executes lessons without a browser and without Python.
@Command(
    name = "run",
    description = {"Runs lessons from top to bottom, without a browser and without Python.", "", "Prints a table: cells, seconds, checks that held, slowest cell."},
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LESSON", arity = "0..*", description = "Number, name or file of a lesson; all lessons without it.")
    private List<String> lessons;

    @Option(names = "--update", description = {"Store the outputs in the notebooks, and collect from them the page on what the texts get wrong",
        "and the pictures of README's list of lessons (for authors)."})
    private boolean update;

    @Option(names = "--cell-seconds", paramLabel = "S", description = "Longest time of one cell (default: ${DEFAULT-VALUE}).", defaultValue = "60")
    private int cellSeconds;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    /// The outcome of one lesson, as far as it came.
    private record Outcome(LessonFiles.Lesson lesson, NotebookRunner.Run run, String problem) {
        boolean failed() {
            return problem != null || run.failure().isPresent();
        }
    }

    @Override
    public Integer call() {
        Place place = Place.find();
        if (cellSeconds < 1) throw Failure.usage("--cell-seconds must be >= 1, but was " + cellSeconds);
        List<LessonFiles.Lesson> chosen = LessonFiles.choose(place.notebooks(), lessons);
        if (chosen.isEmpty()) throw Failure.usage("there are no lessons in " + place.notebooks());
        try (Progress progress = new Progress()) {
            if (!ForkedJvm.isThisOne()) return ForkedJvm.run(place, spec.commandLine().getParseResult().originalArgs(), progress.isTerminal());
            List<Outcome> outcomes = new ArrayList<>();
            for (LessonFiles.Lesson lesson : chosen) outcomes.add(run(place, lesson, progress));
            if (update) writePages(place);
            if (json) System.out.println(new Gson().toJson(Map.of("lessons", outcomes.stream().map(RunCommand::toMap).toList())));
            else printTable(outcomes);
            return outcomes.stream().anyMatch(Outcome::failed) ? Exit.PERSON : Exit.OK;
        }
    }

    private Outcome run(Place place, LessonFiles.Lesson lesson, Progress progress) {
        Notebook notebook;
        try {
            notebook = Notebook.read(lesson.file());
        } catch (InvalidNotebook e) {
            progress.line("✗ " + e.getMessage());
            return new Outcome(lesson, null, e.getMessage());
        }
        NotebookRunner runner = new NotebookRunner(Duration.ofSeconds(cellSeconds),
            (done, total, cell) -> progress.step(done, total, lesson + ", cell " + cell.number() + ": " + firstLine(cell.source())));
        NotebookRunner.Run run = runner.run(notebook);
        run.failure().ifPresent(failure -> progress.line(describe(lesson, failure)));
        if (update && run.failure().isEmpty()) {
            run.store();
            notebook.write();
        }
        boolean isLesson = lesson.number() > 0 || place.notebooks().equals(lesson.file().getParent());
        if (run.failure().isEmpty() && isLesson) new Learner(FileState.in(place.state())).ran(lesson.number(), run.cells().size());
        return new Outcome(lesson, run, null);
    }

    /// Collects anew from all lessons the page "What the texts get wrong", and the pictures of the list of lessons.
    private static void writePages(Place place) {
        Path docs = place.root().resolve("docs");
        if (!Files.isDirectory(docs)) return; // a learner's copy of the course may come without
        List<Notebook> all = new ArrayList<>();
        for (LessonFiles.Lesson lesson : LessonFiles.in(place.notebooks())) {
            Notebook notebook = Notebook.read(lesson.file());
            all.add(notebook);
            Cover.of(notebook).ifPresent(cover -> Place.write(docs.resolve(lesson.cover()), cover.png()));
        }
        Place.write(docs.resolve("what-the-texts-get-wrong.md"), Caveats.page(all, "../notebooks/"));
    }

    private static String describe(LessonFiles.Lesson lesson, NotebookRunner.CellRun failure) {
        StringBuilder text = new StringBuilder("✗ " + lesson + ", cell " + failure.cell().number() + " (the " + failure.cell().executionCount() + ". code cell) failed:\n\n");
        failure.cell().source().lines().forEach(line -> text.append("    ").append(line).append('\n'));
        text.append('\n');
        if (failure.error() == null) text.append("    it has the tag raises-exception, but raised none\n");
        else failure.error().traceback().forEach(line -> text.append("    ").append(line).append('\n'));
        return text.toString();
    }

    private static String firstLine(String source) {
        return source.lines().filter(l -> !l.isBlank() && !l.startsWith("import")).findFirst().orElse("imports");
    }

    private static void printTable(List<Outcome> outcomes) {
        System.out.printf("%-24s %6s %8s %7s  %s%n", "lesson", "cells", "seconds", "checks", "slowest cell, from the top");
        for (Outcome o : outcomes) {
            if (o.run() == null) {
                System.out.printf("%-24s %s%n", o.lesson(), o.problem());
                continue;
            }
            String slowest = o.run().slowest().map(c -> String.format(Locale.ROOT, "%d (%.1f s)", c.cell().number(), c.seconds())).orElse("-");
            System.out.printf(Locale.ROOT, "%-24s %6d %8.1f %7d  %s%s%n", o.lesson(), o.run().cells().size(), o.run().seconds(), o.run().claims(), slowest,
                o.failed() ? "  ✗ stopped at cell " + o.run().failure().orElseThrow().cell().number() : "");
        }
    }

    private static Map<String, Object> toMap(Outcome o) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("lesson", o.lesson().number());
        map.put("name", o.lesson().name());
        map.put("cells", o.run() == null ? 0 : o.run().cells().size());
        map.put("failed", o.failed() ? 1 : 0);
        map.put("checks", o.run() == null ? 0 : o.run().claims());
        map.put("seconds", o.run() == null ? 0 : Math.round(o.run().seconds() * 1000) / 1000.0);
        if (o.problem() != null) map.put("problem", o.problem());
        return map;
    }
}
