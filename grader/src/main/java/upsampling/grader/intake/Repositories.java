package upsampling.grader.intake;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A text file with one git repository a line: its address or path, and after a blank an id if it is to have one. Lines that begin with `#` are comments.
final class Repositories {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LONGEST = 1 << 22;

    private Repositories() { }

    /// Adds all submissions.
    ///
    /// @param source fetches a repository by its address
    static void read(Path list, Batch batch, Function<String, SubmissionReader.Source> source) throws IOException, IntakeException {
        if (Files.size(list) > LONGEST) throw new IntakeException("grade: " + list + " is no list of repositories: it is larger than 4 MiB");
        String text;
        try {
            text = Files.readString(list);
        } catch (CharacterCodingException e) {
            throw new IntakeException("grade: " + list + " is neither a folder, a zip nor a text in UTF-8 with a git repository a line");
        }
        Set<List<String>> seen = new HashSet<>();
        for (String line : text.replace("\ufeff", "").split("\\R")) {
            String[] words = BLANKS.split(line.strip(), 2);
            if (words[0].isEmpty() || words[0].startsWith("#")) continue;
            String name = words.length > 1 ? words[1] : lastName(words[0]);
            if (seen.add(List.of(words[0], name))) batch.add(words[0] + " " + name, name, source.apply(words[0]));
        }
    }

    /// Returns `homework` for `https://host/team/homework.git`.
    private static String lastName(String address) {
        String path = address.replaceAll("[/\\\\]+$", "").replaceAll("\\.git$", "").replaceAll("[/\\\\]+$", "");
        return path.substring(Math.max(path.lastIndexOf('/'), Math.max(path.lastIndexOf('\\'), path.lastIndexOf(':'))) + 1);
    }
}
