package upsampling.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import upsampling.grader.Learner;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Fraction;
import upsampling.grader.run.AnswerRules;
import upsampling.grader.run.Starters;
import upsampling.kernel.notebook.InvalidNotebook;
import upsampling.kernel.notebook.Notebook;

/// How far a learner is: what `course progress` says.
///
/// @param lessons in the order of the course
/// @param next what to type next
record LearnerProgress(List<LessonProgress> lessons, Next next) {

    /// One lesson.
    ///
    /// @param opened whether the learner has a copy of it
    /// @param answersSeen of the cells whose outputs a fresh copy hides, since a question stands before them, how many have been run in the copy
    /// @param answers how many such cells there are
    /// @param ran whether it was run from top to bottom: in the copy all hidden cells, or the lesson by `course run`
    /// @param predictions how many questions were answered beforehand
    record LessonProgress(LessonFiles.Lesson lesson, boolean opened, int answersSeen, int answers, boolean ran, int predictions, List<TaskProgress> tasks) {
        Fraction points() {
            return tasks.stream().filter(TaskProgress::passed).map(TaskProgress::max).reduce(Fraction.ZERO, Fraction::plus);
        }

        Fraction max() {
            return tasks.stream().map(TaskProgress::max).reduce(Fraction.ZERO, Fraction::plus);
        }

        long passed() {
            return tasks.stream().filter(TaskProgress::passed).count();
        }
    }

    /// One task.
    ///
    /// @param answer where the file for its answer is, or would be
    /// @param started whether that file is there
    /// @param written whether it differs from the course's starter
    /// @param exposed how many known-wrong answers to it were exposed
    record TaskProgress(String id, String title, Fraction max, boolean passed, Path answer, boolean started, boolean written, int hintsOpened,
                        int exposed) { }

    /// What to do next.
    ///
    /// @param command what to type
    /// @param reason why, as half a sentence
    /// @param write the file to write before that; null if there is none
    record Next(String command, String reason, Path write) {
        Next(String command, String reason) {
            this(command, reason, null);
        }
    }

    Fraction points() {
        return lessons.stream().map(LessonProgress::points).reduce(Fraction.ZERO, Fraction::plus);
    }

    Fraction max() {
        return lessons.stream().map(LessonProgress::max).reduce(Fraction.ZERO, Fraction::plus);
    }

    static LearnerProgress of(Place place, Learner learner) {
        List<LessonPlan> plans = Lessons.all();
        List<LessonProgress> lessons = new ArrayList<>();
        for (LessonFiles.Lesson lesson : LessonFiles.in(place.notebooks())) {
            List<TaskProgress> tasks = new ArrayList<>();
            for (LessonPlan plan : plans) {
                if (plan.number() != lesson.number()) continue;
                for (TaskPlan task : plan.tasks()) tasks.add(task(place, learner, plan, task));
            }
            lessons.add(lesson(place, learner, lesson, tasks));
        }
        return new LearnerProgress(List.copyOf(lessons), next(place, lessons));
    }

    private static TaskProgress task(Place place, Learner learner, LessonPlan plan, TaskPlan task) {
        Path answer = place.work().resolve("answers").resolve(Starters.nameOf(plan, task));
        Path starter = place.root().resolve("exercises/starters").resolve(Starters.nameOf(plan, task));
        return new TaskProgress(task.id(), task.title(), task.max(), learner.hasPassed(task.id()), answer, Files.exists(answer), differ(answer, starter),
            learner.hintsOpened(task.id()), learner.bugsExposed(task.id()).size());
    }

    /// Whether a file is there and is another one than its template.
    private static boolean differ(Path file, Path template) {
        if (!Files.exists(file)) return false;
        try {
            return !Files.exists(template) || Files.mismatch(file, template) >= 0;
        } catch (IOException e) {
            throw Failure.infrastructure("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static LessonProgress lesson(Place place, Learner learner, LessonFiles.Lesson lesson, List<TaskProgress> tasks) {
        Path copy = place.work().resolve("notebooks").resolve(lesson.file().getFileName());
        int seen = 0;
        int hidden = 0;
        if (Files.exists(copy)) {
            try {
                Notebook fresh = Notebook.read(lesson.file());
                fresh.hideAnswers();
                Notebook own = Notebook.read(copy);
                for (Notebook.Cell cell : fresh.cells()) {
                    if (!cell.isCode() || cell.executionCount() > 0) continue;
                    hidden++;
                    if (own.cells().stream().anyMatch(c -> c.isCode() && c.id().equals(cell.id()) && c.executionCount() > 0)) seen++;
                }
            } catch (InvalidNotebook e) {
                // a copy that cannot be read says nothing; lab and run name the reason
            }
        }
        boolean ran = hidden > 0 && seen == hidden || learner.hasRun(lesson.number());
        return new LessonProgress(lesson, Files.exists(copy), seen, hidden, ran, learner.predictions(lesson.number()).size(), List.copyOf(tasks));
    }

    private static Next next(Place place, List<LessonProgress> lessons) {
        for (LessonProgress lesson : lessons) {
            if (!lesson.opened && !lesson.ran && lesson.passed() == 0) return new Next("./course lab", "lesson " + lesson.lesson.number() + " is next");
            for (TaskProgress task : lesson.tasks) {
                if (task.passed) continue;
                if (task.started) return new Next("./course check " + task.id, "task " + task.id + " is next", task.written ? null : task.answer);
                boolean inFiles = Files.isDirectory(place.work().resolve("answers").resolve(AnswerRules.folderName(lesson.lesson.number())));
                return inFiles ? new Next("./course start " + lesson.lesson.number(), "the starter of task " + task.id + " is missing")
                    : new Next("./course lab", "task " + task.id + " is next, in a cell; or in files, after ./course start " + lesson.lesson.number());
            }
        }
        for (LessonProgress lesson : TeachersCourse.isHere(place) ? lessons : List.<LessonProgress>of()) { // only there are bugs to hunt
            for (TaskProgress task : lesson.tasks) {
                if (task.exposed == 0) return new Next("./course hunt " + task.id, "every task is passed; a bug hunt is left");
            }
        }
        return new Next("./course lab", "everything is done; to read again");
    }
}
