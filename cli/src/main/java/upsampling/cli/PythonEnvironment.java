package upsampling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import upsampling.grader.run.Sha256;

/// A virtual environment inside the checkout: that of the Jupyter front end, or that of the tests. What goes in is pinned by a lock file with hashes.
final class PythonEnvironment {
    private static final int LEAST_MINOR = 10;
    private static final Pattern COLLECTING = Pattern.compile("^Collecting ([A-Za-z0-9._-]+).*");
    private static final Pattern LOCKED = Pattern.compile("(?m)^([A-Za-z0-9._-]+)==");

    private final Path folder;
    private final Path lock;
    private final String content;

    private PythonEnvironment(Path folder, Path lock, String content) {
        this.folder = folder;
        this.lock = lock;
        this.content = content;
    }

    /// The environment of this checkout; the user's own folder if the checkout is read-only and has none.
    static PythonEnvironment of(Place place) {
        Path lock = place.pythonFiles().resolve("requirements.lock");
        PythonEnvironment inCheckout = new PythonEnvironment(place.root().resolve(".venv"), lock, "JupyterLab");
        return inCheckout.isReady() ? inCheckout : new PythonEnvironment(place.data().resolve(".venv"), lock, "JupyterLab");
    }

    /// The environment of the tests that speak with the kernel from outside: apart from the learner's, which it must not change.
    static PythonEnvironment forTests(Place place) {
        Path lock = place.root().resolve("cli/src/test/python/requirements-test.lock");
        return new PythonEnvironment(place.root().resolve(".course/test-venv"), lock, "the tests' Python packages");
    }

    Path folder() {
        return folder;
    }

    Path python() {
        return folder.resolve(Place.isWindows() ? "Scripts/python.exe" : "bin/python");
    }

    /// Where kernel specs of this environment lie.
    Path kernels() {
        return folder.resolve("share/jupyter/kernels");
    }

    /// Returns whether the environment holds what the lock file asks for. The stamp is written last, so a broken installation is none.
    boolean isReady() {
        try {
            return Files.isExecutable(python()) && Files.readString(stamp()).equals(fingerprint());
        } catch (IOException e) {
            return false;
        }
    }

    private Path stamp() {
        return folder.resolve("course.stamp");
    }

    /// Makes the environment unless it is ready.
    ///
    /// @throws Failure when there is no Python or the packages cannot be had
    void install(Progress progress) {
        if (isReady()) return;
        List<String> python = findPython().orElseThrow(() -> Failure.infrastructure(
            "Python 3." + LEAST_MINOR + " or newer is missing: install it (Debian and Ubuntu: apt install python3 python3-venv; macOS: brew install python;"
                + " Windows: winget install Python.Python.3.12)."));
        progress.line("Installing " + content + " into " + folder + " (once, about a minute) ...");
        List<String> make = new ArrayList<>(python);
        make.addAll(List.of("-m", "venv", "--clear", folder.toString()));
        List<String> said = new ArrayList<>();
        if (Children.run(make, lock.getParent(), Map.of(), said::add) != 0) {
            throw Failure.infrastructure("Python cannot make a virtual environment (Debian and Ubuntu: apt install python3-venv): " + last(said));
        }
        int total = locked().size();
        Set<String> seen = new TreeSet<>();
        List<String> pip = List.of(python().toString(), "-m", "pip", "install", "--require-hashes", "--no-input", "--disable-pip-version-check",
            "--only-binary", ":all:", "--progress-bar", "off", "-r", lock.toString());
        int code = Children.run(pip, lock.getParent(), Map.of(), line -> {
            said.add(line);
            Matcher collecting = COLLECTING.matcher(line);
            if (collecting.matches() && seen.add(collecting.group(1))) progress.step(seen.size(), total, "fetching " + collecting.group(1));
            else if (line.startsWith("Installing collected")) progress.step(total, total, "unpacking");
        });
        if (code != 0) throw Failure.infrastructure("the Python packages cannot be had: " + last(said));
        try {
            Files.writeString(stamp(), fingerprint());
        } catch (IOException e) {
            throw Failure.infrastructure("cannot write " + stamp() + ": " + e.getMessage());
        }
        progress.line("Installed " + content + ".");
    }

    /// Returns the names of all packages in the lock file; a machine needs most of them.
    private Set<String> locked() {
        Set<String> names = new TreeSet<>();
        Matcher m = LOCKED.matcher(read(lock));
        while (m.find()) names.add(m.group(1));
        return names;
    }

    private static String last(List<String> lines) {
        return lines.stream().filter(l -> l.contains("ERROR") || l.contains("rror:")).reduce((a, b) -> b)
            .or(() -> lines.stream().filter(l -> !l.isBlank()).reduce((a, b) -> b)).orElse("no message");
    }

    private String fingerprint() {
        return Sha256.hex(read(lock), Sha256.BYTES);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns how to call a Python that is new enough.
    static Optional<List<String>> findPython() {
        List<List<String>> candidates = Place.isWindows()
            ? List.of(List.of("py", "-3"), List.of("python"), List.of("python3"))
            : List.of(List.of("python3"), List.of("python"));
        return candidates.stream().filter(PythonEnvironment::isNewEnough).findFirst();
    }

    private static boolean isNewEnough(List<String> python) {
        List<String> command = new ArrayList<>(python);
        command.addAll(List.of("-c", "import sys; raise SystemExit(sys.version_info < (3, " + LEAST_MINOR + "))"));
        try {
            return Children.run(command, Path.of("."), Map.of(), line -> { }) == 0;
        } catch (Failure e) {
            return false;
        }
    }
}
