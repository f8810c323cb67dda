package upsampling.grader.jail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.Collectors;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.run.GraderFailure;
import upsampling.grader.run.WorkFolder;

/// The wall that a run uses, with the programs behind it.
///
/// @param probe the wall and what it is worth here
/// @param answers the program that holds an answer
/// @param compiler the program that compiles answers
/// @param folder of the run, with which all programs end
/// @param largestAnswer the most memory that an answer's machine ever held, in bytes, as far as the system says
public record Walls(SelfProbe probe, JailedProgram answers, JailedProgram compiler, WorkFolder folder, LongAccumulator largestAnswer) {
    private static final List<Jail> ALL = List.of(new UnshareJail(), new BwrapJail(), new UidJail(), new Unjailed(), new ContainerJail());
    private static final String HOSTS = "upsampling/grader/jailed/";
    /// What answers must not call, but the compiler must know: else the rule that names the line and the reason never sees the call, and the student reads "cannot find symbol".
    private static final List<String> FORBIDDEN_PACKAGES = List.of("upsampling.op", "upsampling.metric", "upsampling.nn", "upsampling.init", "upsampling.data", "upsampling.autograd");
    private static final List<String> COMPILER_MODULES = List.of("java.base", "java.desktop", "jdk.compiler");

    /// Returns all kinds of walls: those that a run without a name chooses from, the best first, and then those that must be named.
    public static List<Jail> all() {
        return ALL;
    }

    /// Chooses a wall and tries it.
    ///
    /// @param name of a wall, or null for the best automatic one that works
    /// @param kept where prepared roots are kept between runs
    /// @param folder of the run
    /// @param lessons whose answers will be behind it
    /// @throws GraderFailure if that wall, or none at all, works on this machine
    public static Walls raise(String name, Path kept, WorkFolder folder, List<LessonPlan> lessons) throws IOException, InterruptedException {
        JailRoot answers = JailRoot.of(kept, "answers", List.of("java.base"), withShow(answerRoots(lessons)), _ -> { });
        JailRoot compiler = JailRoot.of(kept, "compiler", COMPILER_MODULES, withShow(withForbidden(with(lessons, HOSTS + "CompileHost"))), CompilerTraining::of);
        List<String> tried = new ArrayList<>();
        for (Jail jail : ALL) {
            if (name == null ? !jail.isAutomatic() : !jail.name().equals(name)) continue;
            if (!jail.obstacle().isEmpty()) {
                tried.add(jail.name() + ": " + jail.obstacle());
                continue;
            }
            SelfProbe probe = SelfProbe.of(jail, answers, folder);
            if (probe.tier() >= 0) return new Walls(probe, JailedProgram.answers(answers), JailedProgram.compiler(compiler), folder, new LongAccumulator(Math::max, 0));
            tried.add(probe.text());
        }
        if (tried.isEmpty()) {
            throw new GraderFailure("grade: there is no jail '" + name + "'; there are " + ALL.stream().map(Jail::name).collect(Collectors.joining(", ")));
        }
        throw new GraderFailure("grade: no jail works on this machine (" + String.join("; ", tried) + ")");
    }

    /// Returns the classes that a program with answers begins with.
    static List<String> answerRoots(List<LessonPlan> lessons) {
        return with(lessons, HOSTS + "AnswerHost", HOSTS + "ProbeHost");
    }

    /// Returns the classes that programs begin with: the hosts, the interfaces, and what of the library an answer may call.
    private static List<String> with(List<LessonPlan> lessons, String... hosts) {
        List<String> roots = new ArrayList<>(List.of(hosts));
        lessons.forEach(lesson -> roots.add(lesson.type().getName().replace('.', '/')));
        lessons.stream().flatMap(lesson -> lesson.tasks().stream()).flatMap(task -> task.uses().allowed().stream()).distinct()
            .flatMap(allowed -> ClassClosure.named(allowed).stream()).forEach(roots::add);
        return roots;
    }

    private static SortedMap<String, byte[]> withShow(List<String> roots) {
        SortedMap<String, byte[]> classes = ClassClosure.of(roots);
        classes.putAll(SilentShow.classes());
        return classes;
    }

    private static List<String> withForbidden(List<String> roots) {
        FORBIDDEN_PACKAGES.forEach(name -> roots.addAll(ClassClosure.named(name)));
        return roots;
    }

    /// Starts a program behind the wall.
    ///
    /// @param slot tells programs that run at the same time apart, from 0
    public JailedProcess start(JailedProgram program, int slot) {
        return JailedProcess.start(probe.jail(), program, slot, folder, program == answers ? largestAnswer : new LongAccumulator(Math::max, 0));
    }
}
