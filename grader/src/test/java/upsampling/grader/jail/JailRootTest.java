package upsampling.grader.jail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.grader.plan.Lessons;

class JailRootTest {
    @TempDir
    private Path folder;

    /// As shards do that start together on a cluster: while one makes the root, another has made it. The first stays, and of the second nothing is left.
    @Test
    void gradersThatStartTogetherShareOneRoot() throws IOException {
        JailRoot root = make(_ -> make(_ -> { }));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(root.path()), files.toList());
        }
    }

    /// What a module that is not there can do, no answer can do. The silent classes of pictures are left out: their methods name types that nobody has, and nothing happens in them.
    @Test
    void answersNeedTheBaseModuleOnly() throws IOException {
        JailRoot root = JailRoot.of(folder, "answers", List.of("java.base"), Walls.answerRoots(Lessons.all()));
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        var said = new StringWriter();
        var writer = new PrintWriter(said);
        assertEquals(0, jdeps.run(writer, writer, "--print-module-deps", root.jar().toString()), said::toString); // it fails when a class is missing
        assertEquals("java.base", said.toString().strip());
    }

    private JailRoot make(JailRoot.Preparation meanwhile) throws IOException {
        return JailRoot.of(folder, "answers", List.of("java.base"), ClassClosure.of(List.of("upsampling/grader/jailed/ProbeHost")), meanwhile);
    }
}
