package upsampling.grader.intake;

import java.util.Map;
import java.util.TreeMap;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;

import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;

/// A class body in a notebook that answers tasks of a lesson.
///
/// @param tasks the tasks whose methods it has, and whether each has more than the lesson's own body
/// @param text of the body: two equal ones are one answer
record Implementation(LessonPlan lesson, Map<String, Boolean> tasks, String text) {

    /// Whether a type is written as this lesson's interface.
    static boolean isLesson(Tree type, LessonPlan lesson) {
        return lesson.type().getSimpleName().equals(simpleName(type));
    }

    /// Returns the last name of a type, such as `Pooling` for `upsampling.tasks.Pooling`, or an empty text.
    static String simpleName(Tree type) {
        return switch (type) {
            case IdentifierTree name -> name.getName().toString();
            case MemberSelectTree select when select.getExpression() instanceof ExpressionTree -> select.getIdentifier().toString();
            case null, default -> "";
        };
    }

    /// Returns which tasks of a lesson a class body answers.
    static Map<String, Boolean> tasks(ClassTree body, LessonPlan lesson) {
        Map<String, Boolean> tasks = new TreeMap<>();
        for (Tree member : body.getMembers()) {
            if (!(member instanceof MethodTree method)) continue;
            for (TaskPlan task : lesson.tasks()) {
                boolean same = method.getName().contentEquals(task.method().getName()) && method.getParameters().size() == task.method().getParameterCount();
                if (same) tasks.put(task.id(), JavaOutline.isWritten(method));
            }
        }
        return tasks;
    }
}
