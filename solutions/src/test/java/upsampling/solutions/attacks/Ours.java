package upsampling.solutions.attacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import upsampling.grader.Seed;
import upsampling.grader.batch.Batch;
import upsampling.grader.batch.Graded;
import upsampling.grader.batch.Store;
import upsampling.grader.batch.WallAlone;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.intake.Submission;
import upsampling.grader.jail.Jail;
import upsampling.grader.jail.Walls;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.report.Reports;
import upsampling.grader.report.ResultDocument;
import upsampling.grader.report.Scored;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.WorkFolder;

/// Our grader behind one wall: all attacks in one batch, an honest student after each third of them, two at a time.
final class Ours {
    private static final int JOBS = 2;
    private static final int ATTACKS_PER_HONEST = 3;
    private static final int TRIES = 3;

    /// Text in a fence is text, whatever it says.
    private static final Pattern FENCED = Pattern.compile("(?ms)^(`{3,})\n.*?^\\1$");

    private final Walls walls;
    private final Path folder;

    private Ours(Walls walls, Path folder) {
        this.walls = walls;
        this.folder = folder;
    }

    /// Raises a wall.
    ///
    /// @param kept where the prepared roots are
    /// @param work of the run
    /// @param folder an empty one
    static Ours behind(Jail jail, Path kept, WorkFolder work, Path folder) throws IOException, InterruptedException {
        return new Ours(Walls.raise(jail.name(), kept, work, Course.LESSONS), Files.createDirectories(folder));
    }

    Walls walls() {
        return walls;
    }

    /// Grades attacks and honest students in one batch.
    ///
    /// @param rule whether the rule on what an answer may call counts
    /// @param places where each attack finds what it looks for
    /// @return what became of each attack
    Map<Attack, Seen> grade(List<Attack> attacks, Map<Attack, Place> places, boolean rule) throws IOException, InterruptedException {
        List<Submission> submissions = new ArrayList<>();
        for (int i = 0; i < attacks.size(); i++) {
            Attack attack = attacks.get(i);
            List<SourceFile> files = attack.files(places.get(attack));
            for (int one = 0; one < tries(attack); one++) submissions.add(submission(attack.name() + "-" + one, attack.student(places.get(attack)), files));
            if (i % ATTACKS_PER_HONEST == 0) submissions.add(submission("honest-" + i, "Ada", Attack.honest(attack.lesson(), i)));
        }
        List<LessonPlan> lessons = Course.LESSONS;
        try (Store store = Store.open(folder.resolve(rule ? "store" : "store-without-rule"), "journal.jsonl")) {
            Batch batch = rule ? new Batch(lessons, walls, store, Course.SOLVED, Seed.DEFAULT, "default", JOBS) : WallAlone.batch(lessons, walls, store, Course.SOLVED, JOBS);
            batch.run(submissions, false, (_, _) -> { });
            Map<String, Scored> scored = new LinkedHashMap<>();
            for (Graded graded : store.submissions()) scored.put(graded.id(), Scored.of(graded, lessons, store.units(graded)));
            Map<Attack, Seen> seen = new LinkedHashMap<>();
            for (int i = 0; i < attacks.size(); i++) {
                Scored honest = scored.get("honest-" + i / ATTACKS_PER_HONEST * ATTACKS_PER_HONEST);
                seen.put(attacks.get(i), seen(attacks.get(i), scored, lost(honest, attacks.get(i), true)));
            }
            return seen;
        }
    }

    private static Submission submission(String id, String name, List<SourceFile> files) {
        return new Submission(id, name, files, Submission.Status.OK, List.of(), List.of());
    }

    private static int tries(Attack attack) {
        return attack.effect() == Effect.LUCK ? TRIES : 1;
    }

    private Seen seen(Attack attack, Map<String, Scored> scored, List<String> lostByHonest) throws IOException, InterruptedException {
        Scored own = scored.get(attack.name() + "-0");
        TaskResult attacked = own.tasks().stream().filter(task -> task.id().equals(attack.task())).findFirst().orElseThrow();
        boolean varied = false;
        for (int one = 1; one < tries(attack); one++) varied |= !scored.get(attack.name() + "-" + one).score().equals(own.score());
        List<String> lost = new ArrayList<>(lostByHonest);
        lost.addAll(lost(own, attack, false));
        String message = attacked.message() + (lost.isEmpty() ? "" : "; others lost: " + lost);
        Path reports = Files.createTempDirectory(folder, "reports");
        Reports.write(reports, List.of(own));
        String feedback = own.submission().id();
        String page = Files.readString(reports.resolve("feedback/" + feedback + ".html")) ;
        String markdown = FENCED.matcher(Files.readString(reports.resolve("feedback/" + feedback + ".md"))).replaceAll("");
        return new Seen(attacked.score().value(), ResultDocument.of(own), page, markdown, Files.readString(reports.resolve("grades.csv")), true, lost.isEmpty(), varied, attacked.verdict(), message);
    }

    /// Returns the honest answers of a submission that lost points.
    private static List<String> lost(Scored scored, Attack attack, boolean all) {
        if (scored == null) return List.of();
        return scored.tasks().stream().filter(task -> !task.answer().isEmpty() && (all || !task.id().equals(attack.task())) && !task.score().equals(task.max()))
            .map(task -> scored.submission().id() + " " + task.id() + " " + task.verdict() + " " + task.message()).toList();
    }
}
