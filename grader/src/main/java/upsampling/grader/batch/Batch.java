package upsampling.grader.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import upsampling.grader.Seed;
import upsampling.grader.SolvedLessons;
import upsampling.grader.Verdict;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.intake.Submission;
import upsampling.grader.jail.Walls;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Ending;
import upsampling.grader.result.TaskResult.Output;
import upsampling.grader.run.GraderFailure;

/// Grades submissions side by side. What has a result is not graded again, so a run that was killed goes on where it was.
public final class Batch {
    private final List<LessonPlan> lessons;
    private final Store store;
    private final UnitKeys keys;
    private final UnitGrader grader;
    private final Canary canary;
    private final SolvedLessons solved;
    private final String tier;
    private final String salt;
    private final int jobs;

    /// @param lessons with their hidden tests
    /// @param salt `default`, or `own` for a seed of the teacher's
    /// @param jobs how many submissions at a time
    public Batch(List<LessonPlan> lessons, Walls walls, Store store, SolvedLessons solved, Seed seed, String salt, int jobs) {
        this(lessons, walls, store, solved, seed, salt, jobs, true);
    }

    /// @param rule whether the rule on what an answer may call counts; only a trial of the wall alone puts it aside
    Batch(List<LessonPlan> lessons, Walls walls, Store store, SolvedLessons solved, Seed seed, String salt, int jobs, boolean rule) {
        this.lessons = lessons;
        this.store = store;
        this.solved = solved;
        this.salt = salt;
        this.jobs = jobs;
        keys = new UnitKeys(walls, seed);
        tier = walls.probe().label();
        var budgets = new Budgets();
        grader = new UnitGrader(walls, budgets, seed, rule);
        canary = new Canary(grader, budgets);
    }

    /// Tries the lessons that somebody has answered, see {@link Canary}.
    ///
    /// @param starters the templates of a lesson's answers
    /// @throws GraderFailure unless starters get nothing and the reference everything
    public void tryLessons(List<Submission> submissions, Function<LessonPlan, List<SourceFile>> starters) throws InterruptedException {
        for (LessonPlan lesson : lessons) {
            boolean isAnswered = submissions.stream().anyMatch(one -> one.files().stream().anyMatch(file -> file.lesson() == lesson.number()));
            if (isAnswered) canary.check(lesson, starters.apply(lesson), solved);
        }
    }

    /// Grades all of them.
    ///
    /// @param again whether results that are there are made anew
    /// @throws GraderFailure if the machine fails, such as a full disk; what was finished is kept
    /// @throws InterruptedException at Ctrl-C; what was finished is kept
    public void run(List<Submission> submissions, boolean again, BatchListener listener) throws InterruptedException {
        BlockingQueue<Integer> slots = new LinkedBlockingQueue<>();
        for (int slot = 0; slot < jobs; slot++) slots.add(slot);
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
            for (Submission submission : submissions) {
                running.add(pool.submit(() -> {
                    int slot = slots.take();
                    try {
                        grade(submission, again, slot, listener);
                    } finally {
                        slots.add(slot);
                    }
                    return null;
                }));
            }
            try {
                for (Future<?> one : running) one.get();
            } catch (ExecutionException e) {
                pool.shutdownNow();
                if (e.getCause() instanceof RuntimeException failure) throw failure;
                throw new GraderFailure("grade: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                pool.shutdownNow();
                throw e;
            }
        }
    }

    private void grade(Submission submission, boolean again, int slot, BatchListener listener) throws InterruptedException {
        SortedMap<Integer, String> units = new TreeMap<>();
        Map<Integer, List<SourceFile>> byLesson = new HashMap<>();
        for (SourceFile file : submission.files()) byLesson.computeIfAbsent(file.lesson(), _ -> new ArrayList<>()).add(file);
        boolean isGraded = true;
        for (LessonPlan lesson : lessons) {
            List<SourceFile> files = byLesson.get(lesson.number());
            if (files == null) continue;
            String name = keys.of(lesson, files);
            Optional<UnitResult> known = again ? Optional.empty() : store.unit(name).filter(UnitResult::isGraded);
            UnitResult unit = known.isPresent() ? known.get() : grade(lesson, files, slot);
            if (known.isEmpty()) store.keep(submission.id(), name, unit);
            isGraded &= unit.isGraded();
            units.put(lesson.number(), name);
        }
        store.keep(new Graded(submission.id(), submission.name(), submission.status().name(), submission.remarks(), submission.ignored(), units, tier, salt));
        listener.finished(submission, isGraded);
    }

    /// Grades, once more if the grader fails; a second failure is written down as such and never as a zero.
    private UnitResult grade(LessonPlan lesson, List<SourceFile> files, int slot) throws InterruptedException {
        String reason = "";
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                UnitResult unit = grader.grade(lesson, files, slot);
                if (unit.isGraded() || attempt == 1) return unit;
            } catch (GraderFailure failure) {
                reason = failure.getMessage();
            } catch (RuntimeException | StackOverflowError mistake) { // one submission never stops the others, not even by a mistake of ours
                reason = "grade: a mistake in the grader: " + mistake;
            }
        }
        String why = reason;
        return new UnitResult(lesson.number(), lesson.tasks().stream().map(task -> ungraded(task, why)).toList(), List.of(), 0);
    }

    private static TaskRun ungraded(TaskPlan task, String reason) {
        return new TaskRun(task.id(), "", List.of(), new Ending(Verdict.UNGRADED, reason), Output.NONE, 0);
    }
}
