package upsampling.grader.intake;

import java.util.List;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;

/// One thing that a cell says: an import, a declaration, a statement, or text that is no Java.
///
/// @param at where it begins in the cell
/// @param text as it stands there
/// @param parsed the text inside a class of its own, null for an import and for no Java
/// @param shift how far places in `parsed` lie behind places in `text`
/// @param trees what it declares, or its statements
record Piece(Kind kind, int at, String text, JavaText.Parsed parsed, int shift, List<? extends Tree> trees) {
    enum Kind { IMPORT, METHOD, TYPE, VARIABLE, STATEMENT, BROKEN }

    /// Whether it declares a method, or a type or variable, of this name.
    boolean declares(String name, boolean method) {
        for (Tree tree : trees) {
            boolean named = switch (tree) {
                case MethodTree one -> method && one.getName().contentEquals(name);
                case VariableTree one -> !method && kind == Kind.VARIABLE && one.getName().contentEquals(name);
                case ClassTree one -> !method && kind == Kind.TYPE && one.getSimpleName().contentEquals(name);
                default -> false;
            };
            if (named) return true;
        }
        return false;
    }

    /// Returns where a tree begins in the cell.
    int start(Tree tree) {
        return at + parsed.start(tree) - shift;
    }
}
