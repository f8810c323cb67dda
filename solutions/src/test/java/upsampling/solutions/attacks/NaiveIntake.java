package upsampling.solutions.attacks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Reads what students have handed in as it is often done: every entry of an archive goes to where its name says, links are followed, a name is taken for what it looks like,
/// and a file is as old as it says.
final class NaiveIntake {
    /// All is handed in after this.
    static final Instant DEADLINE = Instant.parse("2026-10-01T00:00:00Z");
    private static final Pattern MOODLE = Pattern.compile(".*_(\\d+)_assignsubmission_file_.*"); // greedy: the last number counts

    private final Path unpacked;
    private final SortedMap<String, String> texts = new TreeMap<>();

    private NaiveIntake(Path unpacked) {
        this.unpacked = unpacked;
    }

    /// Returns who has handed in what, a line for each file.
    ///
    /// @param source a folder of students, or one archive
    static Seen read(Path source, Place place) throws IOException {
        var intake = new NaiveIntake(Files.createDirectories(place.folder().resolve("unpacked")));
        if (Files.isDirectory(source)) {
            try (Stream<Path> students = Files.list(source)) {
                for (Path student : students.sorted().toList()) intake.student(student);
            }
        } else {
            intake.unpack(source, intake.unpacked);
            intake.collect("", intake.unpacked);
        }
        String honest = intake.texts.getOrDefault("student honest", "");
        boolean othersKept = honest.isEmpty() || honest.contains(HandedIn.answerText());
        return new Seen(0, String.join("\n", intake.texts.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList()), "", "", "", true, othersKept, false, null, "");
    }

    private void student(Path student) throws IOException {
        Path own = Files.createDirectories(unpacked.resolve(student.getFileName()));
        try (Stream<Path> files = Files.walk(student)) {
            for (Path file : files.filter(path -> !Files.isDirectory(path)).toList()) {
                if (file.toString().endsWith(".zip")) unpack(file, own);
                else text(student.getFileName().toString(), file);
            }
        }
        try (Stream<Path> all = Files.list(unpacked)) {
            for (Path one : all.toList()) collect(one.getFileName().toString(), one);
        }
    }

    private void unpack(Path archive, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(archive); var entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(entries, file, StandardCopyOption.REPLACE_EXISTING);
                FileTime time = entry.getLastModifiedTime();
                if (time != null) Files.setLastModifiedTime(file, time);
            }
        }
    }

    private void collect(String student, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sources = files.filter(path -> path.toString().endsWith(".java")).toList();
            for (Path file : sources) {
                Matcher owner = MOODLE.matcher(folder.relativize(file).toString().replace('/', '_'));
                text(owner.matches() ? owner.group(1) : student, file);
            }
        }
    }

    private void text(String student, Path file) throws IOException {
        boolean late = Files.getLastModifiedTime(file).toInstant().isAfter(DEADLINE);
        texts.put("student " + student, (late ? "late " : "in time ") + Files.readString(file));
    }
}
