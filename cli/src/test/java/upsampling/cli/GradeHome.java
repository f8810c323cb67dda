package upsampling.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A folder of the course as a cluster has it, built from what this build has compiled: the launcher `./course`, the program behind it, the starters, and a batch.
///
/// @param path of the folder
record GradeHome(Path path) {
    private static final String MACS = """
        package answers.lesson01;
        public class MyConvMacs implements upsampling.tasks.Pooling {
            @Override
            public long convMacs(int oh, int ow, int in, int out, upsampling.tensor.Window k) { return %s; } // student %d
        }
        """;

    /// Lays it out.
    ///
    /// @param count of submissions, each fourth of which is wrong
    static GradeHome create(Path path, int count) throws IOException {
        path.toFile().setExecutable(true, false); // another user runs the answers
        copy(Path.of("../exercises/starters"), path.resolve("exercises/starters"));
        Files.copy(Path.of("../course"), path.resolve("course"));
        Files.setPosixFilePermissions(path.resolve("course"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(path.resolve("pom.xml"), "<project/>");
        Path app = Files.createDirectories(path.resolve(".course/app"));
        writeJar(app.resolve("course.jar"));
        Files.writeString(app.resolve("stamp"), "");
        Files.setLastModifiedTime(app.resolve("stamp"), FileTime.from(Instant.now().plusSeconds(60))); // so nothing is built
        for (int i = 0; i < count; i++) {
            Path folder = Files.createDirectories(path.resolve("submissions/student%02d/lesson01".formatted(i)));
            Files.writeString(folder.resolve("MyConvMacs.java"), i % 4 == 0 ? MACS.formatted("1", i) : rightAnswer(i));
        }
        return new GradeHome(path);
    }

    /// Returns the file of a student who is right.
    static String rightAnswer(int student) {
        return MACS.formatted("(long) oh * ow * in * out * k.kernel() * k.kernel()", student);
    }

    /// Copies a folder with all that is in it.
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else Files.copy(file, copy);
            }
        }
    }

    /// A jar without classes, which names those of this test.
    private static void writeJar(Path file) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Course.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH,
            Stream.of(classPath.split(File.pathSeparator)).map(entry -> Path.of(entry).toUri().toString()).collect(Collectors.joining(" ")));
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        }
    }

    /// Returns all reports in a folder of results by name, without what differs from run to run.
    static Map<String, String> reports(Path out) throws IOException {
        Map<String, String> reports = new TreeMap<>();
        reports.put("grades.csv", Files.readString(out.resolve("grades.csv")));
        for (String folder : new String[] {"results", "feedback"}) {
            try (Stream<Path> files = Files.list(out.resolve(folder))) {
                for (Path file : files.toList()) reports.put(folder + "/" + file.getFileName(), withoutTiming(file));
            }
        }
        return reports;
    }

    private static String withoutTiming(Path file) throws IOException {
        String text = Files.readString(file);
        if (!file.toString().endsWith(".json")) return text;
        JsonObject document = JsonParser.parseString(text).getAsJsonObject();
        if (document.remove("timing") == null) throw new AssertionError(file + " has no timing");
        return document.toString();
    }
}
