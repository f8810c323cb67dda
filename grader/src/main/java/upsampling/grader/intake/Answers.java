package upsampling.grader.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import upsampling.grader.plan.LessonPlan;

/// The answers found in one submission, and which of them count.
final class Answers {
    private final List<LessonPlan> lessons;
    private final JavaText javaText;
    private final CellPieces cellPieces;
    final Notes notes = new Notes();
    private final List<JavaCandidate> candidates = new ArrayList<>();
    private final List<CellAnswer> cellAnswers = new ArrayList<>();

    Answers(List<LessonPlan> lessons, JavaText javaText, CellPieces cellPieces) {
        this.lessons = lessons;
        this.javaText = javaText;
        this.cellPieces = cellPieces;
    }

    /// Adds a Java file, if it belongs to a lesson.
    ///
    /// @return whether it does
    boolean addJava(String path, byte[] bytes) {
        byte[] plain = ByteOrderMark.without(bytes);
        JavaOutline outline = JavaOutline.NONE;
        try {
            outline = JavaOutline.of(javaText.parse(new String(plain, StandardCharsets.UTF_8)));
        } catch (JavaText.Unreadable e) {
            notes.remark(Quoted.of(path) + " " + e.getMessage() + "; the compiler will say more");
        }
        JavaCandidate candidate = JavaCandidate.of(path, plain, outline, lessons, notes);
        return candidate != null && candidates.add(candidate);
    }

    /// Adds the answers of a notebook.
    ///
    /// @return whether it holds any
    boolean addNotebook(String path, byte[] bytes) {
        var code = new NotebookCode();
        cellPieces.begin();
        try {
            for (Cell cell : NotebookCells.of(bytes)) add(cell, path, code);
        } catch (NotebookCells.Fault e) {
            notes.remark(Quoted.of(path) + " " + e.getMessage());
            return true; // named already
        }
        List<CellAnswer> found;
        try {
            found = NotebookAnswers.of(path, code, lessons);
        } catch (StackOverflowError e) { // a chain of a hundred thousand calls is a tree as deep
            notes.remark(Quoted.of(path) + " holds code that is nested too deeply; its answers are not graded");
            return true;
        }
        return cellAnswers.addAll(found);
    }

    private void add(Cell cell, String path, NotebookCode code) {
        String where = Quoted.of(path) + ", cell " + cell.number();
        if (CellPieces.hasMagic(cell.source())) notes.remark(where + ": lines that begin with % are no Java; they are left out");
        try {
            code.add(cell, cellPieces.of(cell.source()));
        } catch (JavaText.Unreadable e) {
            notes.remark(where + " " + e.getMessage() + "; it is left out");
        }
    }

    /// Returns what counts, ordered by lesson and name.
    List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        List<JavaCandidate> chosen = chosen();
        List<SourceFile> ofCells = new CellChoice(cellAnswers, chosen, notes).files();
        for (JavaCandidate one : chosen) files.add(one.file());
        files.addAll(ofCells);
        files.sort(Comparator.comparingInt(SourceFile::lesson).thenComparing(SourceFile::name));
        return files;
    }

    /// Returns for each name of a lesson the file that counts: of those that are more than a starter the one at the place that says most.
    private List<JavaCandidate> chosen() {
        Map<String, List<JavaCandidate>> named = new TreeMap<>();
        for (JavaCandidate one : candidates) {
            named.computeIfAbsent(one.lesson() + "/" + EntryPath.folded(one.name()), _ -> new ArrayList<>()).add(one);
        }
        List<JavaCandidate> chosen = new ArrayList<>();
        for (List<JavaCandidate> twins : named.values()) {
            twins.sort(Comparator.comparing((JavaCandidate one) -> !one.isWritten(plan(one))).thenComparing(JavaCandidate::rank).thenComparing(JavaCandidate::path));
            JavaCandidate first = twins.getFirst();
            chosen.add(first);
            for (JavaCandidate other : twins.subList(1, twins.size())) {
                notes.ignore(other.path());
                boolean differs = other.isWritten(plan(other)) && !Arrays.equals(other.bytes(), first.bytes());
                if (differs) notes.remark(Quoted.of(other.path()) + " does not count: " + Quoted.of(first.path()) + " has the same name and does");
            }
        }
        return chosen;
    }

    private LessonPlan plan(JavaCandidate one) {
        return lessons.stream().filter(plan -> plan.number() == one.lesson()).findFirst().orElseThrow();
    }
}
