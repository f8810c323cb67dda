package upsampling.grader.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import upsampling.grader.SolvedLessons;
import upsampling.grader.intake.Origin;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.intake.Submission;
import upsampling.grader.jail.Walls;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.run.AnswerRules;
import upsampling.grader.run.GraderFailure;
import upsampling.grader.run.Selection;
import upsampling.grader.run.WorkFolder;

/// One run of `./course grade`, from submissions to what was seen of them; {@link StoredResults} makes points of that.
public final class GradeRun {
    private final GradeOptions options;
    private final List<Submission> submissions;
    private final List<LessonPlan> lessons;
    private final SolvedLessons solved;
    private long largestAnswer;

    private GradeRun(GradeOptions options, List<Submission> submissions, List<LessonPlan> lessons, SolvedLessons solved) {
        this.options = options;
        this.submissions = submissions;
        this.lessons = lessons;
        this.solved = solved;
    }

    /// Prepares a run.
    ///
    /// @param submissions all of them, also those of other shards
    /// @throws IllegalArgumentException if there is no such lesson or task
    public static GradeRun of(GradeOptions options, List<Submission> submissions) {
        SolvedLessons solved = SolvedLessons.find();
        List<LessonPlan> lessons = lessons(options.selection(), solved, number -> submissions.stream().anyMatch(one -> one.files().stream().anyMatch(file -> file.lesson() == number)));
        return new GradeRun(options, List.copyOf(submissions), lessons, solved);
    }

    /// Returns the lessons that a batch is about, with their hidden tests.
    ///
    /// @param selection of lessons or tasks, or null for what somebody has answered
    /// @param isAnswered whether somebody has answered the lesson with this number
    /// @throws IllegalArgumentException if there is no such lesson or task
    static List<LessonPlan> lessons(String selection, SolvedLessons solved, IntPredicate isAnswered) {
        return Selection.lessons(Lessons.all(), selection).stream().filter(lesson -> selection != null || isAnswered.test(lesson.number()))
            .map(lesson -> lesson.withHidden(solved.hiddenTests(lesson.type()).toArray(Class<?>[]::new))).toList();
    }

    /// Returns the lessons that are graded, with their hidden tests.
    public List<LessonPlan> lessons() {
        return lessons;
    }

    /// Returns the most memory that the virtual machine of an answer held in the run, in bytes; 0 if none ran or the system does not say.
    public long largestAnswer() {
        return largestAnswer;
    }

    /// Hears how far a run is.
    public interface Listener extends BatchListener {
        /// A wall was raised.
        ///
        /// @param text what it is worth on this machine
        void walled(String text);
    }

    /// Grades.
    ///
    /// @throws IllegalArgumentException if the wall does not reach the tier that is asked for
    /// @throws GraderFailure if the machine cannot do it; what was finished is kept
    /// @throws InterruptedException at Ctrl-C; what was finished is kept
    public void run(Listener listener) throws InterruptedException {
        String journal = options.shard().isPart() ? "journal-" + options.shard() + ".jsonl" : "journal.jsonl";
        try (Store store = Store.open(options.out(), journal); WorkFolder work = WorkFolder.create()) {
            Walls walls = Walls.raise(options.jail(), options.roots(), work, lessons);
            listener.walled(walls.probe().text());
            if (walls.probe().tier() < options.requiredTier()) {
                throw new IllegalArgumentException("a wall of tier %d is needed, and this is %s. Use another --jail, or say --allow-tier %d if you accept that"
                    .formatted(options.requiredTier(), walls.probe().text(), walls.probe().tier()));
            }
            var batch = new Batch(lessons, walls, store, solved, options.seed(), options.salt(), options.jobs());
            List<Submission> own = options.shard().of(submissions);
            batch.tryLessons(own, this::starters);
            batch.run(own, options.again(), listener);
            largestAnswer = walls.largestAnswer().get();
            if (options.shard().isPart()) {
                ShardReport.of(options.shard(), submissions, lessons, walls.probe().label(), options.seed().value()).write(options.out());
            }
        } catch (IOException e) {
            throw new GraderFailure("grade: " + options.out() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private List<SourceFile> starters(LessonPlan lesson) {
        Path folder = options.starters().resolve(AnswerRules.folderName(lesson));
        try (Stream<Path> files = Files.list(folder)) {
            List<SourceFile> found = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                found.add(new SourceFile(lesson.number(), name, Files.readAllBytes(file), new Origin.JavaFile(name)));
            }
            return found;
        } catch (IOException e) {
            throw new GraderFailure("grade: the starters in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
