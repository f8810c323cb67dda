package upsampling.grader.jail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private JailRoot make(JailRoot.Preparation meanwhile) throws IOException {
        return JailRoot.of(folder, "answers", List.of("java.base"), ClassClosure.of(List.of("upsampling/grader/jailed/ProbeHost")), meanwhile);
    }
}
