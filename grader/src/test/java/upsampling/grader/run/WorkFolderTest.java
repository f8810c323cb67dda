package upsampling.grader.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The folder of one check: nothing is left of it, whatever is being written when it ends.
@Timeout(60)
class WorkFolderTest {
    private static Thread started(Runnable code) {
        var thread = new Thread(code);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void awaitState(Thread thread, Thread.State state) throws InterruptedException {
        while (thread.getState() != state) Thread.sleep(5);
    }

    private static void write(WorkFolder folder, CountDownLatch writing, CountDownLatch goOn) {
        try {
            folder.write(() -> {
                writing.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                Path classes = Files.createDirectories(folder.path().resolve("lesson01/MyPool.java"));
                return Files.writeString(classes.resolve("MyPool.class"), "half");
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsWrittenWhileItEndsIsDeletedTooAndNothingIsWrittenAfterwards() throws Exception {
        WorkFolder folder = WorkFolder.create();
        var writing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Thread writer = started(() -> write(folder, writing, goOn));
        writing.await();
        Runtime.getRuntime().removeShutdownHook(folder.hook); // it runs now
        folder.hook.start();
        awaitState(folder.hook, Thread.State.WAITING);
        goOn.countDown();
        folder.hook.join();
        writer.join();
        assertFalse(Files.exists(folder.path()));

        Thread late = started(() -> write(folder, new CountDownLatch(1), goOn));
        awaitState(late, Thread.State.WAITING);
        assertFalse(Files.exists(folder.path()));
    }

    @Test
    void closingEndsItsProcessesAndDeletesEverything() throws Exception {
        WorkFolder folder = WorkFolder.create();
        Files.writeString(Files.createDirectories(folder.path().resolve("a/b")).resolve("c"), "c");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = folder.start(new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Sleeper.class.getName()));
        assertEquals('s', process.getInputStream().read());
        folder.close();
        assertTrue(process.waitFor(1, TimeUnit.SECONDS));
        assertFalse(Files.exists(folder.path()));
    }

    /// A process that does not end by itself.
    static final class Sleeper {
        private Sleeper() { }

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("s");
            Thread.sleep(600_000);
        }
    }
}
