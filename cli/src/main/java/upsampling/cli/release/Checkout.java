package upsampling.cli.release;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The files of the teacher's course: those that git tracks.
///
/// @param commit the commit they are, or empty where there is no git
/// @param changed files that differ from the commit, as `git status` names them
/// @param untracked files that git neither tracks nor ignores; they are in no release
/// @param files sorted by path
public record Checkout(String commit, List<String> changed, List<String> untracked, List<Released> files) {
    private static final int EXECUTABLE = 0100;

    /// Reads a checkout.
    ///
    /// @param allowDirty whether files may differ from the commit, or be in no git at all
    /// @throws Refused if they do and may not, or git tracks something that is no plain file
    public static Checkout read(Path root, boolean allowDirty) {
        try {
            Output tracked = git(root, "ls-files", "--stage", "-z");
            if (tracked.code != 0) {
                if (allowDirty) return new Checkout("", List.of(), List.of(), withoutGit(root));
                throw new Refused("a release is made of what git tracks, and " + root + " is no git checkout that git can read (" + tracked.error()
                    + "). Make it in a clone of the course, or with --allow-dirty of the files as they lie here");
            }
            List<String> changed = new ArrayList<>();
            List<String> untracked = new ArrayList<>();
            for (String line : git(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all").entries()) {
                (line.startsWith("??") ? untracked : changed).add(line.substring(3));
            }
            if (!changed.isEmpty() && !allowDirty) {
                throw new Refused("a release is the files of a commit, and here " + count(changed) + " from the last one: " + some(changed)
                    + ". Commit them, or put them aside with git stash, or take them as they are with --allow-dirty");
            }
            Output commit = git(root, "rev-parse", "HEAD");
            return new Checkout(commit.code == 0 ? commit.text.strip() : "", changed, untracked, files(root, tracked.entries()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String count(List<String> changed) {
        return changed.size() == 1 ? "one file differs" : changed.size() + " files differ";
    }

    /// Returns the first names of a list, and how many there are more.
    public static String some(List<String> names) {
        int shown = 5;
        return String.join(", ", names.subList(0, Math.min(shown, names.size()))) + (names.size() > shown ? " and " + (names.size() - shown) + " more" : "");
    }

    /// A line of `git ls-files --stage`: mode, hash and stage, a tab, the path.
    private static List<Released> files(Path root, List<String> entries) throws IOException {
        List<Released> files = new ArrayList<>();
        for (String entry : entries) {
            String path = entry.substring(entry.indexOf('\t') + 1);
            String mode = entry.substring(0, entry.indexOf(' '));
            if (!mode.startsWith("100")) throw new Refused(path + " is a link or a module of git (mode " + mode + "), which a release cannot hold; put a plain file in its place");
            Path file = root.resolve(path);
            if (Files.isRegularFile(file)) files.add(released(path, (Integer.parseInt(mode, 8) & EXECUTABLE) != 0, file)); // deleted, with --allow-dirty: left out
        }
        return sorted(files);
    }

    /// Everything but what `.gitignore` names; its lines are names and patterns of names, with `/` behind those of folders.
    private static List<Released> withoutGit(Path root) throws IOException {
        List<PathMatcher> ignored = new ArrayList<>();
        Path list = root.resolve(".gitignore");
        Stream<String> lines = Files.exists(list) ? Files.readAllLines(list).stream() : Stream.empty();
        Stream.concat(Stream.of(".git"), lines).map(line -> line.strip().replaceFirst("^/", "").replaceFirst("/$", "")).filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .forEach(line -> ignored.add(FileSystems.getDefault().getPathMatcher("glob:" + line)));
        List<Released> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            private boolean isIgnored(Path path) {
                return ignored.stream().anyMatch(pattern -> pattern.matches(path.getFileName()));
            }

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return !folder.equals(root) && isIgnored(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = root.relativize(file).toString().replace(File.separatorChar, '/');
                if (attributes.isRegularFile() && !isIgnored(file)) files.add(released(path, Files.isExecutable(file), file));
                return FileVisitResult.CONTINUE;
            }
        });
        return sorted(files);
    }

    /// Texts have the line ends that `.gitattributes` asks for, also where git was told to change them on checkout: else the bytes would depend on the machine.
    private static Released released(String path, boolean executable, Path file) throws IOException {
        var read = new Released(path, executable, Files.readAllBytes(file));
        if (!read.isText() || path.endsWith(".cmd") || !read.text().contains("\r\n")) return read;
        return read.withText(read.text().replace("\r\n", "\n"));
    }

    private static List<Released> sorted(List<Released> files) {
        return files.stream().sorted(Comparator.comparing(Released::path)).toList();
    }

    private record Output(int code, String text) {
        List<String> entries() {
            return Stream.of(text.split("\0")).filter(entry -> !entry.isEmpty()).toList();
        }

        String error() {
            return text.lines().findFirst().orElse("git ended with code " + code);
        }
    }

    /// Runs git; where there is none, or it fails, the code says so and the text why.
    private static Output git(Path root, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        Process process;
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_")); // set in a hook of git, they name another checkout
            process = builder.start();
        } catch (IOException missing) {
            return new Output(127, "git is not installed");
        }
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Output(process.waitFor(), text);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return new Output(130, "interrupted");
        }
    }
}
