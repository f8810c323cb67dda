package upsampling.grader.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import javax.lang.model.element.Modifier;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;

import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;

/// Finds the answers in a notebook's code: what is given to `check(...)`, and classes and variables that implement a lesson without being checked.
final class NotebookAnswers {
    private static final int DEEPEST = 20; // a variable that is made by a method that returns a variable

    private final String notebook;
    private final NotebookCode code;
    private final List<LessonPlan> lessons;
    private final List<CellAnswer> found = new ArrayList<>();

    private NotebookAnswers(String notebook, NotebookCode code, List<LessonPlan> lessons) {
        this.notebook = notebook;
        this.code = code;
        this.lessons = lessons;
    }

    /// Returns the answers in the notebook's order.
    static List<CellAnswer> of(String notebook, NotebookCode code, List<LessonPlan> lessons) {
        var answers = new NotebookAnswers(notebook, code, lessons);
        for (NotebookCode.Place place : code.places) answers.addOf(place);
        return answers.found;
    }

    private void addOf(NotebookCode.Place place) {
        Piece piece = place.piece();
        if (piece.kind() == Piece.Kind.BROKEN) addBroken(place);
        if (piece.parsed() == null) return;
        List<ExpressionTree> expressions = checked(piece);
        if (expressions.isEmpty() && piece.kind() == Piece.Kind.STATEMENT) expressions = anonymous(piece);
        for (ExpressionTree expression : expressions) {
            add(place, piece.parsed().text(expression), piece.start(expression), expression, implementations(expression, place, 0));
        }
        if (!expressions.isEmpty()) return;
        for (Tree tree : piece.trees()) {
            if (piece.kind() == Piece.Kind.TYPE && tree instanceof ClassTree type) {
                add(place, "new " + type.getSimpleName() + "()", piece.at(), null, implementations(type, place, 0));
            } else if (piece.kind() == Piece.Kind.VARIABLE && tree instanceof VariableTree variable && variable.getInitializer() != null) {
                add(place, variable.getName().toString(), piece.at(), null, implementations(variable.getInitializer(), place, 0));
            }
        }
    }

    private void add(NotebookCode.Place place, String expression, int at, Tree tree, List<Implementation> implementations) {
        for (LessonPlan lesson : lessons) {
            Map<String, Implementation> tasks = new TreeMap<>();
            for (Implementation one : implementations) {
                if (one.lesson() != lesson) continue;
                for (String task : one.tasks().keySet()) tasks.putIfAbsent(task, one); // an own method hides an inherited one
            }
            tasks.forEach((task, one) -> found.add(new CellAnswer(notebook, code, place, expression, at, tree, lesson, lesson.task(task), one.tasks().get(task), one.text())));
        }
    }

    /// A piece that is no Java still answers the tasks whose methods it names: the compiler then says what is wrong, and the others are graded.
    private void addBroken(NotebookCode.Place place) {
        String text = place.piece().text();
        for (LessonPlan lesson : lessons) {
            if (!names(text, lesson.type().getSimpleName(), "")) continue;
            for (TaskPlan task : lesson.tasks()) {
                if (names(text, task.method().getName(), "\\s*\\(")) found.add(new CellAnswer(notebook, code, place, text, place.piece().at(), null, lesson, task, true, text));
            }
        }
    }

    private static boolean names(String text, String name, String behind) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b" + behind).matcher(text).find();
    }

    /// Returns what a piece gives to `check(...)`.
    private static List<ExpressionTree> checked(Piece piece) {
        List<ExpressionTree> checked = new ArrayList<>();
        if (piece.kind() == Piece.Kind.METHOD || piece.kind() == Piece.Kind.TYPE) return checked; // there it may name parameters
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                if (call.getArguments().size() == 1 && isCheck(call.getMethodSelect())) checked.add(call.getArguments().getFirst());
                return super.visitMethodInvocation(call, nothing);
            }
        }.scan(piece.trees(), null);
        return checked;
    }

    private static boolean isCheck(ExpressionTree method) {
        return switch (method) {
            case IdentifierTree name -> name.getName().contentEquals("check");
            case MemberSelectTree select -> select.getIdentifier().contentEquals("check") && Implementation.simpleName(select.getExpression()).equals("Check");
            default -> false;
        };
    }

    private List<ExpressionTree> anonymous(Piece piece) {
        List<ExpressionTree> made = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitNewClass(NewClassTree object, Void nothing) {
                boolean ofLesson = object.getClassBody() != null && lessons.stream().anyMatch(lesson -> Implementation.isLesson(object.getIdentifier(), lesson));
                if (ofLesson) made.add(object);
                return super.visitNewClass(object, nothing);
            }
        }.scan(piece.trees(), null);
        return made;
    }

    /// Returns the class bodies that an expression's object runs, its own and those it inherits.
    private List<Implementation> implementations(ExpressionTree expression, NotebookCode.Place user, int depth) {
        if (depth > DEEPEST) return List.of();
        return switch (expression) {
            case ParenthesizedTree inside -> implementations(inside.getExpression(), user, depth + 1);
            case TypeCastTree cast -> implementations(cast.getExpression(), user, depth + 1);
            case NewClassTree object -> {
                List<Implementation> all = new ArrayList<>();
                if (object.getClassBody() != null) addBody(object.getClassBody(), List.of(object.getIdentifier()), user, depth, all);
                else addNamed(object.getIdentifier(), user, depth, all);
                yield all;
            }
            case IdentifierTree name -> {
                List<Implementation> all = new ArrayList<>();
                for (NotebookCode.Place place : code.declared(name.getName().toString(), false, user)) {
                    for (Tree tree : place.piece().trees()) {
                        boolean meant = tree instanceof VariableTree variable && variable.getName().equals(name.getName()) && variable.getInitializer() != null;
                        if (meant) all.addAll(implementations(((VariableTree) tree).getInitializer(), place, depth + 1));
                    }
                }
                yield all;
            }
            case MethodInvocationTree call when call.getMethodSelect() instanceof IdentifierTree name -> {
                List<Implementation> all = new ArrayList<>();
                for (NotebookCode.Place place : code.declared(name.getName().toString(), true, user)) addMade(place, depth, all);
                yield all;
            }
            case null, default -> List.of();
        };
    }

    /// Adds what the body of a method makes.
    private void addMade(NotebookCode.Place method, int depth, List<Implementation> all) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitNewClass(NewClassTree object, Void nothing) {
                all.addAll(implementations((ExpressionTree) object, method, depth + 1));
                return super.visitNewClass(object, nothing);
            }
        }.scan(method.piece().trees().stream().filter(MethodTree.class::isInstance).toList(), null);
    }

    private List<Implementation> implementations(ClassTree type, NotebookCode.Place user, int depth) {
        List<Implementation> all = new ArrayList<>();
        List<Tree> above = new ArrayList<>(type.getImplementsClause());
        if (type.getExtendsClause() != null) above.add(type.getExtendsClause());
        boolean makesObjects = type.getKind() == Tree.Kind.CLASS || type.getKind() == Tree.Kind.RECORD;
        boolean isAbstract = type.getModifiers().getFlags().contains(Modifier.ABSTRACT);
        if (makesObjects && (!isAbstract || depth > 0)) addBody(type, above, user, depth, all);
        return all;
    }

    private void addNamed(Tree type, NotebookCode.Place user, int depth, List<Implementation> all) {
        ClassTree named = depth > DEEPEST ? null : code.type(Implementation.simpleName(type), user);
        if (named != null) all.addAll(implementations(named, user, depth + 1));
    }

    private void addBody(ClassTree body, List<? extends Tree> above, NotebookCode.Place user, int depth, List<Implementation> all) {
        List<Implementation> inherited = new ArrayList<>();
        for (Tree type : above) addNamed(type, user, depth, inherited);
        for (LessonPlan lesson : lessons) {
            boolean implementing = above.stream().anyMatch(type -> Implementation.isLesson(type, lesson)) || inherited.stream().anyMatch(one -> one.lesson() == lesson);
            if (implementing) all.add(new Implementation(lesson, Implementation.tasks(body, lesson), body.toString()));
        }
        all.addAll(inherited);
    }
}
