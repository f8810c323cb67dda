package upsampling.cli.release;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tests run in the folder of their module and name the course's other files from there, as `"../docs/homework.md"`. One that names what students do not get would fail for them.
final class TestPaths {
    private static final Pattern NAMED = Pattern.compile("\"\\.\\./([\\w./-]+)\"");

    private TestPaths() { }

    /// @param kept what students get
    /// @param course all files of the teacher's course
    /// @throws Refused if a test that students get names a file or folder that they do not get
    static void check(List<Released> kept, List<Released> course) {
        Set<String> leftOut = Released.places(course);
        leftOut.removeAll(Released.places(kept));
        for (Released file : kept) {
            if (!file.path().matches("[^/]+/src/test/java/.*\\.java")) continue;
            for (Matcher named = NAMED.matcher(file.text()); named.find();) {
                String path = Path.of(named.group(1)).normalize().toString();
                if (leftOut.contains(path)) {
                    throw new Refused(file.path() + " reads ../" + path + ", which is left out, so the test would fail for students; leave it out, too");
                }
            }
        }
    }}
