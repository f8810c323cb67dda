package upsampling.cli.release;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Makes the files of a students' copy of those of the course: some are left out, and what named them is changed.
public final class StudentTree {
    /// Commands that are not for students, as patterns; pages for students do not name them.
    static final List<String> TEACHERS = List.of("solution", "hunt", "release", "grade(?! --self)");
    private static final String NOTE = """

        *This is the students' copy of the course: without solutions, hidden tests and black boxes. Your answers lie in `work/answers`, which git tracks here.*
        """;
    private static final String ANSWERS = """
        # Your answers

        `./course start 1` puts the starters of lesson 1 here, and `./course check 1` grades them. git tracks this folder, and nothing else in `work`.
        """;

    private StudentTree() { }

    /// Returns the files of a release, sorted by path.
    ///
    /// @param course all files of the teacher's course
    /// @param leftOut what does not go in: lines with a pattern of paths, a bar and the reason
    /// @throws Refused if a line has no reason or fits no file, or the files would not fit together
    public static List<Released> of(List<Released> course, List<String> leftOut) {
        List<Released> kept = kept(course, leftOut);
        TestPaths.check(kept, course);
        Set<String> modules = folders(course, "pom.xml");
        modules.removeAll(folders(kept, "pom.xml"));
        Set<String> folders = folders(course, "");
        folders.removeAll(folders(kept, ""));
        var pages = new Pages(TEACHERS, folders);
        List<Released> release = new ArrayList<>();
        for (Released file : kept) release.add(changed(file, modules, pages));
        release.add(new Released("work/answers/README.md", false, new byte[0]).withText(ANSWERS));
        release.sort(Comparator.comparing(Released::path));
        Poms.check(release);
        Links.check(release);
        return List.copyOf(release);
    }

    private static List<Released> kept(List<Released> course, List<String> leftOut) {
        List<Released> kept = new ArrayList<>(course);
        for (String line : leftOut) {
            int bar = line.indexOf('|');
            if (bar < 0 || line.substring(bar + 1).isBlank()) throw new Refused("what is left out needs a reason behind a bar: " + line);
            PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + line.substring(0, bar).strip());
            if (!kept.removeIf(file -> pattern.matches(Path.of(file.path())))) throw new Refused("what is left out fits no file, or none that is still there: " + line);
        }
        return kept;
    }

    /// Returns the folders at the top that have a file of this name, or any file.
    private static Set<String> folders(List<Released> files, String name) {
        Set<String> folders = new TreeSet<>();
        for (Released file : files) {
            int slash = file.path().indexOf('/');
            if (slash > 0 && (name.isEmpty() || file.path().substring(slash + 1).equals(name))) folders.add(file.path().substring(0, slash));
        }
        return folders;
    }

    private static Released changed(Released file, Set<String> modules, Pages pages) {
        String path = file.path();
        if (path.equals(".gitignore")) return file.withText(ignoring(file.text()));
        if (path.equals("README.md")) return file.withText(noted(pages.page(path, file.text())));
        if (path.equals("pom.xml") || path.matches("[^/]+/pom\\.xml")) return file.withText(Poms.without(file.text(), modules));
        if (path.endsWith(".md")) return file.withText(pages.page(path, file.text()));
        if (path.endsWith(".ipynb")) return file.withText(pages.notebook(file.text()));
        return file;
    }

    private static String ignoring(String text) {
        String changed = text.replaceFirst("(?m)^work/$", "work/*\n!work/answers/");
        if (changed.equals(text)) throw new Refused(".gitignore has no line \"work/\", so how git is to track work/answers in a release is unknown");
        return changed;
    }

    /// The note stands below the title.
    private static String noted(String text) {
        int end = text.indexOf('\n') + 1;
        return text.substring(0, end) + NOTE + text.substring(end);
    }
}
