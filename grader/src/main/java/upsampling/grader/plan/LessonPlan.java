package upsampling.grader.plan;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;

import upsampling.grader.Hint;
import upsampling.grader.Lesson;
import upsampling.grader.Part;
import upsampling.grader.Points;
import upsampling.grader.Task;
import upsampling.grader.Uses;
import upsampling.grader.plan.TaskPlan.HintPlan;
import upsampling.grader.plan.TaskPlan.PartPlan;
import upsampling.grader.plan.TaskPlan.TestPlan;
import upsampling.grader.plan.TaskPlan.UsesPlan;
import upsampling.grader.result.Fraction;

/// A lesson's tasks as the annotations of its interface and tests say them. Reading them runs no student code, so points are fixed beforehand.
///
/// @param number such as 1
/// @param name such as `pooling`
/// @param type the interface
/// @param tasks ordered by id
public record LessonPlan(int number, String name, Class<?> type, List<TaskPlan> tasks) {

    /// Reads a lesson with its public tests.
    ///
    /// @throws IllegalStateException if the annotations contradict each other: an error of the lesson's author
    public static LessonPlan of(Class<?> type) {
        Lesson lesson = type.getAnnotation(Lesson.class);
        require(lesson != null, type.getName() + " needs @Lesson");
        require(type.isInterface(), type.getName() + " must be an interface");
        Map<String, Method> methods = taskMethods(type);
        Map<String, List<Method>> tests = testMethods(methods, List.of(lesson.tests()));
        List<TaskPlan> tasks = new ArrayList<>();
        for (Map.Entry<String, Method> entry : methods.entrySet()) {
            List<Method> graded = tests.getOrDefault(entry.getKey(), List.of());
            require(!graded.isEmpty(), "task " + entry.getKey() + " has no test");
            tasks.add(read(entry.getKey(), entry.getValue(), graded, usesOf(type, entry.getValue())));
        }
        return new LessonPlan(lesson.number(), lesson.name(), type, List.copyOf(tasks));
    }

    /// Returns this lesson with further, hidden tests. They add no points: a part then counts only when it holds in every test that names it.
    ///
    /// @throws IllegalStateException if a test names a task or part that the public tests do not have
    public LessonPlan withHidden(Class<?>... hiddenTests) {
        Map<String, Method> methods = taskMethods(type);
        Map<String, List<Method>> hidden = testMethods(methods, List.of(hiddenTests));
        List<TaskPlan> more = new ArrayList<>();
        for (TaskPlan task : tasks) {
            List<TestPlan> tests = new ArrayList<>(task.tests());
            for (Method method : hidden.getOrDefault(task.id(), List.of())) {
                TestPlan test = new TestPlan(method, partNames(method), true);
                for (String part : test.parts()) {
                    require(task.part(part) != null, "hidden test " + method + " names part " + part + ", which no public test has");
                }
                tests.add(test);
            }
            more.add(new TaskPlan(task.id(), task.method(), task.title(), task.max(), task.parts(), task.hints(), task.uses(), List.copyOf(tests)));
        }
        return new LessonPlan(number, name, type, List.copyOf(more));
    }

    /// Returns this lesson with its public tests only.
    public LessonPlan withoutHidden() {
        List<TaskPlan> fewer = new ArrayList<>();
        for (TaskPlan task : tasks) {
            List<TestPlan> tests = task.tests().stream().filter(test -> !test.hidden()).toList();
            fewer.add(new TaskPlan(task.id(), task.method(), task.title(), task.max(), task.parts(), task.hints(), task.uses(), tests));
        }
        return new LessonPlan(number, name, type, List.copyOf(fewer));
    }

    /// Returns the task of that id, or null.
    public TaskPlan task(String id) {
        for (TaskPlan task : tasks) {
            if (task.id().equals(id)) return task;
        }
        return null;
    }

    /// Returns the tasks whose methods this class overrides.
    public List<TaskPlan> answeredBy(Class<?> answer) {
        List<TaskPlan> answered = new ArrayList<>();
        for (TaskPlan task : tasks) {
            try {
                Method method = answer.getMethod(task.method().getName(), task.method().getParameterTypes());
                if (method.getDeclaringClass() != type) answered.add(task);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(answer.getName() + " does not have " + task.method(), impossible);
            }
        }
        return answered;
    }

    private static TaskPlan read(String id, Method method, List<Method> tests, UsesPlan uses) {
        Fraction max = Fraction.ZERO;
        List<PartPlan> parts = new ArrayList<>();
        List<HintPlan> hints = new ArrayList<>();
        List<TestPlan> plans = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Method test : tests) {
            Points points = test.getAnnotation(Points.class);
            require(points != null && points.value() >= 1, test + " needs @Points of at least 1");
            Part[] declared = test.getAnnotationsByType(Part.class);
            require(declared.length >= 1, test + " needs at least one @Part");
            int weights = 0;
            for (Part part : declared) weights = Math.addExact(weights, part.weight());
            for (Part part : declared) {
                require(part.weight() >= 1, id + "/" + part.value() + " needs a weight of at least 1");
                require(!part.hint().isBlank(), id + "/" + part.value() + " needs a hint");
                require(names.add(part.value()), id + "/" + part.value() + " is declared twice");
                parts.add(new PartPlan(part.value(), Fraction.of(points.value()).times(part.weight(), weights), part.hint()));
            }
            for (Hint hint : test.getAnnotationsByType(Hint.class)) {
                require(!hint.text().isBlank(), "hint " + id + "/" + hint.id() + " needs a text");
                require(names.add(hint.id()), "hint " + id + "/" + hint.id() + " has the name of another hint or part");
                hints.add(new HintPlan(hint.id(), hint.text()));
            }
            max = max.plus(Fraction.of(points.value()));
            plans.add(new TestPlan(test, partNames(test), false));
        }
        return new TaskPlan(id, method, title(tests.getFirst()), max, List.copyOf(parts), List.copyOf(hints), uses, List.copyOf(plans));
    }

    private static String title(Method test) {
        DisplayName name = test.getAnnotation(DisplayName.class);
        require(name != null, test + " needs a @DisplayName: it is what the learner reads");
        return name.value();
    }

    private static List<String> partNames(Method test) {
        List<String> names = new ArrayList<>();
        for (Part part : test.getAnnotationsByType(Part.class)) names.add(part.value());
        return List.copyOf(names);
    }

    private static UsesPlan usesOf(Class<?> type, Method method) {
        Uses uses = method.getAnnotation(Uses.class);
        if (uses == null) uses = type.getAnnotation(Uses.class);
        require(uses != null, method + " needs @Uses, or its interface does");
        return new UsesPlan(List.of(uses.value()), List.of(uses.except()));
    }

    private static Map<String, Method> taskMethods(Class<?> type) {
        List<Method> methods = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Task.class)) methods.add(method);
        }
        methods.sort(Comparator.comparing(method -> method.getAnnotation(Task.class).value()));
        Map<String, Method> byId = new LinkedHashMap<>();
        for (Method method : methods) {
            require(method.isDefault(), method + " must be a default method that throws its stub");
            String id = method.getAnnotation(Task.class).value();
            require(byId.put(id, method) == null, "task " + id + " is declared twice");
        }
        require(!byId.isEmpty(), type.getName() + " declares no @Task");
        return byId;
    }

    private static Map<String, List<Method>> testMethods(Map<String, Method> tasks, List<Class<?>> classes) {
        Map<String, List<Method>> byTask = new LinkedHashMap<>();
        for (Class<?> type : classes) {
            for (Method method : type.getDeclaredMethods()) {
                Task task = method.getAnnotation(Task.class);
                if (task == null) continue;
                require(tasks.containsKey(task.value()), method + " tests task " + task.value() + ", which the lesson does not have");
                byTask.computeIfAbsent(task.value(), id -> new ArrayList<>()).add(method);
            }
        }
        for (List<Method> methods : byTask.values()) methods.sort(Comparator.comparing(Method::getName)); // reflection promises no order
        return byTask;
    }

    private static void require(boolean holds, String message) {
        if (!holds) throw new IllegalStateException("Lesson: " + message);
    }
}
