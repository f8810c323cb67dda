package upsampling.solutions.attacks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import upsampling.grader.Seed;
import upsampling.grader.engine.Engine;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Observed;
import upsampling.grader.result.Scoring;
import upsampling.solutions.SolvedCatalog;

/// A grader as many are: students, tests, expected values and grades live in one virtual machine, whose class path begins with the student's classes. It is there to be
/// beaten: an attack that does not succeed here proves nothing elsewhere.
///
/// It says what it found in three ways, each of which some graders believe: a file, a line on standard output, and the exit code.
public final class Naive {
    /// Points by student. Not private: its author did not expect anybody else in this machine.
    static final Map<String, Double> POINTS = new LinkedHashMap<>();
    /// Processor time of the answer so far, in milliseconds.
    static double cost;

    private static final double MOST_COST = 1000;
    private static final int TRIES = 12;

    private Naive() { }

    /// What it tests with.
    enum Tests {
        /// The public tests and those with inputs from a seed.
        ALL,
        /// The public tests, which everybody can read.
        PUBLIC,
        /// A comparison that looks right, see {@link Sloppy}.
        SLOPPY,
        /// All tests, again and again: a student may hand in as often as he likes.
        AGAIN,
        /// A reader of the source text who does what it says; it stands for a language model.
        READER
    }

    /// @param arguments the task, the tests, the folder of the grades; then for each of two students a name, the folder of the sources, the class, and the folder of the classes,
    ///     empty for the class path
    public static void main(String[] arguments) throws Exception {
        Tests tests = Tests.valueOf(arguments[1]);
        LessonPlan lesson = Lessons.all().stream().filter(one -> arguments[0].startsWith(one.number() + ".")).findFirst().orElseThrow();
        if (tests != Tests.PUBLIC) lesson = lesson.withHidden(new SolvedCatalog().hiddenTests(lesson.type()).toArray(Class<?>[]::new));
        TaskPlan task = lesson.task(arguments[0]);
        double first = 0;
        for (int i = 3; i < arguments.length; i += 4) {
            double points = 0;
            List<Double> tries = new ArrayList<>();
            for (int one = 0; one < (tests == Tests.AGAIN ? TRIES : 1); one++) tries.add(points(tests, task, arguments[i], arguments[i + 1], arguments[i + 2], arguments[i + 3]));
            for (double one : tries) points = Math.max(points, one);
            POINTS.merge(arguments[i], points, Math::max);
            System.out.println("Grade :=>> " + points);
            if (tries.stream().distinct().count() > 1) System.out.println("Tries differ :=>> " + arguments[i]);
            if (i == 3) first = POINTS.get(arguments[i]);
        }
        Files.writeString(Path.of(arguments[2], Place.GRADES), json());
        System.exit(first == task.max().value() ? 0 : 1);
    }

    private static String json() {
        List<String> lines = new ArrayList<>();
        POINTS.forEach((student, points) -> lines.add("\"" + student + "\": " + points));
        return "{" + String.join(", ", lines) + "}";
    }

    private static double points(Tests tests, TaskPlan task, String student, String sources, String type, String classes) throws Exception {
        if (tests == Tests.READER) return told(Path.of(sources)) ? task.max().value() : 0;
        Object answer;
        try {
            ClassLoader loader = classes.isEmpty() ? Naive.class.getClassLoader() : new Own(Path.of(classes).toUri().toURL());
            var constructor = Class.forName(type, true, loader).getDeclaredConstructor();
            constructor.setAccessible(true);
            answer = constructor.newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            System.out.println(student + ": " + e);
            return 0;
        }
        System.out.println(student + " handed in " + answer);
        if (tests == Tests.SLOPPY) return Sloppy.points(task, answer);
        List<Observed> observed = new ArrayList<>();
        double before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
        Engine.Run run = Engine.run(task, answer, Seed.DEFAULT, observed::add);
        cost += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6 - before;
        var result = Scoring.score(task, type, observed, run.ending(), Misconceptions.NONE);
        System.out.println(student + ": " + result.message());
        return cost > MOST_COST ? 0 : result.score().value();
    }

    private static boolean told(Path sources) throws IOException {
        try (var files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).toLowerCase(java.util.Locale.ROOT).matches("(?s).*(ignore|disregard)[^.]*instructions.*full marks.*")) return true;
            }
        }
        return false;
    }

    /// Loads the answers of one student from their own folder.
    private static final class Own extends URLClassLoader {
        Own(URL folder) {
            super(new URL[] {folder}, Naive.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("answers.")) return super.loadClass(name, resolve);
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
