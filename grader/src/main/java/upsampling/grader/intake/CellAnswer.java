package upsampling.grader.intake;

import java.util.List;

import com.sun.source.tree.Tree;

import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;

/// The answer of a cell to one task.
///
/// @param notebook the notebook's path in the submission
/// @param code of that notebook
/// @param place the piece with the answer
/// @param expression what is checked, as written: `new Pooling() {...}` or `mine`; for a piece that is no Java the whole piece
/// @param at where the expression begins in the cell
/// @param tree the expression, null for a piece that is no Java or for a type that is not made there
/// @param written whether it is more than the lesson's own body
/// @param text what tells two answers apart
record CellAnswer(String notebook, NotebookCode code, NotebookCode.Place place, String expression, int at, Tree tree, LessonPlan lesson, TaskPlan task, boolean written,
                  String text) {

    boolean isBroken() {
        return place.piece().kind() == Piece.Kind.BROKEN;
    }

    /// Returns the declarations of the notebook that it needs.
    List<NotebookCode.Place> needed() {
        if (isBroken()) return List.of();
        return code.needed(tree == null ? place.piece().trees() : List.of(tree), place);
    }

    String where() {
        return Quoted.of(fileName()) + ", cell " + place.cell().number();
    }

    String fileName() {
        return notebook.substring(notebook.lastIndexOf('/') + 1);
    }
}
