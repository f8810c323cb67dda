package upsampling.grader.intake;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;

import upsampling.grader.run.GraderFailure;

/// Parses Java text that somebody else wrote: names and places only, no types, nothing is looked up, compiled or run.
final class JavaText {
    /// Characters of a text that is parsed. A lesson's own cells have up to 3,500.
    static final int LONGEST = 1 << 18;
    private static final int DEEPEST = 100;

    private final JavaCompiler compiler;
    private final JavaFileManager files;

    /// @throws GraderFailure if this Java has no compiler
    JavaText() {
        compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) throw new GraderFailure("grade: this Java has no compiler; use a JDK 25, ./course doctor names it");
        files = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
    }

    /// A parsed text.
    ///
    /// @param clean whether it has no syntax error
    record Parsed(String text, CompilationUnitTree unit, SourcePositions positions, boolean clean) {
        int start(Tree tree) {
            return (int) positions.getStartPosition(unit, tree);
        }

        int end(Tree tree) {
            return (int) positions.getEndPosition(unit, tree);
        }

        String text(Tree tree) {
            return text.substring(start(tree), end(tree));
        }
    }

    /// A text that is not parsed; the message completes a sentence about it.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    /// Parses a file.
    ///
    /// @throws Unreadable if it is too long, or nested so deeply that no parser should be given it
    Parsed parse(String text) throws Unreadable {
        requireModest(text);
        boolean[] clean = {true};
        var file = new SimpleJavaFileObject(URI.create("string:///Text.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        try {
            var task = (JavacTask) compiler.getTask(new StringWriter(), files, error -> clean[0] &= error.getKind() != Diagnostic.Kind.ERROR,
                List.of("-proc:none"), null, List.of(file));
            for (CompilationUnitTree unit : task.parse()) return new Parsed(text, unit, Trees.instance(task).getSourcePositions(), clean[0]);
        } catch (IOException | RuntimeException | StackOverflowError | InternalError e) { // a parser's answer to what no person writes
            throw new Unreadable("cannot be parsed");
        }
        throw new Unreadable("cannot be parsed");
    }

    /// Bounds what a parser does: it looks ahead from every open bracket, so its time grows with length times depth.
    ///
    /// @throws Unreadable if the text is longer or deeper than any answer
    static void requireModest(String text) throws Unreadable {
        if (text.length() > LONGEST) throw new Unreadable("has more than " + LONGEST + " characters");
        int depth = 0;
        int open = 0; // "<" is a comparison as often as a bracket: it is forgotten at the end of a statement
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[' -> depth++;
                case '{' -> {
                    depth++;
                    open = 0;
                }
                case ')', ']' -> depth = Math.max(0, depth - 1);
                case '}' -> {
                    depth = Math.max(0, depth - 1);
                    open = 0;
                }
                case '<' -> open++;
                case ';' -> open = 0;
                default -> { }
            }
            if (depth > DEEPEST || open > DEEPEST) throw new Unreadable("has more than " + DEEPEST + " brackets inside one another");
        }
    }
}
