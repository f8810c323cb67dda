package upsampling.kernel.spec;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// How a Jupyter front end starts the kernel: the content of `kernel.json`, and its installation into a folder of kernels.
///
/// All paths in it are absolute: `java` on the PATH is another one on many machines, and not every front end knows the folder of the
/// file. The kernel starts with `-jar`, so that the manifest gives class path and agent (`-javaagent` would switch the AOT cache off).
///
/// @param java the `java` program of a JDK 25
/// @param jar the kernel's jar, with its libraries in `jars/` beside it
/// @param displayName what the front end's menu says
/// @param moreFlags flags for the JVM after the standard ones, such as an AOT cache
public record KernelSpec(Path java, Path jar, String displayName, List<String> moreFlags) {
    /// The kernel's name, which lessons have as `kernelspec`: they also open under IJava and JJava, which use the same.
    public static final String NAME = "java";

    /// What every kernel's JVM is started with. Assertions fail as they should, memory is bounded since a workshop's machine runs many,
    /// the vector module and native access are needed by the fast backends. The rest is for the first seconds, in which javac starts cold: a young
    /// generation that holds all that the start allocates, so that no collection interrupts the first cell, and ten times the JVM's thresholds
    /// for its optimizing compiler, which would otherwise spend more of two cores on javac's methods than javac itself. A learner's hot loop
    /// passes these thresholds within milliseconds.
    public static final List<String> FLAGS = List.of("-ea", "-Xms512m", "-Xmx2g", "-XX:NewSize=256m", "-XX:+UseSerialGC",
            "-XX:Tier4InvocationThreshold=50000", "-XX:Tier4MinInvocationThreshold=6000", "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000", "-Djava.awt.headless=true", "--add-modules", "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED");

    private static final String FILE = "kernel.json";
    private static final String MARK = "upsampling";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /// Makes the paths absolute.
    public KernelSpec {
        java = java.toAbsolutePath().normalize();
        jar = jar.toAbsolutePath().normalize();
        moreFlags = List.copyOf(moreFlags);
    }

    /// The standard spec for a JDK and a kernel jar.
    ///
    /// @param javaHome the home of a JDK 25
    /// @param jar the kernel's jar
    public static KernelSpec of(Path javaHome, Path jar) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path java = javaHome.resolve("bin").resolve(windows ? "java.exe" : "java");
        return new KernelSpec(java, jar, "Java 25 (upsampling)", List.of());
    }

    /// The same with another name in the menu.
    public KernelSpec withDisplayName(String newName) {
        return new KernelSpec(java, jar, newName, moreFlags);
    }

    /// The same with more flags for the JVM.
    public KernelSpec withMoreFlags(List<String> flags) {
        return new KernelSpec(java, jar, displayName, flags);
    }

    /// The command that starts the kernel; the front end replaces `{connection_file}`.
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(FLAGS);
        command.addAll(moreFlags);
        command.addAll(List.of("-jar", jar.toString(), "{connection_file}"));
        return command;
    }

    /// The content of `kernel.json`.
    public String json() {
        JsonArray argv = new JsonArray();
        command().forEach(argv::add);
        JsonObject metadata = new JsonObject();
        metadata.addProperty("debugger", false);
        metadata.addProperty(MARK, true);

        JsonObject spec = new JsonObject();
        spec.add("argv", argv);
        spec.addProperty("display_name", displayName);
        spec.addProperty("language", "java");
        spec.addProperty("interrupt_mode", "message"); // a signal would end the JVM
        spec.add("env", new JsonObject());
        spec.add("metadata", metadata);
        return GSON.toJson(spec) + "\n";
    }

    /// Installs the spec, or replaces one of ours. A reader never sees a half-written file.
    ///
    /// @param kernels a folder of kernels, such as `share/jupyter/kernels` of a Python environment; made if missing
    /// @param name the folder's name in it, usually [#NAME]
    /// @param force true: also replaces a kernel that is not ours
    /// @return the file that was written
    /// @throws ForeignKernelException if a kernel of that name is there, is not ours, and `force` is false; nothing was changed
    /// @throws IllegalArgumentException unless the name consists of the characters that Jupyter allows, a-z A-Z 0-9 . _ -
    /// @throws IOException if the folder cannot be written
    public Path install(Path kernels, String name, boolean force) throws IOException {
        if (!name.matches("[A-Za-z0-9._-]+") || name.matches("\\.+")) {
            throw new IllegalArgumentException("KernelSpec: a kernel's name may have a-z A-Z 0-9 . _ - only, but was \"" + name + "\"");
        }
        Path folder = kernels.resolve(name);
        Path file = folder.resolve(FILE);
        if (Files.exists(folder) && !force && !isOurs(folder)) {
            throw new ForeignKernelException(name, folder);
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, FILE, ".new"); // beside it: a move within a folder is atomic
        try {
            Files.writeString(draft, json());
            readableByAll(draft);
            moveOver(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
        return file;
    }

    /// True if the folder holds a kernel that we installed, or nothing at all.
    public static boolean isOurs(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            try (var content = Files.list(folder)) {
                return content.findAny().isEmpty();
            }
        }
        try {
            JsonElement spec = JsonParser.parseString(Files.readString(file));
            JsonElement metadata = spec.isJsonObject() ? spec.getAsJsonObject().get("metadata") : null;
            return metadata != null && metadata.isJsonObject() && metadata.getAsJsonObject().has(MARK);
        } catch (JsonParseException _) {
            return false;
        }
    }

    /// Temporary files are private; a kernel of a shared environment is for everybody.
    private static void readableByAll(Path file) {
        file.toFile().setReadable(true, false);
    }

    private static void moveOver(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
