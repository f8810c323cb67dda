package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import upsampling.show.Gallery;

/// Every kind of output in a headless Chromium: explorers and steppers by keyboard and pointer, narrow pages, stills without scripts. Screenshots are
/// kept in `.course/screenshots/gallery`. Needs the Python of the tests and a Chromium, which `./course test` finds and names.
class GalleryInBrowserTest {
    private static final int SCENARIOS = 13;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> samplesWorkInABrowser() throws IOException {
        return Needs.orSkip(() -> {
            String chromium = System.getProperty("course.chromium", "");
            assumeTrue(!chromium.isEmpty(), "no Chromium was named with -Dcourse.chromium; ./course test names the one on the PATH"
                + " (Debian and Ubuntu: apt install chromium)");
            Path gallery = folder.resolve("gallery.html");
            Gallery.main(new String[] {gallery.toString()});
            Path screenshots = Path.of("..", ".course", "screenshots", "gallery").toAbsolutePath().normalize();
            JupyterScript script = JupyterScript.run(folder, JupyterScript.testPython(), "gallery_scenarios.py", chromium, gallery.toString(),
                screenshots.toString());
            assertEquals(SCENARIOS, script.outcomes().size(), () -> String.join("\n", script.said()));
            return script.outcomes().stream().map(o -> dynamicTest(o.name(), o::report));
        });
    }
}
