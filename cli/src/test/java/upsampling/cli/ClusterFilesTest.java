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

    /// A text in place of the right one, and what a validator says to it.
    private record Wrong(String right, String text, String said) {
        void assertRefused(Run run) {
            assertNotEquals(0, run.exit, run.said);
            assertTrue(run.said.contains(said), run.said);
        }
    }

    private Path changed(String name, Wrong wrong) throws IOException {
        String text = Files.readString(FOLDER.resolve(name));
        assertTrue(text.contains(wrong.right), name + " has no " + wrong.right);
        return Files.writeString(Files.createTempFile(folder, "wrong", "-" + name), text.replace(wrong.right, wrong.text));
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
                Stream.of(
                    new Wrong("backoffLimitPerIndex", "backoffLimitPerIndx", "'backoffLimitPerIndx' was unexpected"),
                    new Wrong("completions: 16", "completions: \"16\"", "spec.completions: '16' is not of type 'integer'"),
                    new Wrong("operator: In, ", "", "'operator' is a required property"),
                    new Wrong("status: \"True\"", "status: true", "status: True is not of type 'string'"),
                    new Wrong("readOnlyRootFilesystem", "readonlyRootFilesystem", "'readonlyRootFilesystem' was unexpected"),
                    new Wrong("policyTypes", "policyType", "'policyType' was unexpected")).map(wrong -> dynamicTest("not with " + wrong.text, () ->
                        wrong.assertRefused(kubernetes(python, changed(JOB, wrong), "1.33")))));
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
                Stream.of(
                    new Wrong("fail-fast", "fail-fst", "fail-fst"),
                    new Wrong("timeout-minutes: 60", "timeout-minutes: [60]", "[60]"),
                    new Wrong("contents: read", "contents: reading", "'reading'"),
                    new Wrong("runs-on:", "run-on:", "run-on")).map(wrong -> dynamicTest("not with " + wrong.text, () ->
                        wrong.assertRefused(github(python, changed(MATRIX, wrong))))));
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
