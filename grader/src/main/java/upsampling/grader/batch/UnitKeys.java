package upsampling.grader.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import upsampling.grader.Seed;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.jail.ClassClosure;
import upsampling.grader.jail.Walls;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.run.Sha256;

/// Names results by everything they depend on: the sources, the tests with the grader and the library they call, Java, the seed, and the wall. The same name, the same
/// result; so nothing is ever graded twice, and nothing old is taken for something new.
final class UnitKeys {
    private final String common;
    private final Map<Integer, byte[]> ofLessons = new ConcurrentHashMap<>();

    UnitKeys(Walls walls, Seed seed) {
        common = String.join("\n", Runtime.version().toString(), walls.probe().label(), walls.answers().root().path().getFileName().toString(),
            walls.compiler().root().path().getFileName().toString(), Long.toString(seed.value()));
    }

    /// Returns the name of the result of these files.
    String of(LessonPlan lesson, List<SourceFile> files) {
        byte[] tests = ofLessons.computeIfAbsent(lesson.number(), _ -> testsOf(lesson));
        MessageDigest digest = Sha256.start();
        add(digest, common.getBytes(StandardCharsets.UTF_8));
        add(digest, tests);
        for (SourceFile file : files) {
            add(digest, file.name().getBytes(StandardCharsets.UTF_8));
            add(digest, file.bytes());
            add(digest, file.origin().toString().getBytes(StandardCharsets.UTF_8)); // messages name its places
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static byte[] testsOf(LessonPlan lesson) {
        List<String> roots = new ArrayList<>(List.of(internal(UnitGrader.class)));
        for (TaskPlan task : lesson.tasks()) {
            for (TaskPlan.TestPlan test : task.tests()) roots.add(internal(test.method().getDeclaringClass()));
        }
        MessageDigest digest = Sha256.start();
        for (TaskPlan task : lesson.tasks()) add(digest, task.id().getBytes(StandardCharsets.UTF_8));
        ClassClosure.of(roots).forEach((name, bytes) -> {
            add(digest, name.getBytes(StandardCharsets.UTF_8));
            add(digest, bytes);
        });
        return digest.digest();
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /// Lengths keep neighbours apart: `ab` and `c` are not `a` and `bc`.
    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
