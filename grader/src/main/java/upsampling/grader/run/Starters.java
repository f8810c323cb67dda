package upsampling.grader.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;

/// Puts the templates of a lesson's answers into the learner's folder. What is there already is never touched.
public final class Starters {
    private static final List<String> PROJECT = List.of("pom.xml", "test/answers/GradeTest.java");

    private Starters() { }

    /// Returns the name of a task's template inside the learner's folder, such as `lesson01/MyMaxPool2d.java`.
    public static String nameOf(LessonPlan lesson, TaskPlan task) {
        return AnswerReader.folderName(lesson) + "/" + AnswerReader.starterName(task) + ".java";
    }

    /// Copies the templates of a lesson, and the project file, that the folder does not have yet.
    ///
    /// @param answers the learner's folder, `work/answers`; it is made if need be
    /// @return the files that are new, relative to the folder
    /// @throws IOException if the folder cannot be written to
    public static List<String> copy(LessonPlan lesson, Path answers) throws IOException {
        List<String> names = new ArrayList<>(PROJECT);
        for (TaskPlan task : lesson.tasks()) names.add(nameOf(lesson, task));
        List<String> copied = new ArrayList<>();
        for (String name : names) {
            Path target = answers.resolve(name);
            if (Files.exists(target)) continue;
            Files.createDirectories(target.getParent());
            Path half = Files.createTempFile(target.getParent(), ".starter", null); // a rename is never half-written
            try (InputStream in = lesson.type().getResourceAsStream("/starters/" + name)) {
                if (in == null) throw new IOException("Starters: the course has no template " + name);
                Files.write(half, in.readAllBytes());
                Files.move(half, target);
            } finally {
                Files.deleteIfExists(half);
            }
            copied.add(name);
        }
        return copied;
    }
}
