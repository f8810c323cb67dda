package upsampling.grader.jail;

import java.nio.file.Path;
import java.util.List;
import upsampling.grader.run.GraderFailure;

/// A wall around a program. What it is worth on a machine is found out by {@link SelfProbe}; a tier here is only what it is built for.
///
/// | tier | the wall | stops beside the tiers below |
/// |---|---|---|
/// | 0 | a second virtual machine | attacks on the grader inside a virtual machine |
/// | 1 | an identity of its own, limits on processes and files | reading the teacher's files, thread bombs |
/// | 2 | a view of its own: no network, no other files, processes or users | network, other programs, children that stay, a full disk |
/// | 3 | a group of its own, whose memory, processes and processors the kernel counts; few calls to the kernel | memory that Java does not count, most of the kernel |
public interface Jail {
    /// Returns its name, such as `unshare`.
    String name();

    /// Returns the tier that it is built for.
    int tier();

    /// Returns what it lacks on this machine, in one line; empty if it can be tried.
    String obstacle();

    /// Returns the command line that runs the program behind this wall.
    ///
    /// @param slot tells programs that run at the same time apart, from 0
    /// @param scratch an empty folder for a wall that has none of its own
    List<String> command(JailedProgram program, int slot, Path scratch);

    /// Whether it is among those that a run without a name chooses from.
    default boolean isAutomatic() {
        return true;
    }

    /// Whether the kernel ends a program that takes more memory than it may.
    default boolean countsMemory() {
        return false;
    }

    /// Gets ready before the first program of a run starts.
    ///
    /// @throws GraderFailure if this wall cannot be used here
    default void prepare() { }

    /// Returns the process whose time and memory are the program's: what it starts is below it.
    ///
    /// @param started what the command line has started
    /// @param scratch the same as for the command line
    default ProcessHandle inside(ProcessHandle started, Path scratch) {
        return started;
    }

    /// Ends what is left when the program and all below it were killed.
    ///
    /// @param slot the same as for the command line
    /// @param scratch the same as for the command line
    default void sweep(int slot, Path scratch) { }
}
