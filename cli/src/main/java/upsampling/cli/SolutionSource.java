package upsampling.cli;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import upsampling.grader.plan.TaskPlan;

/// Cuts the reference solution of one task out of a file that solves a whole lesson: its method, and the methods, constants and types of the file
/// that it names. Of another task that it calls only the signature is shown, unless that one may be read too. The file is parsed, not searched, so the cut
/// is whole whatever its layout.
final class SolutionSource {
    private final String text;
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final ClassTree type;
    private final List<TaskPlan> closed;

    private SolutionSource(String text, SourcePositions positions, CompilationUnitTree unit, ClassTree type, List<TaskPlan> closed) {
        this.text = text;
        this.positions = positions;
        this.unit = unit;
        this.type = type;
        this.closed = closed;
    }

    /// Returns the reference of a task in Java, or nothing if no `Reference*.java` of the folder has it.
    ///
    /// @param folder the solutions of the task's lesson; it need not exist
    /// @param closed the tasks of the lesson whose references are not to be read yet
    static Optional<String> of(Path folder, TaskPlan task, List<TaskPlan> closed) {
        if (!Files.isDirectory(folder)) return Optional.empty();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("Reference.*\\.java")).sorted().toList()) {
                Optional<String> cut = parse(file, closed).flatMap(source -> source.cut(task));
                if (cut.isPresent()) return cut;
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<SolutionSource> parse(Path file, List<TaskPlan> closed) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) throw Failure.infrastructure("this Java has no compiler; use a JDK 25, ./course doctor names it");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            var javac = (JavacTask) compiler.getTask(new StringWriter(), files, _ -> { }, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            CompilationUnitTree unit = javac.parse().iterator().next();
            SourcePositions positions = Trees.instance(javac).getSourcePositions();
            for (Tree tree : unit.getTypeDecls()) {
                if (tree instanceof ClassTree type) return Optional.of(new SolutionSource(Files.readString(file), positions, unit, type, closed));
            }
            return Optional.empty();
        }
    }

    private Optional<String> cut(TaskPlan task) {
        Optional<? extends Tree> method = type.getMembers().stream().filter(member -> isTask(member, task)).findFirst();
        if (method.isEmpty()) return Optional.empty();
        Set<Tree> chosen = new LinkedHashSet<>();
        choose(method.get(), chosen);
        List<String> pieces = new ArrayList<>();
        for (Tree member : type.getMembers()) {
            if (member == method.get() || !chosen.contains(member)) continue;
            Optional<TaskPlan> other = closedTask(member);
            pieces.add(other.isPresent() ? signature((MethodTree) member, other.get()) : text(member));
        }
        pieces.addFirst(text(method.get()));
        return Optional.of(String.join("\n\n", pieces));
    }

    private static boolean isTask(Tree member, TaskPlan task) {
        return member instanceof MethodTree method && method.getName().contentEquals(task.method().getName())
            && method.getParameters().size() == task.method().getParameterCount();
    }

    private Optional<TaskPlan> closedTask(Tree member) {
        return closed.stream().filter(task -> isTask(member, task)).findFirst();
    }

    /// Adds a member and every member that it names; of a closed task nothing more than itself.
    private void choose(Tree member, Set<Tree> chosen) {
        if (!chosen.add(member) || closedTask(member).isPresent()) return;
        Set<String> names = new LinkedHashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
                names.add(identifier.getName().toString());
                return super.visitIdentifier(identifier, nothing);
            }
        }.scan(member, null);
        for (Tree other : type.getMembers()) {
            if (names.contains(name(other))) choose(other, chosen);
        }
    }

    private static String name(Tree member) {
        return switch (member) {
            case MethodTree method -> method.getName().toString();
            case VariableTree field -> field.getName().toString();
            case ClassTree inner -> inner.getSimpleName().toString();
            default -> "";
        };
    }

    /// Returns a member as it stands in the file, with the documentation above it, without the indent it has in its class.
    private String text(Tree member) {
        int start = lineStart((int) positions.getStartPosition(unit, member));
        while (start > 0 && line(lineStart(start - 1)).strip().startsWith("///")) start = lineStart(start - 1);
        return text.substring(start, (int) positions.getEndPosition(unit, member)).stripIndent();
    }

    /// Returns a method without its body.
    private String signature(MethodTree method, TaskPlan task) {
        int start = (int) positions.getStartPosition(unit, method);
        int body = (int) positions.getStartPosition(unit, method.getBody());
        return text.substring(lineStart(start), body).stripIndent().stripTrailing() + "; // task " + task.id() + ": readable when that is passed";
    }

    private int lineStart(int position) {
        return text.lastIndexOf('\n', position - 1) + 1;
    }

    private String line(int start) {
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }
}
