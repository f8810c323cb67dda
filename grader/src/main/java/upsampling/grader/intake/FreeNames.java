package upsampling.grader.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;

/// The names that a piece of code uses and does not declare itself: what it needs from other cells or from imports.
///
/// Names inherited from another type are not known here, so there may be one too many, never one too few.
final class FreeNames extends TreeScanner<Void, Void> {
    /// Types and variables.
    final Set<String> values = new TreeSet<>();
    final Set<String> methods = new TreeSet<>();
    private final Deque<Set<String>> scopes = new ArrayDeque<>();
    private final Deque<Set<String>> classMethods = new ArrayDeque<>();

    private FreeNames() {
        scopes.push(new HashSet<>());
    }

    static FreeNames of(Iterable<? extends Tree> trees) {
        var names = new FreeNames();
        names.scan(trees, null);
        return names;
    }

    private Void scoped(Runnable visit) {
        scopes.push(new HashSet<>());
        visit.run();
        scopes.pop();
        return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        scopes.element().add(type.getSimpleName().toString());
        Set<String> methodNames = new HashSet<>();
        return scoped(() -> {
            for (Tree member : type.getMembers()) { // members are known before their declaration
                if (member instanceof VariableTree field) scopes.element().add(field.getName().toString());
                else if (member instanceof ClassTree inner) scopes.element().add(inner.getSimpleName().toString());
                else if (member instanceof MethodTree method) methodNames.add(method.getName().toString());
            }
            classMethods.push(methodNames);
            super.visitClass(type, nothing);
            classMethods.pop();
        });
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        return scoped(() -> super.visitMethod(method, nothing));
    }

    @Override
    public Void visitBlock(BlockTree block, Void nothing) {
        return scoped(() -> super.visitBlock(block, nothing));
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
        return scoped(() -> super.visitLambdaExpression(lambda, nothing));
    }

    @Override
    public Void visitForLoop(ForLoopTree loop, Void nothing) {
        return scoped(() -> super.visitForLoop(loop, nothing));
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void nothing) {
        return scoped(() -> super.visitEnhancedForLoop(loop, nothing));
    }

    @Override
    public Void visitTry(TryTree attempt, Void nothing) {
        return scoped(() -> super.visitTry(attempt, nothing));
    }

    @Override
    public Void visitCatch(CatchTree handler, Void nothing) {
        return scoped(() -> super.visitCatch(handler, nothing));
    }

    @Override
    public Void visitCase(CaseTree one, Void nothing) {
        return scoped(() -> super.visitCase(one, nothing));
    }

    @Override
    public Void visitTypeParameter(TypeParameterTree parameter, Void nothing) {
        scopes.element().add(parameter.getName().toString());
        return super.visitTypeParameter(parameter, nothing);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        scopes.element().add(variable.getName().toString());
        return super.visitVariable(variable, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        if (!(call.getMethodSelect() instanceof IdentifierTree name)) return super.visitMethodInvocation(call, nothing);
        String method = name.getName().toString();
        if (classMethods.stream().noneMatch(own -> own.contains(method))) methods.add(method);
        scan(call.getTypeArguments(), nothing);
        return scan(call.getArguments(), nothing);
    }

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
        String name = identifier.getName().toString();
        if (scopes.stream().noneMatch(scope -> scope.contains(name))) values.add(name);
        return null;
    }
}
