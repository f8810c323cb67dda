package upsampling.grader.jail;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Numbers of users that nobody has, for programs behind a wall. The kernel counts processes per user, also across containers; so every grader draws numbers of its own, and
/// a thread bomb in one of them does not stop the start of a program in another.
final class Users {
    private static final int SLOTS = 1000; // programs at a time, of one grader
    private static final long FIRST = 2_000_000_000L; // no system gives these to people
    private static final long DRAWS = 100_000;
    private static final long SMALL_FIRST = 30_000; // in a container that has 65,536 users only
    private static final long SMALL_DRAWS = 30;
    private static final int MOST_DRAWS = 200; // then all are taken, and what an answer leaves stays
    private static final long END_SECONDS = 5;

    private static boolean isOwn; // whether no other grader has the same users
    private static FileChannel reserved; // open until this grader ends
    private static final long OWN = draw();

    private Users() { }

    /// Returns the user of a program.
    ///
    /// @param slot from 0
    static long of(int slot) {
        return OWN + slot % SLOTS;
    }

    /// Returns the beginning of a command line that gives up all rights: those of the administrator, and, where this is the administrator, the user.
    ///
    /// @param setpriv the tool, as the program will see it
    static List<String> withoutRights(String setpriv, int slot) {
        List<String> command = new ArrayList<>(List.of(setpriv));
        if (Tools.isRoot()) command.addAll(List.of("--reuid=" + of(slot), "--regid=" + of(slot), "--clear-groups"));
        command.addAll(List.of("--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", "--"));
        return command;
    }

    /// Ends every process of a user, wherever it stands. The kernel does that in one go, so nothing escapes by starting a child meanwhile.
    ///
    /// Nothing is done by anybody but the administrator, who alone can start programs as that user, nor if another grader may have the same users.
    static void endAll(int slot) {
        if (!Tools.isRoot() || !isOwn) return;
        List<String> command = withoutRights("setpriv", slot);
        command.addAll(List.of("sh", "-c", "kill -s KILL -- -1")); // all that this user may end, but for itself
        try {
            Process end = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!end.waitFor(END_SECONDS, TimeUnit.SECONDS)) end.destroyForcibly(); // later it would end what runs next in this slot
        } catch (IOException cannot) {
            // the wall could not have been raised either
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long draw() {
        var random = new SecureRandom();
        if (mapped() > FIRST + DRAWS * SLOTS) {
            isOwn = true;
            return FIRST + random.nextLong(DRAWS) * SLOTS;
        }
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        long drawn = SMALL_FIRST;
        for (int draws = 0; draws < MOST_DRAWS && !isOwn; draws++) {
            drawn = SMALL_FIRST + random.nextLong(SMALL_DRAWS) * SLOTS;
            isOwn = reserve(folder, drawn);
        }
        return drawn;
    }

    /// Makes sure that no other grader of this container has the same users: one of thirty draws is the same there, and one grader would end the programs of the other.
    ///
    /// @param folder that all graders share
    static boolean reserve(Path folder, long users) {
        Path file = folder.resolve("course-users-" + users);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (channel.tryLock() == null) {
                channel.close();
                return false;
            }
            reserved = channel;
            file.toFile().deleteOnExit();
            return true;
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return false;
        }
    }

    /// Returns how many users there are in this container.
    private static long mapped() {
        try {
            String[] firstLine = Files.readString(Path.of("/proc/self/uid_map")).strip().split("\\s+");
            return Long.parseLong(firstLine[2]);
        } catch (IOException | RuntimeException elsewhere) {
            return 0;
        }
    }
}
