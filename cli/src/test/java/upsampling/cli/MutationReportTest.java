package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationReportTest {
    @TempDir
    private Path folder;

    private static String mutant(boolean killed, int tests, String method) {
        return """
            <mutation detected='%b' status='%s' numberOfTestsRun='%d'><sourceFile>Reference.java</sourceFile>
            <mutatedClass>upsampling.solutions.lesson01.Reference</mutatedClass><mutatedMethod>%s</mutatedMethod><methodDescription>()V</methodDescription>
            <lineNumber>15</lineNumber><mutator>org.pitest.mutationtest.engine.gregor.mutators.ConditionalsBoundaryMutator</mutator>
            <indexes><index>5</index></indexes><blocks><block>0</block></blocks><killingTest/><description>changed</description></mutation>
            """.formatted(killed, killed ? "KILLED" : "SURVIVED", tests, method);
    }

    private MutationReport report(String... mutants) throws IOException {
        return MutationReport.read(Files.writeString(folder.resolve("mutations.xml"), "<mutations>" + String.join("", mutants) + "</mutations>"));
    }

    private static String[] killed(int count) {
        String[] all = new String[count];
        for (int i = 0; i < count; i++) all[i] = mutant(true, 1, "maxPool2d");
        return all;
    }

    private static String[] with(String[] mutants, String... more) {
        String[] all = java.util.Arrays.copyOf(mutants, mutants.length + more.length);
        System.arraycopy(more, 0, all, mutants.length, more.length);
        return all;
    }

    @Test
    void ninetyFiveOfAHundredAreEnoughAndNinetyFourAreNot() throws IOException {
        String survivor = mutant(false, 3, "outputSize");
        assertEquals(List.of(), report(with(killed(95), survivor, survivor, survivor, survivor, survivor)).problems(List.of()));
        List<String> problems = report(with(killed(94), survivor, survivor, survivor, survivor, survivor, survivor)).problems(List.of());
        assertEquals("94.0 % of the mutants are killed, at least 95 % are asked for", problems.getFirst());
        assertEquals("survives: Reference outputSize ConditionalsBoundary, line 15", problems.get(1));
    }

    @Test
    void noMutantAndNoTestAreFailures() throws IOException {
        assertTrue(report().problems(List.of()).getFirst().contains("no mutant"));
        assertTrue(report(mutant(true, 0, "maxPool2d")).problems(List.of()).getFirst().contains("no test"));
        assertThrows(Failure.class, () -> MutationReport.read(folder.resolve("none.xml")));
    }

    @Test
    void aSurvivorIsExcusedByNameWithAReasonOnly() throws IOException {
        MutationReport report = report(with(killed(1), mutant(false, 3, "outputSize")));
        String name = "Reference outputSize ConditionalsBoundary";
        assertEquals(List.of(), report.problems(List.of(name + " | the two agree at 0")));
        assertTrue(report.problems(List.of(name)).getFirst().contains("no reason"));
        assertTrue(report.problems(List.of(name + " | the two agree at 0", "Reference mean Math | never seen")).getFirst().contains("does not survive"));
    }

    @Test
    void linesWithoutAnExcuseAreSkipped() throws IOException {
        Path file = Files.writeString(folder.resolve("mutants.txt"), "# a remark\n\nA b C | reason\n");
        assertEquals(List.of("A b C | reason"), MutationReport.excuses(file));
        assertEquals(List.of(), MutationReport.excuses(folder.resolve("none")));
    }
}
