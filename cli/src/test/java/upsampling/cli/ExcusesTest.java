package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcusesTest {
    @TempDir
    private Path folder;

    private Excuses excuses(String... lines) throws IOException {
        return Excuses.read(Files.writeString(folder.resolve("excuses.txt"), String.join("\n", lines)));
    }

    @Test
    void eachLineExcusesOneSurvivorOfItsName() throws IOException {
        Excuses.Verdict one = excuses("# a remark", "", "a b | never mind").of(List.of("a b", "a b", "c"));
        assertEquals(new Excuses.Verdict(1, List.of("a b", "c"), List.of()), one);
        Excuses.Verdict two = excuses("a b | never mind", "a b | the other one").of(List.of("a b", "a b", "c"));
        assertEquals(new Excuses.Verdict(2, List.of("c"), List.of()), two);
    }

    @Test
    void aLineNeedsAReason() throws IOException {
        assertEquals(List.of("excuses.txt gives no reason: a b", "excuses.txt gives no reason: c |"), excuses("a b", "c |").of(List.of("a b", "c")).problems());
        assertEquals(List.of("a b"), excuses("a b").of(List.of("a b")).unexcused());
    }

    @Test
    void whatDoesNotSurviveNeedsNoExcuse() throws IOException {
        assertEquals(List.of("excuses.txt excuses what does not survive: a"), excuses("a | gone", "b | still here").of(List.of("b")).problems());
    }

    @Test
    void aMissingFileExcusesNothing() {
        assertEquals(List.of(), Excuses.read(folder.resolve("none.txt")).lines());
    }

    @Test
    void excusesOfOneLessonCanBeTaken() throws IOException {
        assertEquals(List.of("01-a x | r"), excuses("01-a x | r", "02-b x | r").startingWith("01-a ").lines());
    }
}
