package upsampling.grader.intake;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
import com.sun.source.util.TreeScanner;
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
    /// @param places start and end of each tree; kept apart from the parser, which would keep a megabyte for each text
    /// @param clean whether it has no syntax error
    record Parsed(String text, CompilationUnitTree unit, Map<Tree, int[]> places, boolean clean) {
        int start(Tree tree) {
            return places.get(tree)[0];
        }

        String text(Tree tree) {
            int[] place = places.get(tree);
            return text.substring(place[0], place[1]);
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
        return parseAll(List.of(text)).getFirst();
    }

    /// Parses several files at once: to make a parser takes longer than to parse a page.
    ///
    /// @throws Unreadable if one of them is too long, or nested so deeply that no parser should be given it
    List<Parsed> parseAll(List<String> texts) throws Unreadable {
        List<Text> all = new ArrayList<>();
        for (String text : texts) {
            requireModest(text);
            all.add(new Text(all.size(), text));
        }
        try {
            Set<Object> faulty = new HashSet<>();
            var task = (JavacTask) compiler.getTask(new StringWriter(), files, error -> {
                if (error.getKind() == Diagnostic.Kind.ERROR) faulty.add(error.getSource());
            }, List.of("-proc:none"), null, all);
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            if (units.size() != all.size()) throw new Unreadable("cannot be parsed");
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<Parsed> parsed = new ArrayList<>();
            for (int i = 0; i < units.size(); i++) {
                parsed.add(new Parsed(texts.get(i), units.get(i), places(units.get(i), positions), !faulty.contains(all.get(i))));
            }
            return parsed;
        } catch (IOException | RuntimeException | StackOverflowError | InternalError e) { // a parser's answer to what no person writes
            throw new Unreadable("cannot be parsed");
        }
    }

    private static Map<Tree, int[]> places(CompilationUnitTree unit, SourcePositions positions) {
        Map<Tree, int[]> places = new IdentityHashMap<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void nothing) {
                if (tree != null) places.put(tree, new int[] {(int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree)});
                return super.scan(tree, nothing);
            }
        }.scan(unit, null);
        return places;
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(int number, String text) {
            super(URI.create("string:///Text" + number + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
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
