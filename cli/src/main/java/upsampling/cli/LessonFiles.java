package upsampling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The lessons of a folder: `01-pooling.ipynb` is lesson 1, `pooling`.
final class LessonFiles {
    private static final Pattern NAME = Pattern.compile("(\\d\\d)-([a-z0-9-]+)\\.ipynb");

    /// One lesson's notebook.
    record Lesson(int number, String name, Path file) {
        @Override
        public String toString() {
            return "%02d-%s".formatted(number, name);
        }

        /// Returns where the picture for lists of lessons lies, as seen from the folder `docs`.
        Path cover() {
            return Path.of("images", "lessons", this + ".png");
        }
    }

    private LessonFiles() { }

    /// Returns all lessons of a folder by number.
    static List<Lesson> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(LessonFiles::parse).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Lesson> parse(Path file) {
        Matcher m = NAME.matcher(file.getFileName().toString());
        return m.matches() ? Optional.of(new Lesson(Integer.parseInt(m.group(1)), m.group(2), file)) : Optional.empty();
    }

    /// Returns the lessons that the arguments name, by number, by name or by file; all of them when there is no argument.
    ///
    /// @throws Failure if an argument names no lesson
    static List<Lesson> choose(Path folder, List<String> arguments) {
        List<Lesson> all = in(folder);
        if (arguments == null || arguments.isEmpty()) return all;
        List<Lesson> chosen = new ArrayList<>();
        for (String argument : arguments) {
            Path file = Path.of(argument);
            if (argument.endsWith(".ipynb") && Files.exists(file)) {
                chosen.add(parse(file).orElse(new Lesson(0, argument.substring(0, argument.length() - ".ipynb".length()), file)));
                continue;
            }
            chosen.add(all.stream().filter(l -> isNamed(l, argument)).findFirst()
                .orElseThrow(() -> Failure.usage("there is no lesson \"" + argument + "\"; there are " + names(all))));
        }
        return chosen;
    }

    private static boolean isNamed(Lesson lesson, String argument) {
        return argument.equals(lesson.name()) || argument.equals(lesson.toString()) || argument.equals(lesson + ".ipynb")
            || argument.matches("\\d{1,2}") && Integer.parseInt(argument) == lesson.number();
    }

    private static String names(List<Lesson> lessons) {
        return String.join(", ", lessons.stream().map(l -> l.number() + " (" + l.name() + ")").toList());
    }
}
