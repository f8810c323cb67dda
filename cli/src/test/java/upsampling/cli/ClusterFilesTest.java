package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The manifest for Kubernetes and the workflow for GitHub in `docs/cluster`, before validators that know the schemas without a network. That these can say no is tested with
/// wrong variants. What they cannot see, such as the name of a container in a rule, stands here. For the script for Slurm see {@link SlurmTest}.
class ClusterFilesTest {
    private static final Path FOLDER = Path.of("../docs/cluster");
    private static final String JOB = "kubernetes-job.yaml";
    private static final String MATRIX = "github-matrix.yml";
    private static final List<String> OLDEST_AND_NEWEST = List.of("1.33", "1.37"); // backoffLimitPerIndex is stable from 1.33 on

    @TempDir
    private Path folder;

    private record Run(int exit, String said) { }

    private static Run run(String python, String module, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(python, "-W", "ignore", "-m", module));
        command.addAll(arguments);
        List<String> said = new ArrayList<>();
        int exit = Children.run(command, Path.of("."), Map.of("PYTHONDONTWRITEBYTECODE", "1"), said::add);
        return new Run(exit, String.join("\n", said));
    }

    private static Run kubernetes(String python, Path file, String version) {
        return run(python, "kubernetes_validate", List.of("--strict", "--no-warn", "-k", version, file.toString()));
    }

    private static Run github(String python, Path file) {
        return run(python, "check_jsonschema", List.of("--builtin-schema", "vendor.github-workflows", file.toString()));
    }

    /// Writes a file of the folder with another text in one place.
    private Path changed(String name, String from, String to) throws IOException {
        String text = Files.readString(FOLDER.resolve(name));
        assertTrue(text.contains(from), name + " has no " + from);
        return Files.writeString(Files.createTempFile(folder, "wrong", "-" + name), text.replace(from, to));
    }

    @TestFactory
    Stream<DynamicTest> theManifestIsOne() throws IOException {
        return Needs.orSkip(() -> {
            String python = JupyterScript.testPython();
            return Stream.concat(
                OLDEST_AND_NEWEST.stream().map(version -> dynamicTest("Kubernetes " + version, () -> {
                    Run run = kubernetes(python, FOLDER.resolve(JOB), version);
                    assertEquals(0, run.exit, run.said);
                })),
                Stream.of(List.of("backoffLimitPerIndex", "backoffLimitPerIndx"), List.of("completions: 16", "completions: \"16\""), List.of("operator: In, ", ""),
                    List.of("status: \"True\"", "status: true"), List.of("readOnlyRootFilesystem", "readonlyRootFilesystem"), List.of("policyTypes", "policyType"))
                    .map(wrong -> dynamicTest("not with " + wrong.getLast(), () -> {
                        Run run = kubernetes(python, changed(JOB, wrong.getFirst(), wrong.getLast()), "1.33");
                        assertNotEquals(0, run.exit, run.said);
                        assertTrue(run.said.contains("validation error") || run.said.contains("error"), run.said);
                    })));
        });
    }

    @TestFactory
    Stream<DynamicTest> theWorkflowIsOne() throws IOException {
        return Needs.orSkip(() -> {
            String python = JupyterScript.testPython();
            return Stream.concat(
                Stream.of(dynamicTest("GitHub", () -> {
                    Run run = github(python, FOLDER.resolve(MATRIX));
                    assertEquals(0, run.exit, run.said);
                })),
                Stream.of(List.of("fail-fast", "fail-fst"), List.of("timeout-minutes: 60", "timeout-minutes: [60]"), List.of("contents: read", "contents: reading"),
                    List.of("runs-on:", "run-on:"))
                    .map(wrong -> dynamicTest("not with " + wrong.getLast(), () -> {
                        Run run = github(python, changed(MATRIX, wrong.getFirst(), wrong.getLast()));
                        assertNotEquals(0, run.exit, run.said);
                        assertTrue(run.said.contains("Schema validation errors"), run.said);
                    })));
        });
    }

    @Test
    void allSharesAreCutFromTheSameNumber() throws IOException {
        String job = Files.readString(FOLDER.resolve(JOB));
        assertTrue(job.contains("completions: 16 ") || job.contains("completions: 16\n"), job);
        assertTrue(job.contains("--shard $JOB_COMPLETION_INDEX/16;"), job);
        assertTrue(job.contains("containerName: grade,") && job.contains("- name: grade\n"), "the rule on exit codes is for the container of the job");
        String matrix = Files.readString(FOLDER.resolve(MATRIX));
        assertTrue(matrix.contains("shard: [0, 1, 2, 3]") && matrix.contains("--shard ${{ matrix.shard }}/4 "), matrix);
    }
}
