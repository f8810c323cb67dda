package upsampling.grader.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.lang.model.element.Modifier;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;

/// What a Java file declares.
///
/// @param packageName empty if it names none
/// @param publicType the name its file must have; empty if no type is public
/// @param firstType of all its types, empty if there is none
/// @param methods the names of the methods of its top-level types, and whether each has more than a starter's body
record JavaOutline(String packageName, String publicType, String firstType, Map<String, Boolean> methods) {
    static final JavaOutline NONE = new JavaOutline("", "", "", Map.of());

    static JavaOutline of(JavaText.Parsed parsed) {
        String packageName = parsed.unit().getPackageName() == null ? "" : parsed.unit().getPackageName().toString();
        String publicType = "";
        String firstType = "";
        Map<String, Boolean> methods = new HashMap<>();
        for (Tree tree : parsed.unit().getTypeDecls()) {
            if (!(tree instanceof ClassTree declared)) continue;
            if (firstType.isEmpty()) firstType = declared.getSimpleName().toString();
            if (declared.getModifiers().getFlags().contains(Modifier.PUBLIC)) publicType = declared.getSimpleName().toString();
            for (Tree member : declared.getMembers()) {
                if (member instanceof MethodTree method) methods.merge(method.getName().toString(), isWritten(method), Boolean::logicalOr);
            }
        }
        return new JavaOutline(packageName, publicType, firstType, methods);
    }

    /// Whether a method has another body than the starter's `throw new UnsupportedOperationException(...)` or the lesson's `return Pooling.super...`.
    static boolean isWritten(MethodTree method) {
        BlockTree body = method.getBody();
        if (body == null) return false;
        List<? extends StatementTree> statements = body.getStatements();
        if (statements.size() != 1) return true;
        return switch (statements.getFirst()) {
            case ThrowTree thrown -> !(thrown.getExpression() instanceof NewClassTree made && made.getIdentifier().toString().endsWith("UnsupportedOperationException"));
            case ReturnTree returned -> !callsDefault(returned.getExpression(), method.getName().toString());
            default -> true;
        };
    }

    private static boolean callsDefault(ExpressionTree returned, String method) {
        return returned instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals(method) && select.getExpression() instanceof MemberSelectTree owner
            && owner.getIdentifier().contentEquals("super");
    }
}
