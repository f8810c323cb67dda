package upsampling.grader.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Divides a cell into its pieces, as the kernel does. JShell is asked where a piece ends; it is never given anything to run.
final class CellPieces implements AutoCloseable {
    private static final Pattern MAGIC = Pattern.compile("(?m)^%{1,2}[A-Za-z].*$");
    private static final Pattern IMPORT = Pattern.compile("import\\b");
    private static final String MEMBER = "class $ {";
    private static final String STATEMENT = "class $ { void $() {";
    private static final int MOST_PIECES = 1_000;
    private static final long MOST_EFFORT = 20_000_000; // 3 s; a lesson takes a hundredth of it
    private static final int SHORT = 4_000; // as long as no lesson's cell is, and too short to end a parser's stack
    private static final int REMEMBERED = 2_000;

    private final JavaText javaText;
    private JShell shell;
    /// Most cells of a batch are the lesson's own.
    private final Map<String, Divided> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Divided> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// What is left of the effort that one notebook may take.
    private long left = MOST_EFFORT;

    /// @param effort the characters that JShell has looked at: all that are left, for every piece
    private record Divided(List<Piece> pieces, long effort) { }

    CellPieces(JavaText javaText) {
        this.javaText = javaText;
    }

    @Override
    public void close() {
        if (shell != null) shell.close();
        shell = null;
    }

    /// Begins a notebook.
    void begin() {
        left = MOST_EFFORT;
    }

    static boolean hasMagic(String source) {
        return MAGIC.matcher(source).find();
    }

    /// Returns the pieces of a cell in their order. Lines of magic are left out.
    ///
    /// @throws JavaText.Unreadable if no parser should be given the cell
    List<Piece> of(String source) throws JavaText.Unreadable {
        if (left < 0) throw new JavaText.Unreadable("comes after cells with too many statements");
        Divided divided = known.get(source);
        if (divided == null) {
            String plain = MAGIC.matcher(source).replaceAll(line -> " ".repeat(line.group().length()));
            if (plain.length() > SHORT) javaText.parse(STATEMENT + plain + "\n}}"); // JShell is louder about what no parser can take
            divided = divided(plain);
            known.put(source, divided);
        }
        left -= divided.effort; // counted for known cells, too: what a notebook may cost does not depend on the ones before
        return divided.pieces;
    }

    private Divided divided(String source) throws JavaText.Unreadable {
        List<Span> spans = new ArrayList<>();
        long effort = 0;
        int at = 0;
        try {
            while (at < source.length() && !source.substring(at).isBlank()) {
                effort += source.length() - at;
                if (spans.size() == MOST_PIECES || effort > left) {
                    left -= effort;
                    throw new JavaText.Unreadable("has more statements than a cell can have");
                }
                CompletionInfo info = analysis().analyzeCompletion(source.substring(at));
                if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) break; // comments alone
                int end = info.completeness().isComplete() ? source.length() - info.remaining().length() : source.length();
                if (end <= at) end = source.length();
                spans.add(span(at, source.substring(at, end)));
                at = end;
            }
        } catch (RuntimeException | StackOverflowError | InternalError e) { // a parser's answer to what no person writes
            close(); // it may be in any state
            throw new JavaText.Unreadable("cannot be parsed");
        }
        return new Divided(pieces(spans), effort);
    }

    private SourceCodeAnalysis analysis() {
        if (shell == null) shell = JShell.builder().executionEngine("local").build();
        return shell.sourceCodeAnalysis();
    }

    /// A stretch of a cell, from its first word on.
    private record Span(int at, String text) { }

    private static Span span(int at, String text) {
        int blank = start(text);
        return new Span(at + blank, text.substring(blank));
    }

    private List<Piece> pieces(List<Span> spans) throws JavaText.Unreadable {
        List<String> texts = new ArrayList<>();
        for (Span span : spans) {
            texts.add(MEMBER + span.text + "\n}");
            texts.add(STATEMENT + span.text + "\n}}");
            texts.add(STATEMENT + span.text + "\n;}}"); // the last one of a cell needs no semicolon
        }
        List<JavaText.Parsed> parsed = texts.isEmpty() ? List.of() : javaText.parseAll(texts);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            JavaText.Parsed statement = parsed.get(3 * i + 1);
            pieces.add(piece(spans.get(i), parsed.get(3 * i), isOne(statement) ? statement : parsed.get(3 * i + 2)));
        }
        return List.copyOf(pieces);
    }

    private static Piece piece(Span span, JavaText.Parsed member, JavaText.Parsed statement) {
        if (IMPORT.matcher(span.text).lookingAt()) return new Piece(Piece.Kind.IMPORT, span.at, span.text, null, 0, List.of());
        List<? extends Tree> members = isOne(member) ? onlyType(member).getMembers() : List.of();
        if (!members.isEmpty() && members.stream().noneMatch(BlockTree.class::isInstance)) {
            Piece.Kind kind = switch (members.getFirst()) {
                case MethodTree _ -> Piece.Kind.METHOD;
                case VariableTree _ -> Piece.Kind.VARIABLE;
                default -> Piece.Kind.TYPE;
            };
            return new Piece(kind, span.at, span.text, member, MEMBER.length(), members);
        }
        if (!isOne(statement)) return new Piece(Piece.Kind.BROKEN, span.at, span.text, null, 0, List.of());
        List<? extends Tree> statements = ((MethodTree) onlyType(statement).getMembers().getFirst()).getBody().getStatements();
        boolean variables = !statements.isEmpty() && statements.getFirst() instanceof VariableTree;
        return new Piece(variables ? Piece.Kind.VARIABLE : Piece.Kind.STATEMENT, span.at, span.text, statement, STATEMENT.length(), statements);
    }

    /// A brace too many would close the class around a piece and open another one.
    private static boolean isOne(JavaText.Parsed parsed) {
        return parsed.clean() && parsed.unit().getTypeDecls().size() == 1;
    }

    private static ClassTree onlyType(JavaText.Parsed parsed) {
        return (ClassTree) parsed.unit().getTypeDecls().getFirst();
    }

    /// Returns where the first word stands, behind blanks and comments.
    private static int start(String text) {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                if (end < 0) return at;
                at = end;
            } else if (text.startsWith("/*", at) && text.indexOf("*/", at + 2) > 0) {
                at = text.indexOf("*/", at + 2) + 2;
            } else {
                return at;
            }
        }
        return 0;
    }
}
