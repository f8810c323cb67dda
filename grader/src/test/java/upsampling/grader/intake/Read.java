package upsampling.grader.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import upsampling.grader.plan.LessonPlan;
import upsampling.grader.toy.Counting;

/// What the tests of the intake share: a lesson, its answers, and short ways to read.
final class Read {
    static final List<LessonPlan> LESSONS = List.of(LessonPlan.of(Counting.class));
    static final String FOLDER = "lesson99/";

    private Read() { }

    /// A written answer to task 99.1.
    static String answer(String type) {
        return """
            package answers.lesson99;
            import upsampling.grader.toy.Counting;
            public class %s implements Counting {
                @Override public long twice(long n) { return n + n; }
            }
            """.formatted(type);
    }

    /// What a student has who has written nothing.
    static String starter(String type) {
        return answer(type).replace("return n + n;", "throw new UnsupportedOperationException(\"Task 99.1: not written yet\");");
    }

    /// Reads all submissions, and demands that their ids are known without reading them, too.
    static List<Submission> all(Path source) throws IntakeException {
        List<Submission> read = Intake.read(source, LESSONS);
        List<String> ids = read.stream().map(Submission::id).toList();
        if (!ids.equals(Intake.ids(source))) throw new AssertionError("the ids are " + ids + ", but without reading " + Intake.ids(source));
        return read;
    }

    static List<Submission> zip(Path folder, ZipMaker zip) throws IOException, IntakeException {
        return all(Files.write(folder.resolve("all.zip"), zip.bytes()));
    }

    /// Reads one student's archive that lies in a folder beside a good one, and demands that the good one is unharmed.
    static Submission archive(Path folder, byte[] archive) throws IOException, IntakeException {
        Files.write(folder.resolve("student.zip"), archive);
        Files.write(folder.resolve("other.zip"), new ZipMaker().add("lesson99/MyTwice.java", answer("MyTwice")).bytes());
        List<Submission> read = all(folder);
        if (read.size() != 2 || read.getFirst().status() != Submission.Status.OK) throw new AssertionError("the other submission was harmed: " + read);
        return read.getLast();
    }

    static List<String> names(Submission submission) {
        return submission.files().stream().map(file -> file.lesson() + "/" + file.name()).toList();
    }

    static String text(Submission submission, String name) {
        return submission.files().stream().filter(file -> file.name().equals(name)).map(file -> new String(file.bytes(), StandardCharsets.UTF_8)).findFirst().orElseThrow();
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
