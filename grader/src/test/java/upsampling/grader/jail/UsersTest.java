package upsampling.grader.jail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
    private static final long USERS = 31_000;

    @TempDir
    private Path folder;

    /// In a container with few users two graders may draw the same.
    @Test
    void aGraderKeepsItsUsersUntilItEndsAlsoIfItIsKilled() throws Exception {
        Process other = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Other.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertEquals('y', other.getInputStream().read());
            assertFalse(Users.reserve(folder, USERS));
            assertTrue(Users.reserve(folder, USERS + 1000));
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertTrue(Users.reserve(folder, USERS));
    }

    /// Another grader.
    static final class Other {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.print(Users.reserve(Path.of(arguments[0]), USERS) ? 'y' : 'n');
            System.out.flush();
            new CountDownLatch(1).await();
        }
    }
}
