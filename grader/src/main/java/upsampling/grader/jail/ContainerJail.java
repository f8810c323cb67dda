package upsampling.grader.jail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import upsampling.grader.run.GraderFailure;

/// A container of podman (4.3 or newer): namespaces and a root as those of {@link UnshareJail}, its filter of calls to the kernel, and a control group in which the kernel counts the
/// memory, the processes and the processor time of all that runs in it. Only the compiler can write files: podman can limit their size, but not their number.
///
/// It must be named, since its start costs more: `./course grade --rehearse 20 --lesson 1 --jail podman` took 45 s, and 31 s behind unshare (median of 10 on two busy
/// processors). For the administrator only, since on many systems nobody else can limit a container. Docker cannot do it: it runs images only, and not a folder.
public record ContainerJail() implements Jail {
    private static final List<String> PODMAN = List.of("podman", "--events-backend", "none");
    private static final String LABEL = "upsampling.grader";
    private static final String PID_FILE = "container.pid";
    private static final String SCRATCH = "/dev/scratch"; // of a folder that is there runc takes the rights, too, and nobody could write to /tmp; so this is one that is not
    private static final String PROCESSORS = "1"; // a grader runs as many answers side by side as there are
    private static final long LIMIT_SECONDS = 30;

    @Override
    public String name() {
        return "podman";
    }

    @Override
    public int tier() {
        return 3;
    }

    @Override
    public boolean isAutomatic() {
        return false;
    }

    @Override
    public boolean countsMemory() {
        return true;
    }

    @Override
    public String obstacle() {
        if (!System.getProperty("os.name").equals("Linux")) return "containers without a machine of their own are a thing of Linux";
        if (Tools.find("podman") == null) return "podman is missing (packages podman and runc)";
        return Tools.isRoot() ? "" : "only the administrator can limit a container everywhere";
    }

    @Override
    public List<String> command(JailedProgram program, int slot, Path scratch) {
        String memory = program.memoryMebibytes() + "m";
        List<String> command = new ArrayList<>(PODMAN);
        if (Tools.find("runc") != null) command.addAll(List.of("--runtime", "runc")); // crun refuses a machine with control groups of both versions
        command.addAll(List.of("run", "--rm", "--interactive", "--pull", "never", "--name", containerName(scratch), "--label", LABEL + "=" + Graders.self(), "--pidfile",
            scratch.resolve(PID_FILE).toString(), "--log-driver", "none", "--no-healthcheck", "--stop-timeout", "0"));
        command.addAll(List.of("--network", "none", "--ipc", "none", "--no-hosts", "--hostname", "jail", "--unsetenv-all", "--http-proxy=false"));
        command.addAll(List.of("--read-only", "--read-only-tmpfs=false"));
        if (program.usesScratch()) command.addAll(List.of("--tmpfs", SCRATCH + ":rw,size=" + program.scratchMebibytes() + "m,mode=1777,nosuid,nodev,noexec"));
        command.addAll(List.of("--user", Users.of(slot) + ":" + Users.of(slot), "--passwd=false", "--cap-drop", "all", "--security-opt", "no-new-privileges"));
        command.addAll(List.of("--memory", memory, "--memory-swap", memory, "--pids-limit", Integer.toString(Limits.PROCESSES), "--cpus", PROCESSORS));
        command.addAll(Limits.ofContainer());
        command.addAll(List.of("--rootfs", program.root().path().toString()));
        command.addAll(program.limitedInRoot(program.usesScratch() ? SCRATCH : "/tmp"));
        return command;
    }

    private static String containerName(Path scratch) {
        return "course-" + ProcessHandle.current().pid() + "-" + scratch.getFileName();
    }

    /// Removes the containers of graders that were killed.
    @Override
    public void prepare() {
        String listed = podman("ps", "--all", "--filter", "label=" + LABEL, "--format", "{{.ID}} {{index .Labels \"" + LABEL + "\"}}");
        for (String line : listed.lines().toList()) {
            String[] words = line.split(" ");
            if (words.length == 2 && Graders.isDead(words[1])) podman("rm", "--force", "--time", "0", "--ignore", words[0]);
        }
    }

    @Override
    public ProcessHandle inside(ProcessHandle started, Path scratch) {
        try {
            String pid = Files.readString(scratch.resolve(PID_FILE)).strip();
            return pid.isEmpty() ? started : ProcessHandle.of(Long.parseLong(pid)).orElse(started);
        } catch (IOException | NumberFormatException early) {
            return started;
        }
    }

    /// A container whose first process was killed is removed by its own monitor; one that was about to start is not.
    @Override
    public void sweep(int slot, Path scratch) {
        if (Files.exists(scratch.resolve(PID_FILE))) return;
        try {
            podman("rm", "--force", "--time", "0", "--ignore", containerName(scratch));
        } catch (GraderFailure cannot) {
            // the next grader finds it
        }
    }

    private static String podman(String... arguments) {
        List<String> command = new ArrayList<>(PODMAN);
        command.addAll(List.of(arguments));
        try {
            Path said = Files.createTempFile("course-", "-podman");
            try {
                Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
                else if (process.exitValue() == 0) return Files.readString(said);
                throw new GraderFailure("grade: podman " + arguments[0] + " failed: " + new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip());
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new GraderFailure("grade: podman " + arguments[0] + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
