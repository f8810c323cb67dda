package upsampling.grader.jail;

import java.util.List;

/// The kernel's own limits for a jailed program, set by `prlimit`. An address-space limit is not among them: a virtual machine reserves gigabytes that it
/// never uses.
final class Limits {
    /// Threads and processes: a virtual machine has about twenty of its own.
    static final int PROCESSES = 256;
    private static final int FILES = 256;
    private static final int FILE_BYTES = 32 << 20;
    private static final int CPU_SECONDS = 600;

    private Limits() { }

    /// Returns the beginning of a command line that runs the rest of it within the limits.
    ///
    /// @param prlimit the tool, as the program will see it
    static List<String> command(String prlimit) {
        return List.of(prlimit, "--nproc=" + PROCESSES, "--nofile=" + FILES, "--fsize=" + FILE_BYTES, "--cpu=" + CPU_SECONDS, "--core=0", "--");
    }

    /// Returns what a container's start needs of them, since it would else ask for more than a grader may have itself.
    static List<String> ofContainer() {
        return List.of("--ulimit", "nproc=" + PROCESSES + ":" + PROCESSES, "--ulimit", "nofile=" + FILES + ":" + FILES);
    }
}
