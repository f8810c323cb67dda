package upsampling.grader.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;

/// Reads what a teacher has into submissions.
///
/// A source is a folder with one folder or archive for each student, the zip that Moodle gives for an assignment, any other zip of such folders, or a text
/// file with one git repository a line. A folder that holds answers itself is one submission.
public final class Intake {
    private static final int MOST_ENTRIES = 2_000_000; // of a whole course's zip; each student has a cap of their own

    private Intake() { }

    /// What is made of a source while it is open.
    private interface Use<T> {
        T of(Batch batch) throws IOException;
    }

    /// Reads all submissions of a source, ordered by id. Whatever is wrong with one of them is said in it, and in no other.
    ///
    /// @throws IntakeException if the source is none, or holds no submission
    public static List<Submission> read(Path source, IntakeListener listener) throws IntakeException {
        return open(source, new Batch(Lessons.all(), Caps.STANDARD, listener), Batch::read);
    }

    /// The same for a choice of lessons.
    ///
    /// @param lessons those whose answers are taken
    public static List<Submission> read(Path source, List<LessonPlan> lessons) throws IntakeException {
        return read(source, lessons, Caps.STANDARD);
    }

    static List<Submission> read(Path source, List<LessonPlan> lessons, Caps caps) throws IntakeException {
        return open(source, new Batch(lessons, caps, (_, _) -> { }), Batch::read);
    }

    /// Returns the ids of the submissions of a source, ordered. What anybody has handed in is neither fetched nor read for that.
    ///
    /// @throws IntakeException if the source is none, or holds no submission
    public static List<String> ids(Path source) throws IntakeException {
        return open(source, new Batch(Lessons.all(), Caps.STANDARD, (_, _) -> { }), Batch::ids);
    }

    private static <T> T open(Path source, Batch batch, Use<T> use) throws IntakeException {
        try {
            if (Files.isDirectory(source)) return folder(source, batch, use);
            if (!Files.isRegularFile(source)) {
                throw new IntakeException("grade: " + source + " does not exist; give a folder of submissions, a Moodle zip, or a text file with a git repository a line");
            }
            return isZip(source) ? zip(source, batch, use) : repositories(source, batch, use);
        } catch (IOException e) {
            throw new IntakeException("grade: " + source + " cannot be read: " + e.getMessage());
        }
    }

    private static <T> T folder(Path source, Batch batch, Use<T> use) throws IOException, IntakeException {
        FolderBatch.read(source, batch);
        if (batch.isEmpty()) throw new IntakeException("grade: " + source + " holds no submission; it needs a folder or a zip for each student");
        return use.of(batch);
    }

    private static <T> T zip(Path source, Batch batch, Use<T> use) throws IOException, IntakeException {
        try (var file = FileChannel.open(source)) {
            Zip zip = Zip.open(ByteSource.of(file), MOST_ENTRIES);
            new ZipBatch(zip, batch).read(Places.withoutZip(source.getFileName().toString()));
            if (batch.isEmpty()) throw new IntakeException("grade: " + source + " holds no submission; give the zip that Moodle makes for all submissions");
            return use.of(batch);
        } catch (BrokenZip | Rejection e) {
            throw new IntakeException("grade: " + source + " is a damaged zip: " + e.getMessage() + "; fetch it again");
        }
    }

    private static <T> T repositories(Path source, Batch batch, Use<T> use) throws IOException, IntakeException {
        try (var clones = new Clones(source.toAbsolutePath().getParent())) {
            Repositories.read(source, batch, clones::of);
            if (batch.isEmpty()) throw new IntakeException("grade: " + source + " names no git repository; write one a line, its address or path");
            return use.of(batch);
        }
    }

    private static boolean isZip(Path source) throws IOException {
        if (Places.isArchive(source.getFileName().toString())) return true;
        try (InputStream in = Files.newInputStream(source)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }
}
