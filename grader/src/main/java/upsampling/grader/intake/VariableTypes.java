package upsampling.grader.intake;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;

/// The type of a variable declared with `var`, where it can be read from the code: a literal, `new`, a cast, or calls of the course's and Java's own methods.
///
/// No compiler is asked, since a compiler that infers types can be kept busy for ever.
final class VariableTypes {
    private final NotebookCode code;
    private final NotebookCode.Place user;
    private int steps = 100;

    VariableTypes(NotebookCode code, NotebookCode.Place user) {
        this.code = code;
        this.user = user;
    }

    /// Returns the type as Java writes it, or null if it is not to be seen.
    String of(ExpressionTree value) {
        if (steps-- <= 0) return null;
        return switch (value) {
            case ParenthesizedTree inside -> of(inside.getExpression());
            case TypeCastTree cast -> cast.getType().toString();
            case LiteralTree literal -> literal(literal.getKind());
            case NewClassTree object -> object.getIdentifier().toString().replace("<>", "<Object>");
            case NewArrayTree array when array.getType() != null -> array.getType() + "[]".repeat(Math.max(1, array.getDimensions().size()));
            case IdentifierTree name -> variable(name.getName().toString());
            case MethodInvocationTree call -> {
                Class<?> result = called(call);
                yield result == null || result == void.class ? null : result.getCanonicalName();
            }
            case null, default -> null;
        };
    }

    private static String literal(Tree.Kind kind) {
        return switch (kind) {
            case INT_LITERAL -> "int";
            case LONG_LITERAL -> "long";
            case FLOAT_LITERAL -> "float";
            case DOUBLE_LITERAL -> "double";
            case BOOLEAN_LITERAL -> "boolean";
            case CHAR_LITERAL -> "char";
            case STRING_LITERAL -> "String";
            default -> null;
        };
    }

    private String variable(String name) {
        for (NotebookCode.Place place : code.declared(name, false, user)) {
            for (Tree tree : place.piece().trees()) {
                if (!(tree instanceof VariableTree variable) || !variable.getName().contentEquals(name)) continue;
                return variable.getType() == null ? of(variable.getInitializer()) : variable.getType().toString();
            }
        }
        return null;
    }

    /// Returns what a method of a known class gives, if all of that name and number of parameters give the same, and no type parameter is in it.
    private Class<?> called(MethodInvocationTree call) {
        if (!(call.getMethodSelect() instanceof MemberSelectTree select)) return null;
        Class<?> owner = owner(select.getExpression());
        if (owner == null) return null;
        Set<Class<?>> results = new HashSet<>();
        for (Method method : owner.getMethods()) {
            boolean meant = select.getIdentifier().contentEquals(method.getName())
                && (method.getParameterCount() == call.getArguments().size() || method.isVarArgs()) && !method.isBridge();
            if (meant) results.add(method.getGenericReturnType() instanceof Class<?> plain ? plain : null);
        }
        return results.size() == 1 ? results.iterator().next() : null;
    }

    private Class<?> owner(ExpressionTree expression) {
        if (steps-- <= 0) return null;
        if (expression instanceof MethodInvocationTree call) return called(call);
        if (expression instanceof IdentifierTree name) {
            String declared = variable(name.getName().toString());
            return known(declared == null ? name.getName().toString() : declared);
        }
        return expression instanceof NewClassTree object && object.getClassBody() == null ? known(object.getIdentifier().toString()) : null;
    }

    private Class<?> known(String name) {
        if (name.contains(".")) return name.startsWith("upsampling.") || name.startsWith("java.") ? ImportLine.type(name) : null;
        if (code.type(name, user) != null) return null; // a type of a cell, whatever an import has
        for (NotebookCode.Place place : code.imports(user)) {
            ImportLine line = ImportLine.of(place.piece().text());
            boolean course = line.owner().startsWith("upsampling.") || line.owner().startsWith("java.");
            if (!course || line.isStatic() || !line.name().equals("*") && !line.name().equals(name)) continue;
            Class<?> type = ImportLine.type(line.owner() + "." + name);
            if (type != null) return type;
        }
        Class<?> type = ImportLine.type("java.util." + name);
        return type == null ? ImportLine.type("java.lang." + name) : type;
    }
}
