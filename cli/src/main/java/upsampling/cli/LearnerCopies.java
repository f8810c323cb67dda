package upsampling.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import upsampling.grader.run.Sha256;
import upsampling.kernel.notebook.InvalidNotebook;
import upsampling.kernel.notebook.Notebook;

/// The learner's copies of the lessons. They are made once and then belong to the learner: an update of the course never touches them. What lessons link
/// to lies beside them, see {@link LinkedPages}.
final class LearnerCopies {
    private final Place place;
    private final Path record;

    LearnerCopies(Place place) {
        this.place = place;
        this.record = place.state().resolve("lessons.properties"); // file name = fingerprint of the lesson it was copied from
    }

    /// What happened to the copies: those just made, and those of which the course has a newer version.
    record Result(List<Path> made, List<Path> outdated) { }

    /// Copies each lesson that the learner has not got yet, and the pages that lessons link to.
    Result refresh() {
        Path folder = Place.make(place.work().resolve("notebooks"));
        Place.make(place.state());
        Properties origins = load();
        List<Path> made = new ArrayList<>();
        List<Path> outdated = new ArrayList<>();
        for (LessonFiles.Lesson lesson : LessonFiles.in(place.notebooks())) {
            String name = lesson.file().getFileName().toString();
            Path copy = folder.resolve(name);
            String now = fingerprint(lesson.file());
            if (!Files.exists(copy)) {
                copy(lesson.file(), copy);
                origins.setProperty(name, now);
                made.add(copy);
            } else if (!now.equals(origins.getProperty(name))) {
                outdated.add(copy);
            }
        }
        if (!made.isEmpty()) store(origins);
        LinkedPages.refresh(place);
        return new Result(made, outdated);
    }

    /// Copies a lesson without the outputs that would answer its own questions. The copy is there whole or not at all.
    private static void copy(Path from, Path to) {
        try {
            Notebook lesson = Notebook.read(from);
            lesson.hideAnswers();
            lesson.writeTo(to);
        } catch (InvalidNotebook | UncheckedIOException e) {
            throw Failure.infrastructure("cannot copy " + from.getFileName() + " to " + to.getParent() + ": " + e.getMessage());
        }
    }

    private Properties load() {
        Properties origins = new Properties();
        if (!Files.exists(record)) return origins;
        try (var in = Files.newBufferedReader(record)) {
            origins.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return origins;
    }

    private void store(Properties origins) {
        StringWriter text = new StringWriter();
        try {
            origins.store(text, "Which version of each lesson the learner's copy was made from");
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        Place.write(record, text.toString());
    }

    private static String fingerprint(Path file) {
        try {
            return HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
