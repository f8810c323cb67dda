package upsampling.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import upsampling.grader.Seed;
import upsampling.grader.batch.GradeOptions;
import upsampling.grader.batch.GradeRun;
import upsampling.grader.batch.Shard;
import upsampling.grader.batch.StoredResults;
import upsampling.grader.intake.Intake;
import upsampling.grader.intake.IntakeException;
import upsampling.grader.intake.Submission;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.report.Marking;
import upsampling.grader.report.Reports;
import upsampling.grader.report.Scored;
import upsampling.grader.report.Worksheet;
import upsampling.grader.run.GraderFailure;
import upsampling.grader.run.Selection;

/// `course grade`: grades submissions with the public and the hidden tests, behind a wall.
@Command(
    name = "grade",
    description = {
        "Grades submissions with public and hidden tests: a folder (one sub-folder per student), a Moodle zip, or a text file with one git repository per line.",
        "",
        "Students' code is compiled and run in a jail; at the start some attacks are tried on it, and every report names the tier that was reached. "
            + "What is finished is never graded twice: after Ctrl-C, a crash or new submissions, the same command goes on where it was.",
        "",
        "Exit codes: 0 every submission has a result, 10 some need a person, 20 the machine failed (try again), 30 wrong usage."
    },
    mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {
    private static final int OTHERS_TIER = 1;
    private static final String SELF = "self";

    @Parameters(paramLabel = "SUBMISSIONS", arity = "0..1", description = "A folder, a Moodle zip, or a list of git repositories.")
    private Path source;

    @Option(names = "--self", description = "Grades your own answers in work/answers, as a teacher's run would; feedback, no grade.")
    private boolean self;

    @Option(names = "--lesson", paramLabel = "LESSON", description = "Only this lesson (1, pooling); otherwise those that somebody has answered.")
    private String lesson;

    @Option(names = "--task", paramLabel = "TASK", description = "Only this task, or several: 1.2,1.4.")
    private String task;

    @Option(names = "--out", paramLabel = "DIR", description = "Where results are written and kept (default: grades).")
    private Path out;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Option(names = "--jobs", paramLabel = "N", description = "Submissions at a time (default: one per processor).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--jail", paramLabel = "NAME", description = "unshare, bwrap, uid or none (default: the best that works here), or podman: stronger, slower, for root only.")
    private String jail;

    @Option(names = "--require-tier", paramLabel = "N", description = "Refuses to grade behind a weaker wall.")
    private Integer requiredTier;

    @Option(names = "--allow-tier", paramLabel = "0", description = "Grades others without a wall, too: their answers can read your files.")
    private Integer allowedTier;

    @Option(names = "--salt-file", paramLabel = "FILE", description = "A file of yours that hidden inputs are drawn from; keep it secret until grading is over.")
    private Path saltFile;

    @Option(names = "--worksheet", paramLabel = "FILE", description = "Moodle's grading worksheet; a filled-in copy is written to DIR.")
    private Path worksheet;

    @Option(names = "--grade-column", paramLabel = "NAME", description = "Header of its column for the grade, if it is not found.")
    private String gradeColumn;

    @Option(names = "--comment-column", paramLabel = "NAME", description = "Header of its column for the comment, if it is not found.")
    private String commentColumn;

    @Option(names = "--policy", paramLabel = "FILE", description = "Due date, lateness, extensions, points (default: grading.json in DIR, if it is there). Points by hand stand in corrections.json in DIR.")
    private Path policy;

    @Option(names = "--regrade", description = "Runs the answers again, also where there is a result.")
    private boolean regrade;

    @Option(names = "--rescore", description = "Runs nothing: adds up the points again from what was seen, say under another policy.")
    private boolean rescore;

    @Option(names = "--shard", paramLabel = "I/N", description = "Only share I of N, from 0, for several machines with one --out; then --merge.")
    private String shard;

    @Option(names = "--rehearse", paramLabel = "N", description = "Makes N submissions to --lesson, no two alike, grades them, and says how long it took: try it before a deadline.")
    private Integer rehearse;

    @Option(names = "--merge", description = "Runs nothing: checks that all shards have finished, and writes the reports.")
    private boolean merge;

    @Override
    public Integer call() {
        if (rehearse != null) source = made();
        if (self == (source != null)) throw Failure.usage("grade: name what to grade (./course grade submissions.zip), or say --self for your own answers");
        if (lesson != null && task != null) throw Failure.usage("grade: --lesson and --task: one of the two is enough");
        if (merge && shard != null) throw Failure.usage("grade: --merge comes after all shards, without --shard");
        if (jobs < 1 || jobs > 1000) throw Failure.usage("grade: --jobs must be from 1 to 1000, but was " + jobs);
        Place place = Place.find();
        try (Progress progress = new Progress()) {
            GradeOptions options = options(place);
            GradePolicy decided = GradePolicy.read(policy, options.out());
            Worksheet sheet = worksheet == null ? null : sheet();
            List<String> ids = merge || rescore ? ids() : grade(options, place, progress);
            if (shard != null) return Exit.OK; // what needs a person is said by the merge
            if (merge) StoredResults.checkShards(options, ids);
            StoredResults results = StoredResults.of(options, ids);
            requireLessons(results.lessons());
            List<String> remarks = new ArrayList<>();
            Marking marking = decided.marking(sheet, ids, remarks);
            if (!self) progress.line("Policy: " + decided.sentence());
            List<Scored> all = results.scored(marking);
            remarks.addAll(marking.remarks(all));
            return report(all, options.out(), sheet, remarks, progress);
        } catch (IllegalArgumentException | IntakeException e) {
            throw Failure.usage("grade: " + e.getMessage());
        } catch (GraderFailure e) {
            throw Failure.infrastructure(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.infrastructure("grade: interrupted; the same command goes on where it was");
        }
    }

    /// Makes the submissions of a rehearsal, and returns their folder.
    private Path made() {
        if (self || source != null || lesson == null || rehearse < 1 || rehearse > 100_000) throw Failure.usage("grade: --rehearse N makes its own submissions: give --lesson, and N from 1 to 100000");
        if (out == null) out = Path.of("rehearsal");
        Path folder = out.resolve("made");
        if (Files.exists(folder)) throw Failure.usage("grade: there was a rehearsal in " + out + " already; delete it, or choose another folder with --out");
        Rehearsal.of(Place.find(), Selection.lessons(Lessons.all(), lesson).getFirst()).write(folder, rehearse);
        return folder;
    }

    private List<Submission> own(Place place) throws IntakeException {
        Path answers = place.work().resolve("answers");
        if (!Files.isDirectory(answers)) throw Failure.usage("grade: there are no answers yet in " + answers + ". To begin: ./course start 1");
        List<Submission> found = Intake.read(answers, Lessons.all());
        Submission mine = found.getFirst();
        return List.of(new Submission(SELF, SELF, mine.files(), mine.status(), mine.remarks(), mine.ignored()));
    }

    private GradeOptions options(Place place) {
        Path folder = out != null ? out : self ? place.data().resolve(".course/self") : Path.of("grades");
        int required = requiredTier != null ? requiredTier : self ? 0 : allowedTier != null ? allowedTier : OTHERS_TIER;
        Seed seed = Seed.DEFAULT;
        if (saltFile != null) {
            try {
                seed = Seed.ofSalt(Files.readAllBytes(saltFile));
            } catch (IOException e) {
                throw Failure.usage("grade: --salt-file " + saltFile + " cannot be read");
            }
        }
        return new GradeOptions(folder, lesson != null ? lesson : task, jail, required, jobs, seed, saltFile == null ? "default" : "own", regrade,
            shard == null ? Shard.ALL : Shard.parse(shard), place.data().resolve(".course/jail"), place.root().resolve("exercises/starters"));
    }

    private List<String> ids() throws IntakeException {
        return self ? List.of(SELF) : Intake.ids(source);
    }

    /// Grades, and returns the ids of all submissions.
    private List<String> grade(GradeOptions options, Place place, Progress progress) throws InterruptedException, IntakeException {
        List<Submission> submissions = self ? own(place) : Intake.read(source, (done, total) -> progress.step(done, total, "submissions read"));
        if (submissions.isEmpty()) throw Failure.usage("grade: there are no submissions in " + source + "; a folder needs one sub-folder per student");
        GradeRun run = GradeRun.of(options, submissions);
        requireLessons(run.lessons());
        int total = options.shard().of(submissions).size();
        progress.line("Grading " + total + (total == 1 ? " submission" : " submissions") + ", lessons "
            + run.lessons().stream().map(one -> Integer.toString(one.number())).collect(Collectors.joining(", ")));
        long start = System.nanoTime();
        run.run(new GradeProgress(progress, total));
        if (rehearse != null) progress.line(Rehearsal.measured(total, System.nanoTime() - start, jobs, run.largestAnswer()));
        return submissions.stream().map(Submission::id).toList();
    }

    private static void requireLessons(List<LessonPlan> lessons) {
        if (lessons.isEmpty()) throw Failure.person("grade: nobody has answered anything that could be graded; ./course grade --help says where answers are looked for");
    }

    private Worksheet sheet() {
        try {
            return Worksheet.read(Files.readString(worksheet), gradeColumn, commentColumn);
        } catch (IOException e) {
            throw Failure.usage("grade: --worksheet " + worksheet + " cannot be read: " + e.getMessage());
        }
    }

    private void fill(Worksheet sheet, Path folder, List<Scored> all, Progress progress) {
        try {
            List<String> remarks = new ArrayList<>();
            String filled = sheet.filled(all, remarks);
            Path copy = folder.resolve(worksheet.getFileName());
            if (Files.exists(copy) && Files.isSameFile(copy, worksheet)) throw new IllegalArgumentException("--worksheet: a filled-in copy goes to " + folder + ", so it must not lie there");
            Place.write(copy, filled);
            for (String remark : remarks) progress.line("worksheet: " + remark);
            progress.line("The filled-in worksheet is " + copy + "; upload it in Moodle");
        } catch (IOException e) {
            throw Failure.infrastructure("grade: the filled-in worksheet cannot be written: " + e.getMessage());
        }
    }

    private int report(List<Scored> all, Path folder, Worksheet sheet, List<String> remarks, Progress progress) throws InterruptedException {
        Reports.write(folder, all);
        if (sheet != null) fill(sheet, folder, all, progress);
        for (String remark : remarks) progress.line("policy: " + remark);
        progress.close();
        System.out.println(json ? GradeSummary.json(all, folder) : GradeSummary.text(all, folder, self));
        return all.stream().allMatch(Scored::hasScore) ? Exit.OK : Exit.PERSON;
    }
}
