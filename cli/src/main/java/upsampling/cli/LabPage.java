package upsampling.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import upsampling.cli.LearnerProgress.LessonProgress;
import upsampling.grader.Learner;
import upsampling.lesson.FileState;

/// The page that JupyterLab opens with. Left alone it shows a launcher, on which no lesson is to be seen.
final class LabPage {
    private static final String ADDRESS = "/lab/tree/";
    private static final String NOTEBOOK = "notebook:";
    private static final String LESSONS = "notebooks";

    private LabPage() { }

    /// Returns the folder in which JupyterLab keeps what is open: one for each course, else the tabs of another folder would come back in this one.
    static Path workspaces(Place place) {
        return place.state().resolve("lab-workspaces");
    }

    /// Returns the address of the notebook that was in front when Lab was left; the first time, or if it was none, of the first lesson that was not yet run
    /// to its end, and when all were, of their folder.
    static String of(Place place) {
        return ADDRESS + leftOff(place).or(() -> nextLesson(place)).map(LabPage::encoded).orElse(LESSONS);
    }

    private static Optional<String> leftOff(Place place) {
        return newest(workspaces(place)).flatMap(LabPage::inFront).filter(path -> Files.isRegularFile(place.work().resolve(path)));
    }

    private static Optional<Path> newest(Path folder) {
        if (!Files.isDirectory(folder)) return Optional.empty();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".jupyterlab-workspace")).toList();
            return all.stream().max(Comparator.comparing(file -> file.toFile().lastModified()));
        } catch (IOException e) {
            return Optional.empty(); // what was open is a convenience
        }
    }

    /// Returns the notebook in front, relative to the server's folder. The file is Lab's own: whatever has another form than expected says nothing.
    private static Optional<String> inFront(Path workspace) {
        try {
            JsonElement found = JsonParser.parseString(Files.readString(workspace));
            for (String name : List.of("data", "layout-restorer:data", "main", "current")) {
                if (!(found instanceof JsonObject object) || !object.has(name)) return Optional.empty();
                found = object.get(name);
            }
            if (!found.isJsonPrimitive() || !found.getAsString().startsWith(NOTEBOOK)) return Optional.empty();
            return Optional.of(found.getAsString().substring(NOTEBOOK.length()));
        } catch (IOException | JsonParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> nextLesson(Place place) {
        Path copies = place.work().resolve(LESSONS);
        return LearnerProgress.of(place, new Learner(FileState.in(place.state()))).lessons().stream().filter(lesson -> !lesson.ran()).map(LessonProgress::lesson)
            .map(lesson -> lesson.file().getFileName().toString()).filter(name -> Files.exists(copies.resolve(name))).map(name -> LESSONS + "/" + name).findFirst();
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            return LESSONS;
        }
    }
}
