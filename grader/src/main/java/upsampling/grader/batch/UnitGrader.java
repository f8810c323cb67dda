package upsampling.grader.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import upsampling.grader.Seed;
import upsampling.grader.Verdict;
import upsampling.grader.batch.SubmissionCompiler.Compiled;
import upsampling.grader.engine.Engine;
import upsampling.grader.engine.RunEnded;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.jail.Budget;
import upsampling.grader.jail.JailedProcess;
import upsampling.grader.jail.Walls;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.remote.RemoteAnswer;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Observed;
import upsampling.grader.result.TaskResult.Output;
import upsampling.grader.run.Answer;
import upsampling.grader.run.GraderFailure;

/// Grades what a submission has for one lesson: compiles it behind the wall, and runs the tests here on a stand-in of each answer.
public final class UnitGrader {
    private static final Duration OUTPUT_BUDGET = Duration.ofSeconds(1);

    private final Walls walls;
    private final Budgets budgets;
    private final Seed seed;
    private final SubmissionCompiler compiler;
    private final boolean rule;
    private final ReadWriteLock machine = new ReentrantReadWriteLock(true); // read: beside others; write: alone

    UnitGrader(Walls walls, Budgets budgets, Seed seed) {
        this(walls, budgets, seed, true);
    }

    /// @param rule whether the rule on what an answer may call counts; only a trial of the wall alone puts it aside
    UnitGrader(Walls walls, Budgets budgets, Seed seed, boolean rule) {
        this.walls = walls;
        this.budgets = budgets;
        this.seed = seed;
        this.rule = rule;
        compiler = new SubmissionCompiler(walls, budgets);
    }

    /// Grades.
    ///
    /// @param lesson with its hidden tests
    /// @param slot tells what runs at the same time apart, from 0
    /// @throws GraderFailure if the wall cannot be used
    UnitResult grade(LessonPlan lesson, List<SourceFile> files, int slot) throws InterruptedException {
        Compiled compiled = beside(() -> compiler.compile(lesson, files, slot));
        List<String> remarks = new ArrayList<>();
        Map<String, Answer> byTask = Answer.byTask(lesson, compiled.answers(), remarks);
        try (var host = new Host(slot)) {
            var places = new CellPlaces(files);
            List<TaskRun> runs = new ArrayList<>();
            for (TaskPlan task : lesson.tasks()) runs.add(places.in(grade(task, byTask.get(task.id()), host)));
            return new UnitResult(lesson.number(), List.copyOf(runs), remarks.stream().map(places::in).toList(), compiled.processorTime().toMillis());
        }
    }

    private TaskRun grade(TaskPlan task, Answer answer, Host host) throws InterruptedException {
        if (answer == null) return new TaskRun(task.id(), "", List.of(), new Ending(Verdict.MISSING, "There is no answer to this task"), Output.NONE, 0);
        Ending before = endingBeforeRun(task, answer);
        if (before != null) return new TaskRun(task.id(), answer.name(), List.of(), before, Output.NONE, 0);
        Map<String, byte[]> classes = ((CompiledClasses) answer.classes()).byName();
        TaskRun first = beside(() -> host.run(task, answer.name(), answer.type(), classes));
        if (first.ending().verdict() != Verdict.TIMEOUT) return first;
        machine.writeLock().lock(); // what is too slow beside others gets a second try, alone
        try {
            return host.run(task, answer.name(), answer.type(), classes);
        } finally {
            machine.writeLock().unlock();
        }
    }

    private Ending endingBeforeRun(TaskPlan task, Answer answer) {
        try {
            return rule ? answer.endingBeforeRun(task) : answer.endingBeforeRule();
        } catch (IllegalArgumentException e) { // no compiler makes such classes
            return new Ending(Verdict.FORBIDDEN, "the classes of " + answer.name() + " cannot be read");
        }
    }

    /// Returns a machine for classes that need no compiling: right answers of the course.
    Host host(int slot) {
        return new Host(slot);
    }

    private interface Work<T> {
        T run() throws InterruptedException;
    }

    private <T> T beside(Work<T> work) throws InterruptedException {
        Lock lock = machine.readLock();
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    /// The machine that holds the answers of a submission, one after the other; a fresh one after each that ended it or left threads running.
    final class Host implements AutoCloseable {
        private final int slot;
        private JailedProcess process;

        private Host(int slot) {
            this.slot = slot;
        }

        /// @param answer what to call the answer in reports
        /// @param type its class
        /// @param classes its byte code and that of its helpers, by name
        TaskRun run(TaskPlan task, String answer, String type, Map<String, byte[]> classes) throws InterruptedException {
            if (process == null || process.isOver()) process = walls.start(walls.answers(), slot);
            process.awaitReady();
            Duration before = process.processorTime();
            List<Observed> observed = new ArrayList<>();
            Ending ending;
            try {
                Object remote = RemoteAnswer.create(process, task.method().getDeclaringClass(), type, classes, Budget.of(budgets.of(task.id())));
                var repeated = new RepeatedCall(task, remote, observed);
                ending = Engine.run(task, remote, seed, repeated).ending();
                if (ending.finished()) repeated.check();
            } catch (RunEnded ended) {
                ending = ended.ending();
            }
            Duration time = process.isOver() ? Duration.ZERO : process.processorTime().minus(before);
            Output output = process.takeOutput(Budget.of(OUTPUT_BUDGET));
            return new TaskRun(task.id(), answer, List.copyOf(observed), ending, output, time.toMillis());
        }

        @Override
        public void close() {
            if (process != null) process.close();
        }
    }
}
