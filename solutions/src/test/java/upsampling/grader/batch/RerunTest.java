package upsampling.grader.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Json;
import upsampling.grader.result.Scoring;
import upsampling.solutions.KnownWrong;
import upsampling.solutions.Solved;

/// All known answers again and again, in another order each time and with twice as many at a time as there are processors: every byte but the time stays the same, and no right
/// answer ever fails. Twenty times all lessons with `-Dcourse.full=true`, which `./course test --full` sets; otherwise twice lesson 1.
class RerunTest {
    private static final boolean IS_FULL = Boolean.getBoolean("course.full");
    private static final int RERUNS = IS_FULL ? 20 : 2;
    private static final int JOBS = 2 * Runtime.getRuntime().availableProcessors();

    @TempDir
    private Path folder;

    private record Known(LessonPlan lesson, TaskPlan task, Class<?> answer, boolean isRight) { }

    private static List<Known> all() {
        List<Known> all = new ArrayList<>();
        for (Solved solved : Solved.all()) {
            LessonPlan lesson = LessonPlan.of(solved.lesson()).withHidden(solved.hiddenTests().toArray(Class<?>[]::new));
            if (!IS_FULL && lesson.number() != 1) continue;
            for (Class<?> reference : solved.references()) for (TaskPlan task : lesson.tasks()) all.add(new Known(lesson, task, reference, true));
            for (Class<?> wrong : solved.wrong()) all.add(new Known(lesson, lesson.task(wrong.getAnnotation(KnownWrong.class).task()), wrong, false));
        }
        return all;
    }

    @Test
    void everyRerunGivesTheSameBytes() throws Exception {
        Map<Known, String> first = new ConcurrentHashMap<>();
        try (var wall = new TestWall(folder, new Budgets())) {
            for (int rerun = 0; rerun < RERUNS; rerun++) {
                List<Known> shuffled = new ArrayList<>(all());
                Collections.shuffle(shuffled, new Random(rerun));
                run(wall.grader, shuffled, first);
            }
        }
        assertEquals(all().size(), first.size());
    }

    private static void run(UnitGrader grader, List<Known> answers, Map<Known, String> first) throws Exception {
        BlockingQueue<Known> open = new LinkedBlockingQueue<>(answers);
        List<Future<?>> workers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(JOBS)) {
            for (int slot = 0; slot < JOBS; slot++) {
                int own = slot;
                workers.add(pool.submit(() -> {
                    try (var host = grader.host(own)) {
                        for (Known known = open.poll(); known != null; known = open.poll()) check(known, host, first);
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) worker.get();
        }
    }

    private static void check(Known known, UnitGrader.Host host, Map<Known, String> first) throws InterruptedException {
        TaskRun run = host.run(known.task, known.answer.getName(), known.answer.getName(), Canary.classesOf(known.answer));
        String text = Json.COMPACT.toJson(new TaskRun(run.task(), run.answer(), run.observed(), run.ending(), run.output(), 0));
        assertEquals(first.computeIfAbsent(known, _ -> text), text, () -> known.answer + ", task " + known.task.id());
        if (known.isRight) {
            var result = Scoring.score(known.task, "", run.observed(), run.ending(), Misconceptions.of(known.lesson.type(), known.lesson.number()));
            assertEquals(known.task.max(), result.score(), () -> "a false fail of " + known.answer + ": " + result.message());
        }
    }
}
