package upsampling.grader.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Finds the students in a folder: one folder or archive each, named by the student or as Moodle names them.
final class FolderBatch {
    private FolderBatch() { }

    /// Adds all submissions.
    static void read(Path folder, Batch batch) throws IOException {
        List<Path> children;
        try (Stream<Path> list = Files.list(folder)) {
            children = list.filter(child -> EntryPath.leftOut(child.getFileName() + "/").isEmpty()).sorted(Comparator.comparing(child -> child.getFileName().toString())).toList();
        }
        if (children.stream().anyMatch(FolderBatch::isInside)) {
            String name = folder.toAbsolutePath().normalize().getFileName().toString();
            batch.add(name, name, (budget, notes) -> FolderItems.of(folder, budget, notes));
            return;
        }
        for (Path child : children) add(child, batch);
    }

    private static boolean isInside(Path child) {
        return Places.isInside(child.getFileName() + (Files.isDirectory(child) ? "/" : ""));
    }

    private static void add(Path child, Batch batch) {
        String name = child.getFileName().toString();
        if (Files.isSymbolicLink(child)) {
            batch.add(name, name, (_, _) -> {
                throw new Rejection("it is a link");
            });
        } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            Student student = Student.of(name + "/");
            SubmissionReader.Source source = (budget, notes) -> FolderItems.of(child, budget, notes);
            if (student != null) batch.add(student, source);
            else batch.add(name, name, source);
        } else {
            Student student = Student.of(name);
            if (student == null && !Places.isArchive(name)) {
                batch.stray(name);
                return;
            }
            SubmissionReader.Source source = (budget, notes) -> List.of(FolderItems.one(child, student == null ? name : student.rest(), budget));
            if (student != null) batch.add(student, source);
            else batch.add(Places.withoutZip(name), Places.withoutZip(name), source);
        }
    }
}
