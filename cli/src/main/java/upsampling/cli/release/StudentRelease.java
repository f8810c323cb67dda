package upsampling.cli.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import upsampling.cli.release.LeakCheck.Leak;
import upsampling.grader.run.Sha256;

/// A students' copy, made and looked through.
///
/// @param files sorted by path
/// @param leaks every run of a solution in them, with or without an excuse
/// @param checked how many files were read for that
/// @param windows how many runs of {@link LeakCheck#RUN} tokens were looked for
public record StudentRelease(List<Released> files, List<Leak> leaks, int checked, int windows) {
    /// The folder at the top of the zip.
    public static final String FOLDER = "course-student";
    /// What changes with every release, by which the launcher knows that another one lies here than it has built.
    static final String MARK = ".release";
    private static final String SOLUTIONS = "solutions/src/main/java/";

    /// Hears how many files are checked, of how many, and which is next.
    public interface Steps {
        void step(int done, int total, String file);
    }

    /// Makes a release of a checkout. Nothing is written.
    ///
    /// @param leftOut see {@link StudentTree#of}
    /// @throws Refused if the checkout has no solutions, or the files do not fit together
    public static StudentRelease of(Checkout checkout, List<String> leftOut, Steps steps) {
        List<Released> solutions = checkout.files().stream().filter(file -> file.path().startsWith(SOLUTIONS) && file.path().endsWith(".java"))
            .sorted(Comparator.comparing((Released file) -> file.path().contains("/wrong/")).thenComparing(Released::path)).toList(); // a reference is named before a wrong answer
        if (solutions.isEmpty()) throw new Refused("there is nothing in " + SOLUTIONS + " to keep from students, so this is no teacher's course");
        List<Released> files = new ArrayList<>(StudentTree.of(checkout.files(), leftOut));
        var check = new LeakCheck(solutions);
        List<Released> checked = files.stream().filter(file -> !file.path().startsWith("lib/")).toList(); // lib has the operators by design
        List<Leak> leaks = new ArrayList<>();
        for (int i = 0; i < checked.size(); i++) {
            steps.step(i, checked.size(), checked.get(i).path());
            leaks.addAll(check.leaks(checked.get(i)));
        }
        files.add(mark(files));
        files.sort(Comparator.comparing(Released::path));
        return new StudentRelease(List.copyOf(files), List.copyOf(leaks), checked.size(), check.size());
    }

    private static Released mark(List<Released> files) {
        MessageDigest digest = Sha256.start();
        for (Released file : files) {
            digest.update(file.path().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(Sha256.of(file.content()));
        }
        return new Released(MARK, false, new byte[0]).withText(HexFormat.of().formatHex(digest.digest()) + "\n");
    }

    /// Returns the bytes of the zip: the same for the same files.
    public byte[] zip() {
        return Zip.of(FOLDER, files);
    }
}
