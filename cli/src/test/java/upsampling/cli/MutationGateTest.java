package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationGateTest {
    private static final String NAME = "lesson01.Reference outputSize ConditionalsBoundary";
    private static final Excuses NONE = new Excuses("mutants.txt", List.of());

    @TempDir
    private Path folder;

    private static String mutant(boolean killed, int tests) {
        return """
            <mutation detected='%b' status='%s' numberOfTestsRun='%d'><sourceFile>Reference.java</sourceFile>
            <mutatedClass>upsampling.solutions.lesson01.Reference</mutatedClass><mutatedMethod>outputSize</mutatedMethod>
            <methodDescription>()V</methodDescription><lineNumber>15</lineNumber>
            <mutator>org.pitest.mutationtest.engine.gregor.mutators.ConditionalsBoundaryMutator</mutator>
            <indexes><index>5</index></indexes><blocks><block>0</block></blocks><killingTest/><description>changed</description></mutation>
            """.formatted(killed, killed ? "KILLED" : "SURVIVED", tests);
    }

    /// A report as PIT writes it: so many killed, so many survivors, and for each so many tests run.
    private MutationReport report(int killed, int survivors, int tests) throws IOException {
        List<String> mutants = new ArrayList<>(Collections.nCopies(killed, mutant(true, tests)));
        mutants.addAll(Collections.nCopies(survivors, mutant(false, tests)));
        return MutationReport.read(Files.writeString(folder.resolve("mutations.xml"), "<mutations>" + String.join("", mutants) + "</mutations>"));
    }

    @Test
    void ninetyFiveOfAHundredAreEnoughAndNinetyFourAreNot() throws IOException {
        assertEquals(List.of(), MutationGate.of(report(95, 5, 1), report(90, 10, 1), NONE).problems());
        List<String> problems = MutationGate.of(report(94, 6, 1), report(90, 10, 1), NONE).problems();
        assertEquals(List.of("94.0 % of the mutants are killed, at least 95 % are asked for"), problems);
    }

    @Test
    void anExcusedSurvivorDoesNotCount() throws IOException {
        Excuses one = new Excuses("mutants.txt", List.of(NAME + " | the two agree at 0"));
        MutationGate gate = MutationGate.of(report(19, 2, 1), report(10, 11, 1), one);
        assertEquals(List.of(), gate.problems());
        assertEquals("✓ mutants of the references              19 of 21 killed, 1 excused: 95.0 %; by public tests alone 50.0 %\n  survives: " + NAME + ", line 15",
            gate.toText().replace(System.lineSeparator(), "\n"));
        assertEquals(90.48, MutationGate.of(report(19, 2, 1), report(10, 11, 1), NONE).all().share(0), .01);
    }

    @Test
    void anExcuseForAKilledMutantIsAProblem() throws IOException {
        Excuses gone = new Excuses("mutants.txt", List.of(NAME + " | the two agree at 0"));
        assertEquals(List.of("mutants.txt excuses what does not survive: " + NAME), MutationGate.of(report(5, 0, 1), report(5, 0, 1), gone).problems());
    }

    @Test
    void noMutantAndNoTestAreFailures() throws IOException {
        assertTrue(MutationGate.of(report(0, 0, 1), report(5, 0, 1), NONE).problems().getFirst().contains("no mutant of the references for all graded tests"));
        assertTrue(MutationGate.of(report(5, 0, 0), report(5, 0, 1), NONE).problems().getFirst().contains("ran none of all graded tests"));
        assertTrue(MutationGate.of(report(5, 0, 1), report(5, 0, 0), NONE).problems().getFirst().contains("ran none of the public tests"));
    }

    @Test
    void withoutAReportTheGateFails() {
        assertThrows(Failure.class, () -> MutationReport.read(folder.resolve("none.xml")));
        MutationGate gate = MutationGate.of(new Place(folder, folder));
        assertEquals(1, gate.problems().size());
        assertTrue(gate.toText().startsWith("✗ mutants of the references            no report"), gate.toText());
    }
}
