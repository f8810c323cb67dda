package upsampling.grader.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import upsampling.grader.compile.AnswerCompiler.Outline;
import upsampling.grader.engine.RunEnded;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.jail.Budget;
import upsampling.grader.jail.JailedProcess;
import upsampling.grader.jail.Walls;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.run.Answer;
import upsampling.grader.run.AnswerRules;
import upsampling.grader.wire.Frame;
import upsampling.grader.wire.WireFault;
import upsampling.grader.wire.WireLimits;
import upsampling.grader.wire.WireReader;
import upsampling.grader.wire.WireWriter;

/// Compiles the files of a submission behind the wall, and sees which tasks they answer. One file that stops the compiler costs its own tasks only.
final class SubmissionCompiler {
    private static final int MOST_NAMES = 1000;

    private final Walls walls;
    private final Budgets budgets;

    SubmissionCompiler(Walls walls, Budgets budgets) {
        this.walls = walls;
        this.budgets = budgets;
    }

    /// What the compiler made, and the processor time it took.
    record Compiled(List<Answer> answers, Duration processorTime) { }

    Compiled compile(LessonPlan lesson, List<SourceFile> files, int slot) throws InterruptedException {
        List<Integer> all = IntStream.range(0, files.size()).boxed().toList();
        try {
            return compile(lesson, files, all, slot);
        } catch (RunEnded ended) {
            List<Answer> answers = new ArrayList<>();
            Duration time = Duration.ZERO;
            for (int one : all) {
                try {
                    Compiled compiled = compile(lesson, files, List.of(one), slot);
                    answers.addAll(compiled.answers);
                    time = time.plus(compiled.processorTime);
                } catch (RunEnded again) {
                    answers.add(AnswerRules.uncompilable(files.get(one).name(), again.ending().message().replace("The answer", "The compiler"), lesson));
                }
            }
            return new Compiled(answers, time);
        }
    }

    /// @param wanted the files to compile; the others are there for classes that these name
    private Compiled compile(LessonPlan lesson, List<SourceFile> files, List<Integer> wanted, int slot) throws InterruptedException {
        var request = new WireWriter().text(AnswerRules.packageName(lesson)).number(files.size());
        for (SourceFile file : files) request.text(file.name()).bytes(file.bytes());
        request.value(int[].class, wanted.stream().mapToInt(Integer::intValue).toArray());
        try (JailedProcess process = walls.start(walls.compiler(), slot)) {
            Frame reply = process.ask(Frame.Kind.COMPILE, request, Budget.of(budgets.ofCompiler()));
            var made = new WireReader(reply.payload());
            List<Answer> answers = new ArrayList<>();
            for (int one : wanted) answers.add(answer(files.get(one).name(), lesson, made));
            made.end();
            return new Compiled(answers, process.processorTime());
        } catch (WireFault fault) {
            throw RunEnded.crash(fault.getMessage());
        }
    }

    private static Answer answer(String file, LessonPlan lesson, WireReader made) throws WireFault {
        var outline = new Outline(made.text(), texts(made), texts(made));
        List<String> errors = texts(made);
        Map<String, byte[]> classes = new HashMap<>();
        int count = made.number(MOST_NAMES, "classes");
        for (int i = 0; i < count; i++) classes.put(made.text(), made.bytes(WireLimits.FRAME, "bytes of a class"));
        Answer known = AnswerRules.beforeCompiling(file, outline, lesson);
        if (known != null) return known;
        return AnswerRules.compiled(file, outline, errors, new CompiledClasses(classes), lesson);
    }

    private static List<String> texts(WireReader made) throws WireFault {
        String[] texts = (String[]) made.value(String[].class);
        if (texts == null) throw new WireFault("a list is missing");
        for (String text : texts) if (text == null) throw new WireFault("a list has a hole");
        return List.of(texts);
    }
}
