package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class NeedsTest {
    private static Stream<DynamicTest> withPython(String python) throws IOException {
        return Needs.orSkip(() -> {
            assumeTrue(!python.isEmpty(), "no Python was named");
            return Stream.of(dynamicTest("one", () -> { }));
        });
    }

    @Test
    void aFactoryThatAbortsBecomesOneSkippedTestWithTheReason() throws IOException {
        List<DynamicTest> tests = withPython("").toList();
        assertEquals(1, tests.size());
        TestAbortedException skipped = assertThrows(TestAbortedException.class, () -> tests.getFirst().getExecutable().execute());
        assertEquals("no Python was named", skipped.getMessage());
    }

    @Test
    void otherwiseItsTestsAreRun() throws IOException {
        assertEquals(List.of("one"), withPython("python3").map(DynamicTest::getDisplayName).toList());
    }
}
