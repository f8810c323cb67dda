package upsampling.grader.jailed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import upsampling.grader.compile.AnswerCompiler;
import upsampling.grader.compile.AnswerCompiler.Outline;
import upsampling.grader.wire.Frame;
import upsampling.grader.wire.WireFault;
import upsampling.grader.wire.WireLimits;
import upsampling.grader.wire.WireReader;
import upsampling.grader.wire.WireWriter;

/// Compiles the files of a submission, each on its own: a source can keep a compiler busy for ever, or make it crash.
///
/// Its argument is the folder it may write to; its class path is that of the answers.
public final class CompileHost {
    private static final int MOST_FILES = 10_000;

    private CompileHost() { }

    /// Serves requests until the input ends.
    ///
    /// @throws IOException if a request is none, or the folder cannot be used
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Requests requests = Requests.open();
        try (var compiler = new AnswerCompiler(System.getProperty("java.class.path"))) {
            for (int index = 0;; index++) {
                Frame request = requests.next();
                if (request.kind() != Frame.Kind.COMPILE) throw new WireFault("the compiler is not asked for " + request.kind());
                WireWriter made = compile(compiler, Files.createDirectory(folder.resolve("answers" + index)), new WireReader(request.payload()));
                requests.reply(Frame.Kind.RESULT, request.number(), made);
            }
        }
    }

    /// Reads a package, files (a name and a text each), and which of them are wanted; writes for each of these what it declares, its errors and its classes.
    private static WireWriter compile(AnswerCompiler compiler, Path folder, WireReader content) throws IOException {
        String packageName = content.text();
        String[] names = new String[content.number(MOST_FILES, "files")];
        Path sources = Files.createDirectory(folder.resolve("sources"));
        for (int i = 0; i < names.length; i++) {
            names[i] = content.text();
            Files.write(sources.resolve(names[i]), content.bytes(WireLimits.FRAME, "bytes of a source"));
        }
        int[] wanted = (int[]) content.value(int[].class);
        content.end();
        var made = new WireWriter();
        for (int i : wanted) {
            Path file = sources.resolve(names[i]);
            Outline outline = compiler.outline(file);
            made.text(outline.packageName()).value(String[].class, outline.types().toArray(String[]::new)).value(String[].class, outline.methods().toArray(String[]::new));
            Path classes = Files.createDirectory(folder.resolve("classes" + i));
            boolean isTried = outline.packageName().equals(packageName) || !outline.isReadable();
            List<String> errors = isTried ? compiler.compile(file, packageName, classes) : List.of();
            made.value(String[].class, errors.toArray(String[]::new));
            addClasses(made, classes, errors.isEmpty());
        }
        return made;
    }

    private static void addClasses(WireWriter made, Path folder, boolean compiled) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> classes = files.filter(file -> compiled && file.getFileName().toString().endsWith(".class")).sorted().toList();
            made.number(classes.size());
            for (Path file : classes) {
                String name = folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
                made.text(name.substring(0, name.length() - ".class".length())).bytes(Files.readAllBytes(file));
            }
        }
    }
}
