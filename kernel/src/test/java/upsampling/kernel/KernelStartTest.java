package upsampling.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import upsampling.kernel.spec.KernelSpec;

/// A kernel that cannot be reached ends at once and says why in one line: its front end would wait for it for a minute.
@Timeout(180)
class KernelStartTest {
    private static final String FILE = """
            {"transport": "tcp", "ip": "127.0.0.1", "signature_scheme": "hmac-sha256", "key": "k", \
            "shell_port": 1001, "control_port": 1002, "stdin_port": 1003, "hb_port": 1004, "iopub_port": 1005}""";

    @TempDir
    private Path folder;

    private String lineOfAnEndedKernel(Path connection) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(KernelSpec.FLAGS);
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Kernel.class.getName()));
        command.add(connection.toString());
        Path log = folder.resolve("kernel.log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process is still there");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(1, process.exitValue());
        List<String> lines = Files.readAllLines(log).stream().filter(line -> !line.startsWith("WARNING: Using incubator modules")).toList();
        assertEquals(1, lines.size(), () -> String.join("\n", lines));
        return lines.getFirst();
    }

    @Test
    void connectionFileIsMissing() throws Exception {
        Path file = folder.resolve("none.json");
        assertEquals("The kernel cannot use its connection file " + file + ": it does not exist. A front end such as ./course lab writes it and "
                + "starts the kernel.", lineOfAnEndedKernel(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .*                        | ''                         | it is empty
            .*                        | this is no JSON            | it is not JSON, or a port in it is no number
            .*                        | []                         | it is not JSON, or a port in it is no number
            \\}$                      | ''                         | it is not JSON, or a port in it is no number
            1003                      | "many"                     | it is not JSON, or a port in it is no number
            "hb_port":.1004,          | ''                         | "hb_port" is missing or out of range
            1001                      | 70000                      | "shell_port" is missing or out of range
            "key":."k",               | ''                         | "key" is missing or out of range
            "ip":."127.0.0.1",        | ''                         | "ip" is missing or out of range
            """)
    void connectionFileIsUnusable(String pattern, String replacement, String reason) throws Exception {
        Path file = Files.writeString(folder.resolve("connection.json"), FILE.replaceFirst(pattern, replacement));
        String line = lineOfAnEndedKernel(file);
        assertTrue(line.startsWith("The kernel cannot use its connection file " + file + ": " + reason + "."), line);
    }

    @Test
    void portsAreTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = Files.writeString(folder.resolve("connection.json"), FILE.replaceAll("100\\d", String.valueOf(taken.getLocalPort())));
            String line = lineOfAnEndedKernel(file);
            assertTrue(line.startsWith("The kernel cannot open the sockets that " + file + " names: "), line);
        }
    }
}
