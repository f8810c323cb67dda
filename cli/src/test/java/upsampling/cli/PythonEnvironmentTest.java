package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonEnvironmentTest {
    private static final String LOCK = "jupyterlab==4.6.6 --hash=sha256:00\n";

    @TempDir
    private Path root;
    private Place place;

    @BeforeEach
    void aCheckoutWithALockFile() throws IOException {
        place = new Place(root, root);
        Files.createDirectories(place.pythonFiles());
        Files.writeString(place.pythonFiles().resolve("requirements.lock"), LOCK);
    }

    private void install(String fingerprint) throws IOException {
        Path python = PythonEnvironment.of(place).python();
        Files.createDirectories(python.getParent());
        Files.writeString(python, "");
        assertTrue(python.toFile().setExecutable(true));
        if (fingerprint != null) Files.writeString(root.resolve(".venv/course.stamp"), fingerprint);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void itIsReadyOnlyWithTheStampOfThisLockFile() throws Exception {
        assertFalse(PythonEnvironment.of(place).isReady(), "nothing is there");
        install(null);
        assertFalse(PythonEnvironment.of(place).isReady(), "an installation that was broken off has no stamp");
        install(sha256("another lock"));
        assertFalse(PythonEnvironment.of(place).isReady(), "the lock has changed since");
        install(sha256(LOCK));
        assertTrue(PythonEnvironment.of(place).isReady());
    }

    @Test
    void aReadOnlyCheckoutUsesItsOwnEnvironmentIfItIsReadyElseTheUsers() throws Exception {
        Place readOnly = new Place(root, root.resolve("user"));
        assertEquals(root.resolve("user/.venv"), PythonEnvironment.of(readOnly).folder());
        install(sha256(LOCK));
        assertEquals(root.resolve(".venv"), PythonEnvironment.of(readOnly).folder());
    }

    /// The locks that are shipped: every package with hashes, no addresses.
    @ParameterizedTest
    @ValueSource(strings = {"src/main/python/requirements", "src/test/python/requirements-test"})
    void theLockFileIsCompleteAndNamesNoAddress(String name) throws IOException {
        String lock = Files.readString(Path.of(name + ".lock"));
        assertFalse(lock.contains("://"), "an address");
        Matcher packages = Pattern.compile("(?m)^([a-z0-9-]+)==.*((?:\\n {4}--hash=sha256:[0-9a-f]{64}.*)+)").matcher(lock);
        int count = 0;
        while (packages.find()) count++;
        assertEquals(Pattern.compile("(?m)^[a-z0-9-]+==").matcher(lock).results().count(), count, "packages with hashes");
        for (String pin : Files.readAllLines(Path.of(name + ".in"))) {
            if (pin.contains("==") && !pin.startsWith("#")) assertTrue(lock.contains(pin), pin + " is not what the lock holds");
        }
    }

    @Test
    void theLockOfTheCourseHasWhatWindowsAndMacOsNeed() throws IOException {
        String lock = Files.readString(Path.of("src/main/python/requirements.lock"));
        assertTrue(lock.contains("sys_platform == 'win32'") && lock.contains("sys_platform == 'darwin'"), "markers for Windows and macOS");
    }

    @Test
    void theTestsHaveAnEnvironmentOfTheirOwn() {
        assertEquals(root.resolve(".course/test-venv"), PythonEnvironment.forTests(place).folder());
    }
}
