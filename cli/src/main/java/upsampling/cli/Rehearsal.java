package upsampling.cli;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.run.AnswerRules;
import upsampling.grader.run.Starters;

/// A batch of made-up submissions, to find out how long a deadline will take on a machine. No two are alike, so no result can be reused.
///
/// Of a hundred, one has a loop without end, five do not compile, ten are notebooks; of the rest every third has one task wrong in a known way.
final class Rehearsal {
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final Pattern CLASS = Pattern.compile("(public (?:final )?class )(\\w+)");
    private static final Pattern ANNOTATION = Pattern.compile("(?m)^@KnownWrong\\((?:[^\"()]|\"(?:[^\"\\\\]|\\\\.)*\"|\\([^)]*\\))*\\)\\R");

    private final LessonPlan lesson;
    private final String reference;
    private final List<Path> wrong;

    private Rehearsal(LessonPlan lesson, String reference, List<Path> wrong) {
        this.lesson = lesson;
        this.reference = reference;
        this.wrong = wrong;
    }

    /// Reads right and wrong answers of a lesson.
    ///
    /// @throws Failure in a students' copy of the course, which has none
    static Rehearsal of(Place place, LessonPlan lesson) {
        Path folder = place.root().resolve("solutions/src/main/java/upsampling/solutions").resolve(AnswerRules.folderName(lesson));
        if (!Files.isDirectory(folder)) throw Failure.usage("grade --rehearse makes its submissions of the solutions, and this copy of the course has none");
        try (Stream<Path> files = Files.list(folder.resolve("wrong"))) {
            return new Rehearsal(lesson, Files.readString(folder.resolve("Reference.java")), files.sorted().filter(Rehearsal::standsAlone).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("grade: the solutions cannot be read", e);
        }
    }

    private static boolean standsAlone(Path file) {
        try {
            String source = Files.readString(file);
            return ANNOTATION.matcher(source).find() && !source.contains(" extends ") && !source.contains("import upsampling.solutions.lesson");
        } catch (IOException e) {
            throw new UncheckedIOException("grade: the solutions cannot be read", e);
        }
    }

    /// Writes a number of submissions into a folder.
    void write(Path folder, int count) {
        try {
            for (int i = 0; i < count; i++) {
                Path student = Files.createDirectories(folder.resolve("student%05d".formatted(i)).resolve(AnswerRules.folderName(lesson)));
                if (i % 10 == 5) Files.writeString(student.resolve("answers.ipynb"), notebook(i));
                else Files.writeString(student.resolve("All.java"), answer(reference, "All", i, i % 20 == 3));
                if (i % 100 == 7) Files.writeString(student.resolve(starter(lesson.tasks().getFirst())), loop(i));
                else if (i % 3 == 1 && i % 10 != 5) wrong(student, i);
            }
        } catch (IOException e) {
            throw Failure.infrastructure("grade: " + folder + " cannot be written: " + e.getMessage());
        }
    }

    /// Says what a rehearsal took, from the first probe of the jail to the last result.
    ///
    /// @param largestAnswer the most memory that an answer held, in bytes; 0 where the system does not say
    static String measured(int submissions, long nanos, int jobs, long largestAnswer) {
        double minutes = nanos / NANOS_PER_MINUTE;
        return "Rehearsal: %d submissions in %.1f minutes, %.0f per minute, with %d at a time on %d processors; the grader itself held at most %d MiB%s".formatted(submissions, minutes,
            submissions / minutes, jobs, Runtime.getRuntime().availableProcessors(), mostResident() >> 20,
            largestAnswer == 0 ? "" : ", the largest answer %d MiB".formatted(largestAnswer >> 20));
    }

    /// Returns the most memory that this process ever held, in bytes; 0 where the system does not say.
    private static long mostResident() {
        try {
            Matcher line = Pattern.compile("VmHWM:\\s+(\\d+) kB").matcher(Files.readString(Path.of("/proc/self/status")));
            return line.find() ? Long.parseLong(line.group(1)) << 10 : 0;
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    private String starter(TaskPlan task) {
        return Path.of(Starters.nameOf(lesson, task)).getFileName().toString();
    }

    private String header() {
        return "package " + AnswerRules.packageName(lesson) + ";";
    }

    private String answer(String source, String name, int student, boolean isBroken) {
        String own = CLASS.matcher(source.replaceFirst("(?m)^package .*;", Matcher.quoteReplacement(header()))).replaceFirst("$1" + name);
        return (isBroken ? own.replaceFirst("return ", "retrun ") : own) + "// student " + student + "\n";
    }

    private void wrong(Path student, int i) throws IOException {
        String source = Files.readString(wrong.get(i / 3 % wrong.size()));
        Matcher annotation = ANNOTATION.matcher(source);
        Matcher task = Pattern.compile("task = \"([0-9.]+)\"").matcher(source);
        if (!annotation.find() || !task.find()) throw new IllegalStateException("Rehearsal: no annotation in " + wrong.get(i / 3 % wrong.size()));
        String file = starter(lesson.tasks().stream().filter(one -> one.id().equals(task.group(1))).findFirst().orElseThrow());
        String plain = source.replace(annotation.group(), "").replace("import upsampling.solutions.KnownWrong;\n", "");
        Files.writeString(student.resolve(file), answer(plain, file.replace(".java", ""), i, false));
    }

    private String loop(int student) {
        var method = lesson.tasks().getFirst().method();
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < method.getParameterCount(); i++) parameters.append(i == 0 ? "" : ", ").append(method.getParameterTypes()[i].getCanonicalName()).append(" p").append(i);
        return "%s%npublic class %s implements %s {%n    @Override%n    public %s %s(%s) { while (true) { } } // student %d%n}%n".formatted(header(),
            starter(lesson.tasks().getFirst()).replace(".java", ""), lesson.type().getName(), method.getReturnType().getCanonicalName(), method.getName(), parameters, student);
    }

    /// A notebook whose cell checks an object of a class of its own.
    private String notebook(int student) {
        String body = reference.substring(reference.indexOf("public class"));
        String own = body.replaceFirst("public (?:final )?class (\\w+)([^{]*)\\{", "class Mine$2{\n    static final int STUDENT = " + student + ";");
        String cell = own + "check(new Mine());";
        Map<String, Object> code = Map.of("cell_type", "code", "execution_count", 1, "id", "answer", "metadata", Map.of(), "outputs", List.of(), "source", cell);
        return new Gson().toJson(Map.of("nbformat", 4, "nbformat_minor", 5, "metadata", Map.of(), "cells", List.of(code)));
    }
}
