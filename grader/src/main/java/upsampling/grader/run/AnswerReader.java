package upsampling.grader.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import upsampling.grader.compile.AnswerCompiler;
import upsampling.grader.compile.AnswerCompiler.Outline;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.rule.ClassBytes;

/// Finds the answers of a lesson in the learner's folder, compiles each, and sees which tasks it answers: those whose methods it overrides.
final class AnswerReader {
    private final AnswerCompiler compiler;
    private final WorkFolder work;

    /// @param work a folder for classes
    AnswerReader(AnswerCompiler compiler, WorkFolder work) {
        this.compiler = compiler;
        this.work = work;
    }

    /// Returns the answers of a lesson, ordered by file name.
    List<Answer> read(Path answers, LessonPlan lesson) throws IOException {
        Path folder = answers.resolve(AnswerRules.folderName(lesson));
        if (!Files.isDirectory(folder)) return List.of();
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.getFileName().toString().endsWith(".java") && Files.isRegularFile(file)).sorted().toList();
        }
        List<Answer> found = new ArrayList<>();
        for (Path file : files) found.add(readFile(file, lesson));
        return found;
    }

    private Answer readFile(Path file, LessonPlan lesson) throws IOException {
        String name = file.getFileName().toString();
        Outline outline = compiler.outline(file);
        Answer known = AnswerRules.beforeCompiling(name, outline, lesson);
        if (known != null) return known;
        Path classes = classesOf(name, lesson);
        List<String> errors = work.write(() -> compiler.compile(file, AnswerRules.packageName(lesson), Files.createDirectories(classes)));
        return AnswerRules.compiled(name, outline, errors, ClassBytes.in(classes), lesson);
    }

    /// Returns the folder of a file's classes.
    Path classesOf(String name, LessonPlan lesson) {
        return work.path().resolve(AnswerRules.folderName(lesson)).resolve(name);
    }
}
