package upsampling.kernel.eval;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/// Where each snippet stands in the notebook, and so what a stack frame means to the learner.
final class Positions {
    /// A class of JShell's: the first group is what the learner wrote inside the wrapper, if anything.
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\d+\\w*(?:\\$(.*))?");
    private static final Pattern WRAPPER_IN_TEXT = Pattern.compile("REPL\\.\\$JShell\\$\\d+\\w*[.$]");
    private static final Pattern SNIPPET_FILE = Pattern.compile("#(.+)");

    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private JShell shell;
    private SourceCodeAnalysis analysis;

    /// Where a snippet stands: the number of its cell, and how many lines of the cell are above it.
    record Place(int cell, int linesAbove) {
        /// `cell 3, line 5`, for a line counted from 1 inside the snippet.
        String ofLine(int line) {
            return "cell " + cell + ", line " + (linesAbove + line);
        }
    }

    /// Connects the session that the snippets belong to.
    void of(JShell session, SourceCodeAnalysis itsAnalysis) {
        shell = session;
        analysis = itsAnalysis;
    }

    void put(Snippet snippet, Place place) {
        places.put(snippet.id(), place);
    }

    /// The learner's name of a class: without JShell's wrapper.
    static String className(String name) {
        Matcher wrapper = WRAPPER.matcher(name);
        if (!wrapper.matches()) {
            return name;
        }
        return wrapper.group(1) == null ? "" : wrapper.group(1).replace('$', '.');
    }

    /// A text of the JVM without JShell's wrappers: `because "o" is null` instead of `because "REPL.$JShell$19.o" is null`.
    static String withoutWrappers(String text) {
        return WRAPPER_IN_TEXT.matcher(text).replaceAll("");
    }

    /// True if the frame is code of a cell.
    static boolean isLearners(StackTraceElement frame) {
        return frame.getFileName() != null && SNIPPET_FILE.matcher(frame.getFileName()).matches()
                || WRAPPER.matcher(frame.getClassName()).matches();
    }

    /// A frame as the learner knows it: `h, cell 3, line 5`; a library's frame as Java prints it.
    String text(StackTraceElement frame) {
        if (!isLearners(frame)) {
            return frame.toString();
        }
        String line = line(frame);
        String method = method(frame);
        return method.isEmpty() ? line : method + ", " + line;
    }

    private static String method(StackTraceElement frame) {
        String owner = className(frame.getClassName());
        String name = frame.getMethodName();
        if (name.isEmpty() || name.startsWith("do_it$")) {
            return "";
        }
        if (name.startsWith("lambda$")) {
            return "lambda";
        }
        if (name.equals("<init>")) {
            return "new " + owner;
        }
        return owner.isEmpty() ? name : owner + "." + name;
    }

    private String line(StackTraceElement frame) {
        Matcher translated = SNIPPET_FILE.matcher(frame.getFileName() == null ? "" : frame.getFileName());
        if (translated.matches()) { // by JShell
            Place place = places.get(translated.group(1));
            return place == null ? "an earlier cell" : place.ofLine(frame.getLineNumber());
        }
        return untranslated(frame);
    }

    /// The line of a frame of an exception that did not pass through JShell: thrown while a value was rendered, or on another thread.
    private String untranslated(StackTraceElement frame) {
        for (Snippet snippet : shell.snippets().toList()) {
            Place place = places.get(snippet.id());
            if (place == null || snippet.kind() == Snippet.Kind.IMPORT || snippet.kind() == Snippet.Kind.ERRONEOUS) {
                continue;
            }
            SnippetWrapper wrapper = analysis.wrapper(snippet);
            String owner = frame.getClassName();
            if (!owner.equals(wrapper.fullClassName()) && !owner.startsWith(wrapper.fullClassName() + "$")) {
                continue;
            }
            int line = sourceLine(snippet.source(), wrapper, frame.getLineNumber());
            if (line > 0) {
                return place.ofLine(line);
            }
        }
        return "an earlier cell";
    }

    /// The line in the snippet, counted from 1, of a line of the class that JShell wrapped around it; 0 if it is not the snippet's.
    private static int sourceLine(String source, SnippetWrapper wrapper, int wrappedLine) {
        int line = 1;
        for (int at = 0; at < source.length(); at++) {
            boolean lineStarts = at == 0 || source.charAt(at - 1) == '\n';
            if (lineStarts && lineOf(wrapper.wrapped(), wrapper.sourceToWrappedPosition(at)) == wrappedLine) {
                return line;
            }
            if (source.charAt(at) == '\n') {
                line++;
            }
        }
        return 0;
    }

    /// The line of a position, counted from 1.
    static int lineOf(String text, int position) {
        int line = 1;
        for (int i = 0; i < Math.min(position, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
