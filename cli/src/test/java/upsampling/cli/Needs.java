package upsampling.cli;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
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
}
