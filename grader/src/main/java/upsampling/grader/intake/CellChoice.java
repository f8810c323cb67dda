package upsampling.grader.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.run.Starters;

/// Chooses for each task the answer that counts: a Java file before a cell, the last cell before the others, and before all of them what is more than a
/// starter.
final class CellChoice {
    private final List<CellAnswer> cells;
    private final List<JavaCandidate> javaFiles;
    private final Notes notes;

    /// @param javaFiles the Java files that count; one that is nothing but a starter of a task answered in a cell is taken out
    CellChoice(List<CellAnswer> cells, List<JavaCandidate> javaFiles, Notes notes) {
        this.cells = cells;
        this.javaFiles = javaFiles;
        this.notes = notes;
    }

    /// Returns the files of the cells that count.
    List<SourceFile> files() {
        Map<String, List<CellAnswer>> byTask = new LinkedHashMap<>();
        for (CellAnswer one : cells) byTask.computeIfAbsent(one.task().id(), _ -> new ArrayList<>()).add(one);
        List<CellAnswer> chosen = new ArrayList<>();
        for (List<CellAnswer> answers : byTask.values()) {
            CellAnswer last = last(answers);
            if (counts(last)) chosen.add(last);
        }
        List<SourceFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JavaCandidate one : javaFiles) names.add(one.lesson() + "/" + EntryPath.folded(one.name()));
        for (CellAnswer one : chosen) files.add(AnswerSource.of(one, freeName(one, names), notes));
        return files;
    }

    private CellAnswer last(List<CellAnswer> answers) {
        CellAnswer last = answers.getLast();
        for (CellAnswer one : answers) if (one.written()) last = one;
        for (CellAnswer one : answers) {
            if (one.written() && !one.text().equals(last.text())) {
                notes.remark("task " + one.task().id() + ": " + one.where() + " does not count, since " + last.where() + " answers it, too, and comes later");
            }
        }
        return last;
    }

    private boolean counts(CellAnswer cell) {
        String method = cell.task().method().getName();
        for (JavaCandidate one : List.copyOf(javaFiles)) {
            Boolean written = one.lesson() == cell.lesson().number() ? one.outline().methods().get(method) : null;
            if (written == null) continue;
            if (written || !cell.written()) {
                if (cell.written()) notes.remark("task " + cell.task().id() + ": " + cell.where() + " does not count, since " + Quoted.of(one.path()) + " answers it, too");
                return false;
            }
            if (one.outline().methods().size() == 1 || !one.isWritten(cell.lesson())) {
                javaFiles.remove(one);
                notes.ignore(one.path());
            }
        }
        return true;
    }

    private static String freeName(CellAnswer answer, Set<String> names) {
        LessonPlan lesson = answer.lesson();
        TaskPlan task = answer.task();
        String starter = Starters.nameOf(lesson, task);
        String type = starter.substring(starter.indexOf('/') + 1, starter.length() - ".java".length());
        for (int i = 0; !names.add(lesson.number() + "/" + EntryPath.folded(type + ".java")); i++) {
            type = "Cell" + answer.place().cell().number() + (i == 0 ? "" : "Task" + task.method().getName() + (i == 1 ? "" : i));
        }
        return type;
    }
}
