package upsampling.grader.compile;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;

import upsampling.grader.run.GraderFailure;

/// Compiles one answer file at a time, so that one that does not compile costs one task.
///
/// Helper classes in the same folder are compiled along when an answer names them. Nothing else of the learner's folder is read: no build file, no
/// annotation processor, no resource.
///
/// The class path is opened once for all files of a check: that is most of the time a small file takes.
public final class AnswerCompiler implements AutoCloseable {
    private static final int MESSAGES = 5;

    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;

    /// @param classPath where the course's classes are
    /// @throws GraderFailure if this Java has no compiler
    public AnswerCompiler(String classPath) {
        compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) throw new GraderFailure("check: this Java has no compiler; use a JDK 25, ./course doctor names it");
        files = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, paths(classPath));
        } catch (IOException e) {
            throw new UncheckedIOException("check: the class path " + classPath + " cannot be used", e);
        }
    }

    private static List<Path> paths(String classPath) {
        List<Path> paths = new ArrayList<>();
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator))) {
            if (!entry.isEmpty()) paths.add(Path.of(entry));
        }
        return paths;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /// What a file declares, as far as it can be read; errors are reported when it is compiled.
    ///
    /// @param packageName the package, empty if there is none
    /// @param types the names of its top-level types
    /// @param methods the names of their methods
    public record Outline(String packageName, List<String> types, List<String> methods) {
        /// Whether anything of the file could be read; if not, only the compiler knows what is wrong with it.
        public boolean isReadable() {
            return !packageName.isEmpty() || !types.isEmpty();
        }
    }

    /// Reads a file without compiling it. Works on a file with errors, too.
    public Outline outline(Path file) {
        try {
            var task = (JavacTask) compiler.getTask(new StringWriter(), files, _ -> { }, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            String packageName = "";
            List<String> types = new ArrayList<>();
            List<String> methods = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                if (unit.getPackageName() != null) packageName = unit.getPackageName().toString();
                for (Tree tree : unit.getTypeDecls()) {
                    if (!(tree instanceof ClassTree type)) continue;
                    types.add(type.getSimpleName().toString());
                    for (Tree member : type.getMembers()) {
                        if (member instanceof MethodTree method) methods.add(method.getName().toString());
                    }
                }
            }
            return new Outline(packageName, types, methods);
        } catch (IOException e) {
            throw new UncheckedIOException("check: " + file + " cannot be read", e);
        }
    }

    /// Compiles a file, and the helper classes of its folder that it names.
    ///
    /// @param classes the folder for the classes
    /// @return the compiler's errors as `MyMaxPool2d.java:12: ';' expected`, empty if there are none
    public List<String> compile(Path file, String packageName, Path classes) {
        var errors = new DiagnosticCollector<JavaFileObject>();
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            var withSiblings = new SiblingFiles(files, file.toAbsolutePath().getParent(), packageName);
            List<String> options = List.of("-proc:none", "-implicit:class", "-g", "-Xlint:none");
            boolean compiled = compiler.getTask(new StringWriter(), withSiblings, errors, options, null, files.getJavaFileObjects(file)).call();
            return compiled ? List.of() : messages(errors);
        } catch (IOException e) {
            throw new UncheckedIOException("check: " + file + " cannot be compiled", e);
        }
    }

    private static List<String> messages(DiagnosticCollector<JavaFileObject> errors) {
        List<String> messages = new ArrayList<>();
        int more = 0;
        for (Diagnostic<? extends JavaFileObject> error : errors.getDiagnostics()) {
            if (error.getKind() != Diagnostic.Kind.ERROR) continue;
            if (messages.size() == MESSAGES) {
                more++;
                continue;
            }
            String where = error.getSource() == null ? "" : Path.of(error.getSource().toUri()).getFileName() + ":" + error.getLineNumber() + ": ";
            messages.add(where + error.getMessage(Locale.ENGLISH).replace("\r", ""));
        }
        if (more > 0) messages.add("and " + more + " more");
        return messages;
    }
}
