package upsampling.kernel.eval;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.QualifiedNames;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/// One line that says what to type, for the three commonest slips: a misspelt name, a missing import, a missing semicolon.
final class DidYouMean {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(?:class|variable|method|interface)\\s+(\\w+)");
    /// What javac says of `Sytem.out`: before a dot it takes an unknown name for a package.
    private static final Pattern PACKAGE = Pattern.compile("package (\\w+) does not exist");
    private static final Pattern NAME = Pattern.compile("\\w+");
    private static final Pattern REST_OF_LINE = Pattern.compile("\\s*(?://.*)?");
    /// A class inside a class, which is rarely the one that is meant.
    private static final Pattern NESTED = Pattern.compile("\\.[A-Z]\\w*\\.");
    /// More names that are equally near are no help.
    private static final int EQUALLY_NEAR = 3;
    private static final Duration INDEX_PATIENCE = Duration.ofSeconds(2);
    /// Packages whose classes learners mean, the likeliest first.
    private static final List<String> LIKELY = List.of("upsampling.", "java.util.", "java.nio.file.", "java.", "javax.", "jdk.incubator.");

    private final SourceCodeAnalysis analysis;

    DidYouMean(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /// @param cell the cell's source
    /// @param offset where in it the snippet begins that does not compile
    /// @param diagnostic what the compiler said
    /// @return one line; null if nothing better is known than what the compiler said
    String hint(String cell, int offset, Diag diagnostic) {
        String message = diagnostic.getMessage(Locale.ENGLISH);
        int position = Math.clamp(offset + diagnostic.getPosition(), 0, cell.length());
        if (message.startsWith("';' expected")) {
            return semicolon(cell, position);
        }
        Matcher symbol = SYMBOL.matcher(message);
        if (diagnostic.getCode().startsWith("compiler.err.cant.resolve") && symbol.find()) {
            boolean isMember = position < cell.length() && cell.charAt(position) == '.';
            return unknown(symbol.group(1), isMember, cell, offset, position);
        }
        Matcher ofPackage = PACKAGE.matcher(message);
        if (diagnostic.getCode().equals("compiler.err.doesnt.exist") && ofPackage.matches()) {
            return unknown(ofPackage.group(1), false, cell, offset, Math.clamp(offset + diagnostic.getStartPosition(), 0, cell.length()));
        }
        return null;
    }

    /// @param from where in the cell the unknown name stands, or a little before
    private String unknown(String name, boolean isMember, String cell, int offset, int from) {
        int at = cell.indexOf(name, from);
        if (at < 0) {
            return null;
        }
        String missing = isMember ? null : missingImport(name);
        return missing != null ? missing : misspelt(name, cell.substring(Math.min(offset, at), at));
    }

    /// The same for a name that a method or class uses and nobody defines, said at the end of its cell: `variable Mth`, `class Layer`.
    String hint(String dependency) {
        String name = dependency.replaceFirst("\\(.*", "").replaceFirst(".*\\s", "");
        String missing = missingImport(name);
        return missing != null ? missing : misspelt(name, "");
    }

    /// At the end of a line a semicolon is what is missing; inside one, something else is wrong.
    private static String semicolon(String cell, int position) {
        int end = cell.indexOf('\n', position) < 0 ? cell.length() : cell.indexOf('\n', position);
        boolean atEnd = REST_OF_LINE.matcher(cell.substring(position, end)).matches();
        return atEnd ? "a ; is missing at the end of line " + Positions.lineOf(cell, position) : null;
    }

    private String missingImport(String name) {
        if (!Character.isUpperCase(name.charAt(0))) {
            return null;
        }
        List<String> names = qualified(name).stream()
                .filter(each -> likelihood(each) < LIKELY.size() && !each.startsWith("upsampling.kernel.") && !NESTED.matcher(each).find())
                .sorted(Comparator.comparingInt(DidYouMean::likelihood))
                .toList();
        if (names.isEmpty()) {
            return null;
        }
        String others = names.size() > 1 && likelihood(names.get(1)) == likelihood(names.get(0)) ? " (or " + names.get(1) + ")" : "";
        return "type: import " + names.getFirst() + ";" + others;
    }

    /// JShell indexes the classes in the background when a session starts; a first cell that fails waits for it a little.
    private List<String> qualified(String name) {
        long end = System.nanoTime() + INDEX_PATIENCE.toNanos();
        QualifiedNames found = analysis.listQualifiedNames(name, name.length());
        while (!found.isUpToDate() && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            }
            found = analysis.listQualifiedNames(name, name.length());
        }
        return found.getNames();
    }

    private static int likelihood(String qualified) {
        for (int i = 0; i < LIKELY.size(); i++) {
            if (qualified.startsWith(LIKELY.get(i))) {
                return i;
            }
        }
        return LIKELY.size();
    }

    /// @param before the snippet up to the name: what may stand there is asked of JShell
    private String misspelt(String name, String before) {
        List<String> nearest = new ArrayList<>();
        int distance = Math.max(1, name.length() / 3); // a third of the letters wrong is another word
        for (String known : names(before)) {
            int letters = letters(name, known, distance + 1);
            if (letters == 0 || letters > distance) {
                continue;
            }
            if (letters < distance) {
                nearest.clear();
                distance = letters;
            }
            nearest.add(known);
        }
        boolean isVague = nearest.size() > EQUALLY_NEAR || name.length() < 2;
        return nearest.isEmpty() || isVague ? null : "did you mean " + String.join(" or ", nearest) + "?";
    }

    private Set<String> names(String before) {
        List<String> codes = new ArrayList<>(List.of(before));
        if (!before.endsWith(".")) { // local variables, which JShell offers in a method of a class only
            codes.add("class " + CellScope.OWN_NAME + " { void " + CellScope.OWN_NAME + "() { " + before);
            codes.add("class " + CellScope.OWN_NAME + " { " + before);
            codes.add("");
        }
        Set<String> names = new LinkedHashSet<>();
        for (String code : codes) {
            for (Suggestion suggestion : analysis.completionSuggestions(code, code.length(), new int[1])) {
                Matcher word = NAME.matcher(suggestion.continuation());
                if (word.lookingAt() && !word.group().startsWith("cell")) {
                    names.add(word.group());
                }
            }
        }
        return names;
    }

    /// How many letters to insert, remove, replace or swap with their neighbour (Damerau and Levenshtein); `limit` if at least that many.
    static int letters(String typed, String known, int limit) {
        if (Math.abs(typed.length() - known.length()) >= limit) {
            return limit;
        }
        int[][] edits = new int[typed.length() + 1][known.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= known.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                boolean same = typed.charAt(i - 1) == known.charAt(j - 1);
                int least = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
                boolean swapped = i > 1 && j > 1 && typed.charAt(i - 1) == known.charAt(j - 2) && typed.charAt(i - 2) == known.charAt(j - 1);
                edits[i][j] = swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
            }
        }
        return Math.min(limit, edits[typed.length()][known.length()]);
    }
}
