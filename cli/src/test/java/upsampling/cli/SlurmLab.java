package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A real Slurm of three nodes on this machine: `src/test/slurm/lab.sh`, which ends with the pipe it reads from, so also when this virtual machine is killed.
final class SlurmLab implements AutoCloseable {
    private static final int NODES = 3;
    private static final long PATIENCE_SECONDS = 240;
    private static final List<String> TOOLS = List.of("slurmctld", "slurmd", "sbatch", "scontrol", "munged", "unshare", "pgrep");

    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader replies;
    private final Path home;
    private final Map<String, String> environment;

    private SlurmLab(Process process, Path home, Map<String, String> environment) {
        this.process = process;
        this.home = home;
        this.environment = environment;
        commands = new PrintWriter(process.outputWriter(), true);
        replies = process.inputReader();
    }

    /// Returns what is missing here, or nothing.
    static String obstacle() {
        if (!System.getProperty("os.name").equals("Linux")) return "Slurm runs on Linux";
        if (!System.getProperty("user.name").equals("root")) return "a Slurm with nodes that die needs the administrator";
        List<String> missing = TOOLS.stream().filter(tool -> !isInstalled(tool)).toList();
        return missing.isEmpty() ? "" : String.join(", ", missing) + " missing (Debian: slurmctld slurmd slurm-client munge)";
    }

    private static boolean isInstalled(String tool) {
        for (String folder : (System.getenv("PATH") + ":/usr/sbin:/sbin").split(":")) if (Files.isExecutable(Path.of(folder, tool))) return true;
        return false;
    }

    /// Starts it and waits until its nodes take jobs.
    ///
    /// @param folder which must not exist
    /// @param home where jobs are submitted, and so where they run
    /// @param variables of the jobs' environment
    static SlurmLab start(Path folder, Path home, Map<String, String> variables) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of("src/test/slurm/lab.sh").toAbsolutePath().toString(), folder.toString()));
        command.addAll(freePorts(1 + NODES));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().merge("PATH", ":/usr/sbin:/sbin", String::concat);
        Map<String, String> environment = new TreeMap<>(variables);
        environment.put("SLURM_CONF", folder.resolve("slurm.conf").toString());
        var lab = new SlurmLab(builder.start(), home, environment);
        try {
            lab.expect("up");
        } catch (IOException | AssertionError e) {
            lab.close();
            throw e;
        }
        return lab;
    }

    private static List<String> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            return sockets.stream().map(socket -> Integer.toString(socket.getLocalPort())).toList();
        } finally {
            for (ServerSocket socket : sockets) socket.close();
        }
    }

    private void expect(String reply) throws IOException {
        String line = replies.readLine();
        if (reply.equals(line)) return;
        var said = new StringBuilder().append(line);
        for (String more = replies.readLine(); more != null; more = replies.readLine()) said.append('\n').append(more);
        throw new AssertionError("the Slurm of this test: " + said);
    }

    /// Tells a node `crash`, `up`, `freeze` or `thaw`.
    void node(String command, String node) throws IOException {
        commands.println(command + " " + node);
        expect("ok");
    }

    /// Runs a program of Slurm's, which must end with 0.
    ///
    /// @return what it printed
    String run(String... command) throws IOException, InterruptedException {
        Ended ended = end(command);
        assertEquals(0, ended.exit, String.join(" ", command) + " said: " + ended.said);
        return ended.said;
    }

    /// Runs a program of Slurm's, which must not end with 0.
    ///
    /// @return what it printed
    String refused(String... command) throws IOException, InterruptedException {
        Ended ended = end(command);
        assertNotEquals(0, ended.exit, String.join(" ", command) + " said: " + ended.said);
        return ended.said;
    }

    private record Ended(int exit, String said) { }

    private Ended end(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process run = builder.start();
        String said;
        try (var reader = run.inputReader()) {
            said = String.join("\n", reader.readAllLines());
        }
        return new Ended(run.waitFor(), said);
    }

    /// Returns the state of a job, such as `COMPLETED`, `PENDING` or `FAILED`; of an array's task with an id such as `7_2`.
    String state(String job) throws IOException, InterruptedException {
        return run("scontrol", "--oneliner", "show", "job", job).replaceFirst("(?s).*?JobState=([A-Z_]+).*", "$1");
    }

    /// Waits until neither the job nor a task of its array is running or will run.
    void awaitEnd(String job) throws InterruptedException {
        await("the end of job " + job, () -> jobs("--jobs=" + job).isEmpty());
    }

    /// Waits until all nodes take jobs.
    void awaitNodes() throws InterruptedException {
        await("all nodes to be idle", () -> said("sinfo", "--noheader", "--states=idle", "--format=%D").equals(Integer.toString(NODES)));
    }

    /// Returns the jobs that are waiting or running, a line each; `squeue` without its header.
    ///
    /// @param options of `squeue`
    String jobs(String... options) {
        List<String> command = new ArrayList<>(List.of("squeue", "--noheader"));
        command.addAll(List.of(options));
        return said(command.toArray(String[]::new));
    }

    private String said(String... command) {
        try {
            return run(command);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits for something to become true.
    void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("waited " + PATIENCE_SECONDS + " s for " + what + "; Slurm says: " + everything());
            Thread.sleep(100);
        }
    }

    private String everything() {
        return said("sinfo", "--Node") + "\n" + said("squeue");
    }

    /// Kills all of it.
    @Override
    public void close() {
        commands.close(); // the end of its input
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
