package upsampling.grader.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import upsampling.grader.batch.Store;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.GraderFailure;

/// Writes everything that a batch has to say into its folder.
///
/// ```
/// results/<id>.json       course/result/v1
/// feedback/<id>.html .md  for the student, without what is withheld from it
/// grades.csv              a line for each submission
/// ```
public final class Reports {
    private static final int AT_A_TIME = 16; // each file is forced to the disk, and a disk forces many at once as fast as one

    private Reports() { }

    /// Writes all documents; those that are there are replaced. Feedback, which takes most of the time, is written anew only if the result has changed.
    ///
    /// @param all ordered by id, all for the same tasks
    /// @throws InterruptedException at Ctrl-C; each file is whole, the old one or the new one
    public static void write(Path out, List<Scored> all) throws InterruptedException {
        try {
            Path results = Files.createDirectories(out.resolve("results"));
            Path feedback = Files.createDirectories(out.resolve("feedback"));
            try (ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME)) {
                List<Future<?>> running = new ArrayList<>();
                for (Scored one : all) running.add(pool.submit(() -> {
                    write(results, feedback, one);
                    return null;
                }));
                for (Future<?> one : running) one.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new GraderFailure("grade: the reports in " + out + " cannot be written: " + e.getCause(), e.getCause());
            }
            Store.write(out.resolve("grades.csv"), table(all));
        } catch (IOException e) {
            throw new UncheckedIOException("grade: the reports in " + out + " cannot be written", e);
        }
    }

    private static void write(Path results, Path feedback, Scored one) throws IOException {
        String id = one.submission().id();
        String document = ResultDocument.of(one);
        Path file = results.resolve(id + ".json");
        Path html = feedback.resolve(id + ".html");
        if (Files.exists(html) && Files.exists(file) && Files.readString(file).equals(document)) return;
        Store.write(html, FeedbackHtml.of(one));
        Store.write(feedback.resolve(id + ".md"), FeedbackMarkdown.of(one));
        Store.write(file, document); // last: as long as it is the old one, the feedback is not taken for new
    }

    private static String table(List<Scored> all) {
        var table = new StringBuilder();
        if (all.isEmpty()) return "";
        var head = new CsvLine().field("id").text("name").field("score").field("max");
        all.getFirst().tasks().forEach(task -> head.field(task.id()));
        boolean hasLate = all.stream().anyMatch(one -> one.late() != null); // without a rule for it there is no such column
        if (hasLate) head.field("deducted");
        table.append(head.field("intake"));
        for (Scored one : all) {
            var line = new CsvLine().field(one.submission().id()).text(one.submission().name()).field(one.hasScore() ? one.score().toString() : "").field(one.max().toString());
            for (TaskResult task : one.tasks()) line.field(one.hasScore() ? task.score().toString() : "");
            if (hasLate) line.field(one.hasScore() && one.late() != null ? one.earned().minus(one.score()).toString() : "");
            table.append(line.field(one.submission().intake()));
        }
        return table.toString();
    }
}
