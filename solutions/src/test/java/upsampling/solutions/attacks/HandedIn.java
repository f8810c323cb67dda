package upsampling.solutions.attacks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes what students have handed in from `handed-in.txt` beside an attack, so that no archive that could hurt somebody lies in the repository. A line is one entry:
///
/// ```
/// students/attacker/work.zip  text   lesson01/MyConvMacs.java     an answer in an archive
/// students/attacker           file   a.ipynb  notebook.txt        a file that lies beside handed-in.txt
/// students/attacker           link   lesson01/A.java  @PLACE@/x   a symbolic link in a folder
/// moodle.zip                  zeros  Ada%20L_1_assignsubmission_file/a.java  250   so many mebibytes of zeros
/// students/attacker/work.zip  many   lesson01/a  20000            so many empty files
/// students/attacker/work.zip  dated  lesson01/A.java  2020-01-01T00:00:00Z   an answer that says it is so old
/// ```
final class HandedIn {
    private final Path folder;
    private final Attack attack;
    private final Place place;
    private final Map<Path, ZipOutputStream> archives = new LinkedHashMap<>();

    private HandedIn(Path folder, Attack attack, Place place) {
        this.folder = folder;
        this.attack = attack;
        this.place = place;
    }

    /// Makes the files, and returns what a teacher gives to the grader.
    ///
    /// @param folder an empty one
    static Path make(Attack attack, Path folder, Place place) throws IOException {
        var handedIn = new HandedIn(folder, attack, place);
        Path source = folder;
        for (String line : place.filledIn(Files.readString(attack.folder().resolve("handed-in.txt"))).lines().toList()) {
            if (line.isBlank()) continue;
            String[] words = line.split("\\s+");
            source = folder.resolve(words[0].split("/")[0]);
            handedIn.add(words[0], words[1], words[2].replace("%20", " "), words.length > 3 ? words[3] : "");
        }
        for (ZipOutputStream archive : handedIn.archives.values()) archive.close();
        return source;
    }

    private void add(String container, String kind, String name, String argument) throws IOException {
        Path into = folder.resolve(container);
        if (container.endsWith(".zip")) {
            addTo(archive(into), kind, name, argument);
            return;
        }
        Path file = into.resolve(name);
        Files.createDirectories(file.getParent());
        switch (kind) {
            case "text" -> Files.write(file, answer());
            case "file" -> Files.writeString(file, place.filledIn(Files.readString(attack.folder().resolve(argument))));
            case "link" -> Files.createSymbolicLink(file, Path.of(argument));
            case "dated" -> Files.setLastModifiedTime(Files.write(file, answer()), FileTime.from(Instant.parse(argument)));
            default -> throw new IllegalArgumentException("handed-in.txt: a folder has no " + kind);
        }
    }

    private ZipOutputStream archive(Path file) throws IOException {
        ZipOutputStream archive = archives.get(file);
        if (archive == null) {
            Files.createDirectories(file.getParent());
            archive = new ZipOutputStream(Files.newOutputStream(file));
            archives.put(file, archive);
        }
        return archive;
    }

    private static void addTo(ZipOutputStream archive, String kind, String name, String argument) throws IOException {
        switch (kind) {
            case "text" -> entry(archive, name, Instant.parse("2026-11-01T12:00:00Z"), 1, answer());
            case "dated" -> entry(archive, name, Instant.parse(argument), 1, answer());
            case "zeros" -> entry(archive, name, Instant.parse("2026-11-01T12:00:00Z"), Integer.parseInt(argument), new byte[1 << 20]);
            case "many" -> {
                for (int i = 0; i < Integer.parseInt(argument); i++) entry(archive, name + i, Instant.parse("2026-11-01T12:00:00Z"), 1, new byte[0]);
            }
            default -> throw new IllegalArgumentException("handed-in.txt: an archive has no " + kind);
        }
    }

    private static void entry(ZipOutputStream archive, String name, Instant time, int times, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(time));
        archive.putNextEntry(entry);
        OutputStream out = archive;
        for (int i = 0; i < times; i++) out.write(bytes);
        archive.closeEntry();
    }

    private static byte[] answer() throws IOException {
        return Files.readAllBytes(Attack.CORPUS.resolve("honest/lesson01/MyConvMacs.java"));
    }

    /// The text of the answer in the files.
    static String answerText() throws IOException {
        return new String(answer(), StandardCharsets.UTF_8);
    }
}
