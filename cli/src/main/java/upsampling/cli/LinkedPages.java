package upsampling.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import upsampling.kernel.notebook.InvalidNotebook;
import upsampling.kernel.notebook.Notebook;

/// The pages of the course that lessons link to, such as the README with the list of all lessons, or the glossary. A learner's copy of a lesson lies elsewhere than the
/// lesson, so `../README.md` would lead nowhere; therefore the pages are copied too, to the same place beside the copies.
///
/// Unlike the copies of lessons they stay the course's: whenever the lessons are opened they are made anew.
final class LinkedPages {
    // the target of [words](target) and ![words](target "title"), without what stands behind # in it
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]+)(?:#[^)\\s]*)?(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");
    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");

    private LinkedPages() { }

    /// Copies all pages that can be reached from a lesson by relative links.
    ///
    /// @throws Failure if one cannot be copied
    static void refresh(Place place) {
        for (Path page : reachable(place)) {
            Path copy = place.work().resolve(page);
            Place.make(copy.getParent());
            try {
                Files.copy(place.root().resolve(page), copy, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw Failure.infrastructure("cannot copy " + page + " to " + copy + ": " + e.getMessage());
            }
        }
    }

    /// Returns the pages and pictures, relative to the checkout; without lessons, which the learner has copies of.
    private static Set<Path> reachable(Place place) {
        Path root = place.root().toAbsolutePath().normalize();
        Set<Path> lessons = LessonFiles.in(place.notebooks()).stream().map(lesson -> lesson.file().toAbsolutePath().normalize()).collect(Collectors.toSet());
        Deque<Path> open = new ArrayDeque<>(lessons);
        Set<Path> found = new TreeSet<>();
        while (!open.isEmpty()) {
            Path from = open.remove();
            for (String target : targets(from)) {
                Path to = from.resolveSibling(target).normalize();
                boolean isPage = to.startsWith(root) && !lessons.contains(to) && Files.isRegularFile(to);
                if (isPage && found.add(root.relativize(to))) open.add(to);
            }
        }
        return found;
    }

    /// Returns the relative links of a lesson or a Markdown page, as they are written; none of any other file. Code is not looked at.
    ///
    /// @throws Failure if the file cannot be read
    static List<String> targets(Path file) {
        List<String> targets = new ArrayList<>();
        Matcher link = LINK.matcher(CODE.matcher(text(file)).replaceAll(""));
        while (link.find()) {
            if (!ADDRESS.matcher(link.group(1)).matches()) targets.add(link.group(1));
        }
        return targets;
    }

    private static String text(Path file) {
        String name = file.getFileName().toString();
        try {
            if (name.endsWith(".md")) return Files.readString(file);
            if (!name.endsWith(".ipynb")) return "";
            StringBuilder text = new StringBuilder();
            for (Notebook.Cell cell : Notebook.read(file).cells()) {
                if (!cell.isCode()) text.append(cell.source()).append("\n\n");
            }
            return text.toString();
        } catch (IOException | InvalidNotebook e) {
            throw Failure.infrastructure("cannot read " + file + ": " + e.getMessage());
        }
    }
}
