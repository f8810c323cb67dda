package upsampling.grader.intake;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

import javax.lang.model.element.Modifier;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;

import upsampling.grader.run.AnswerRules;
import upsampling.grader.run.Reserved;

/// Writes the Java file of a cell's answer.
///
/// The public class answers one task alone and hands the call to the object that the cell made; so of two answers to a task exactly one can count, and
/// it does not matter how the cell made it. Everything of the notebook stands in a second class beside it: names then mean what they mean in a
/// notebook, where a class of a cell sees the methods and variables of the others from outside.
final class AnswerSource {
    /// What the kernel begins every session with.
    static final List<String> ALWAYS = List.of("java.util.*", "java.util.stream.*");
    private static final String MADE = "answerOfTheNotebook";

    private final CellAnswer answer;
    private final String type;
    private final Notes notes;

    private AnswerSource(CellAnswer answer, String type, Notes notes) {
        this.answer = answer;
        this.type = type;
        this.notes = notes;
    }

    /// Returns the file of an answer.
    ///
    /// @param type the name of its public class
    static SourceFile of(CellAnswer answer, String type, Notes notes) {
        return new AnswerSource(answer, type, notes).file();
    }

    private SourceFile file() {
        var code = new GeneratedText();
        String lesson = answer.lesson().type().getCanonicalName();
        if (answer.isBroken()) broken(code, lesson);
        else whole(code, lesson);
        var text = new GeneratedText();
        text.own("package " + AnswerRules.packageName(answer.lesson()) + ";\n");
        for (String name : ALWAYS) text.own("import " + name + ";\n");
        imports(text, code, lesson);
        GeneratedText all = text.join(code);
        return new SourceFile(answer.lesson().number(), type + ".java", all.toString().getBytes(StandardCharsets.UTF_8),
            all.origin(answer.fileName(), answer.place().cell().number()));
    }

    private void imports(GeneratedText text, GeneratedText code, String lesson) {
        String simple = answer.lesson().type().getSimpleName();
        boolean named = false;
        boolean own = answer.needed().stream().anyMatch(place -> place.piece().declares(simple, false));
        for (NotebookCode.Place place : answer.code().imports(answer.place())) {
            ImportLine line = ImportLine.of(place.piece().text());
            if (ALWAYS.contains(line.owner() + "." + line.name()) || !line.isNeeded(code.words())) continue;
            named |= line.key().equals(simple);
            text.taken(line.line(), place.cell(), place.piece().at()).own("\n");
        }
        if (!named && !own) text.own("import " + lesson + ";\n"); // a cell may say upsampling.tasks.*
    }

    private void broken(GeneratedText code, String lesson) {
        code.own("public class " + type + " implements " + lesson + " {\n    static void cell() {\n");
        code.taken(answer.expression(), answer.place().cell(), answer.at()).own("\n    }\n}\n");
    }

    private void whole(GeneratedText code, String lesson) {
        List<NotebookCode.Place> needed = answer.needed();
        for (NotebookCode.Place place : needed) {
            if (isReserved(place.piece())) piece(code, "", place); // visible to the rule that refuses it
        }
        Method task = answer.task().method();
        var parameters = new StringJoiner(", ");
        var arguments = new StringJoiner(", ");
        for (int i = 0; i < task.getParameterCount(); i++) {
            parameters.add(task.getParameterTypes()[i].getCanonicalName() + " a" + i);
            arguments.add("a" + i);
        }
        String result = task.getReturnType().getCanonicalName();
        code.own("public class " + type + " implements " + lesson + " {\n    private final " + lesson + " answer;\n\n    public " + type + "() throws Exception {\n"
            + "        answer = " + type + "Cells." + MADE + "();\n    }\n\n    @Override\n    public " + result + " " + task.getName() + "(" + parameters + ") {\n        "
            + (result.equals("void") ? "" : "return ") + "answer." + task.getName() + "(" + arguments + ");\n    }\n}\n\nfinal class " + type + "Cells {\n    static "
            + lesson + " " + MADE + "() throws Exception {\n        return ");
        code.taken(answer.expression(), answer.place().cell(), answer.at()).own(";\n    }\n");
        boolean owned = answer.tree() == null; // the piece itself is the declaration
        if (owned && !needed.contains(answer.place()) && !isReserved(answer.place().piece())) helper(code, answer.place());
        for (NotebookCode.Place place : needed) {
            if (!isReserved(place.piece())) helper(code, place);
        }
        code.own("}\n");
    }

    private boolean isReserved(Piece piece) {
        return piece.kind() == Piece.Kind.TYPE && piece.trees().getFirst() instanceof ClassTree declared
            && Reserved.isType(declared.getSimpleName().toString(), answer.lesson());
    }

    private void helper(GeneratedText code, NotebookCode.Place place) {
        Piece piece = place.piece();
        if (piece.kind() != Piece.Kind.VARIABLE) {
            piece(code, isStatic(piece) ? "" : "static ", place);
            return;
        }
        for (var tree : piece.trees()) variable(code, (VariableTree) tree, place);
    }

    private static boolean isStatic(Piece piece) {
        var modifiers = switch (piece.trees().getFirst()) {
            case ClassTree one -> one.getModifiers();
            case MethodTree one -> one.getModifiers();
            default -> throw new AssertionError(piece.kind());
        };
        return modifiers.getFlags().contains(Modifier.STATIC);
    }

    private void piece(GeneratedText code, String before, NotebookCode.Place place) {
        code.own("\n    " + before).taken(place.piece().text().strip(), place.cell(), place.piece().at()).own("\n");
    }

    /// A variable of the notebook becomes a static field; one that is declared with `var` needs its type, since a field must have one.
    private void variable(GeneratedText code, VariableTree variable, NotebookCode.Place place) {
        Piece piece = place.piece();
        String where = Quoted.of(answer.fileName()) + ", cell " + place.cell().number() + ": " + variable.getName();
        String type = variable.getType() == null ? new VariableTypes(answer.code(), place).of(variable.getInitializer()) : variable.getType().toString();
        if (type == null) {
            notes.remark(where + " is declared with var, and an answer uses it; write its type instead of var, so that it can be taken out of the notebook");
            return;
        }
        boolean isFinal = variable.getModifiers().getFlags().contains(Modifier.FINAL);
        code.own("\n    static " + (isFinal ? "final " : "") + type + " " + variable.getName());
        if (variable.getInitializer() == null) {
            notes.remark(where + " has no value where it is declared, and an answer uses it; statements outside an answer are not run");
        } else {
            code.own(" = ").taken(piece.parsed().text(variable.getInitializer()), place.cell(), piece.start(variable.getInitializer()));
        }
        code.own(";\n");
    }
}
