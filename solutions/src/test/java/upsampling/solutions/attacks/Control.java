package upsampling.solutions.attacks;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import upsampling.grader.intake.SourceFile;

/// Runs an attack on the {@link Naive} grader, in a virtual machine of its own so that only that one falls, and reads the grade like those who believe what it says.
final class Control {
    /// What takes longer hangs. Others get more time: this machine may be busy.
    private static final long HANG_SECONDS = 10;
    private static final long LIMIT_SECONDS = 60;
    private static final Pattern GRADE = Pattern.compile("Grade :=>> ([0-9.]+)|\"score\": *([0-9.]+)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    private final Path folder;

    /// @param folder an empty one
    Control(Path folder) {
        this.folder = folder;
    }

    /// Returns what became of the attack.
    Seen run(Attack attack, Place place) throws IOException, InterruptedException {
        if (attack.isHandedInAsFiles()) {
            Path source = HandedIn.make(attack, folder.resolve(attack.name()), place);
            return attack.isOnIntake() ? NaiveIntake.read(source, place) : NaiveNotebook.read(source);
        }
        Path mine = Files.createDirectories(folder.resolve(attack.name()));
        String starter = starter(attack.task());
        String attacker = compile(attack.files(place), mine.resolve("attack"), starter);
        compile(Attack.honest(attack.lesson(), 0), mine.resolve("honest"), starter);
        double most = most(attack.task());
        Path printed = mine.resolve("printed.txt");
        Files.createDirectories(place.folder().resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-ea", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:MaxDirectMemorySize=1g", "-Djdk.attach.allowAttachSelf=true", "-Djava.io.tmpdir=" + place.folder().resolve("tmp"),
            "-cp", mine.resolve("attack/classes") + File.pathSeparator + System.getProperty("java.class.path"), Naive.class.getName(),
            attack.task(), attack.tests().name(), place.folder().toString()));
        command.addAll(List.of("attacker", mine.resolve("attack").toString(), attacker, ""));
        command.addAll(List.of("honest", mine.resolve("honest").toString(), "answers.lesson%02d.%s".formatted(attack.lesson(), starter), mine.resolve("honest/classes").toString()));
        Process process = new ProcessBuilder(command).directory(place.folder().toFile()).redirectErrorStream(true).redirectOutput(printed.toFile()).start();
        boolean ended = process.waitFor(attack.effect() == Effect.HANG ? HANG_SECONDS : LIMIT_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            List<ProcessHandle> tree = process.descendants().toList();
            process.destroyForcibly().waitFor();
            tree.forEach(ProcessHandle::destroyForcibly);
        }
        String text = Files.readString(printed, java.nio.charset.StandardCharsets.ISO_8859_1);
        JsonObject grades = grades(place);
        double points = Math.max(said(text), points(grades, "attacker"));
        if (ended && process.exitValue() == 0) points = most;
        boolean othersKept = attack.tests() == Naive.Tests.SLOPPY || attack.tests() == Naive.Tests.READER || points(grades, "honest") == most;
        return new Seen(points, text, "<pre>" + text + "</pre>", text, attack.student(place) + "," + points + "\n", ended, othersKept, text.contains("Tries differ :=>> attacker"), null, "");
    }

    private static double said(String text) {
        Matcher grade = GRADE.matcher(text); // the first one counts
        return grade.find() ? Double.parseDouble(grade.group(1) == null ? grade.group(2) : grade.group(1)) : 0;
    }

    private static JsonObject grades(Place place) throws IOException {
        Path file = place.folder().resolve(Place.GRADES);
        try {
            return Files.exists(file) ? JsonParser.parseString(Files.readString(file)).getAsJsonObject() : new JsonObject();
        } catch (JsonParseException | IllegalStateException broken) {
            return new JsonObject();
        }
    }

    private static double points(JsonObject grades, String student) {
        return grades.has(student) ? grades.get(student).getAsDouble() : 0;
    }

    /// Compiles what can be compiled, and returns the class that answers the task.
    private static String compile(List<SourceFile> files, Path folder, String starter) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> sources = new ArrayList<>();
        String type = null;
        for (SourceFile file : files) {
            Path source = folder.resolve(file.name());
            Files.write(source, file.bytes());
            sources.add(source.toString());
            Matcher in = PACKAGE.matcher(Files.readString(source));
            String name = (in.find() ? in.group(1) + "." : "") + file.name().replace(".java", "");
            if (type == null || file.name().equals(starter + ".java")) type = name;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        int status = compiler.run(null, java.io.OutputStream.nullOutputStream(), java.io.OutputStream.nullOutputStream(), Stream.concat(options.stream(), sources.stream()).toArray(String[]::new));
        if (status != 0) {
            for (String source : sources) compiler.run(null, java.io.OutputStream.nullOutputStream(), System.err, Stream.concat(options.stream(), Stream.of(source)).toArray(String[]::new));
        }
        return type;
    }

    static String starter(String task) {
        return upsampling.grader.run.AnswerRules.starterName(Course.task(task));
    }

    static double most(String task) {
        return Course.task(task).max().value();
    }
}
