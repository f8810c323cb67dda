package upsampling.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import upsampling.grader.Seed;
import upsampling.grader.SolvedLessons;
import upsampling.grader.batch.Batch;
import upsampling.grader.batch.Store;
import upsampling.grader.intake.Origin;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.intake.Submission;
import upsampling.grader.jail.Walls;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.report.Scored;
import upsampling.grader.report.ResultDocument;

/// `course grade`: thin path.
@Command(name = "grade", description = "Grades submissions.", mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SUBMISSIONS", arity = "0..1")
    private Path source;
    @Option(names = "--jail")
    private String jail;
    @Option(names = "--out")
    private Path out = Path.of("grades");
    @Option(names = "--jobs")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws Exception {
        Place place = Place.find();
        SolvedLessons solved = SolvedLessons.find();
        List<LessonPlan> lessons = Lessons.all().stream().map(lesson -> lesson.withHidden(solved.hiddenTests(lesson.type()).toArray(Class<?>[]::new))).toList();
        List<Submission> submissions = new ArrayList<>();
        try (Stream<Path> students = Files.list(source)) {
            for (Path student : students.sorted().toList()) {
                List<SourceFile> files = new ArrayList<>();
                for (LessonPlan lesson : lessons) files.addAll(folder(student.resolve("lesson%02d".formatted(lesson.number())), lesson));
                String id = student.getFileName().toString();
                submissions.add(new Submission(id, id, files, Submission.Status.OK, List.of(), List.of()));
            }
        }
        Path temp = Files.createTempDirectory("course-grade");
        temp.toFile().setExecutable(true, false);
        long t = System.nanoTime();
        Walls walls = Walls.raise(jail, place.data().resolve(".course/jail"), temp, lessons);
        System.out.println(walls.probe().text() + " " + (System.nanoTime() - t) / 1_000_000 + " ms");
        try (Store store = Store.open(out, "journal.jsonl")) {
            var batch = new Batch(lessons, walls, store, solved, Seed.DEFAULT, "default", jobs);
            t = System.nanoTime();
            batch.tryLessons(submissions, lesson -> folder(place.root().resolve("exercises/starters/lesson%02d".formatted(lesson.number())), lesson));
            System.out.println("canary " + (System.nanoTime() - t) / 1_000_000 + " ms");
            t = System.nanoTime();
            batch.run(submissions, false, (_, _) -> { });
            System.out.println("batch " + (System.nanoTime() - t) / 1_000_000 + " ms");
            for (var graded : store.submissions()) {
                Scored scored = Scored.of(graded, lessons, store.units(graded));
                System.out.println(graded.id() + " " + scored.score() + " of " + scored.max());
                Files.createDirectories(out.resolve("results"));
                Files.writeString(out.resolve("results/" + graded.id() + ".json"), ResultDocument.of(scored));
            }
        }
        return Exit.OK;
    }

    private static List<SourceFile> folder(Path folder, LessonPlan lesson) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            List<SourceFile> found = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                String name = file.getFileName().toString();
                found.add(new SourceFile(lesson.number(), name, Files.readAllBytes(file), new Origin.JavaFile(name)));
            }
            return found;
        } catch (IOException e) {
            throw Failure.infrastructure("grade: " + folder + " cannot be read: " + e.getMessage());
        }
    }
}
