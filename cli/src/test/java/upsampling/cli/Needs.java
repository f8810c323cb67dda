package upsampling.cli;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/// Tests that need what a machine may lack. Of a test factory that aborts, Surefire reports 0 tests and no reason; so it must end with one skipped test.
final class Needs {
    private Needs() { }

    /// What a factory does.
    interface Factory {
        Stream<DynamicTest> tests() throws IOException;
    }

    /// Returns the tests of a factory, or, if it aborts, a skipped one that says why. The reason is printed too.
    static Stream<DynamicTest> orSkip(Factory factory) throws IOException {
        try {
            return factory.tests();
        } catch (TestAbortedException missing) {
            String reason = missing.getMessage().replaceFirst("^Assumption failed: ", "");
            System.out.println("left out: " + reason);
            return Stream.of(dynamicTest("left out", () -> {
                throw new TestAbortedException(reason);
            }));
        }
    }

    /// Skips a test for what this machine lacks; or fails it where `UPSAMPLING_REQUIRE`, a list with commas, names `what`, as CI does.
    static void lacks(String what, String reason) {
        if (List.of(System.getenv().getOrDefault("UPSAMPLING_REQUIRE", "").split(",")).contains(what)) throw new AssertionError(what + " is required, but: " + reason);
        throw new TestAbortedException(reason);
    }
}
