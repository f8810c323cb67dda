package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CappedOutputTest {
    private static final Pattern TOLD = Pattern.compile("\n\\.\\.\\. (\\S+) more lines \\((\\S+) characters\\) are not shown; .* (?:is|are) in (\\S+)\n$");

    private static Cells cells;

    @BeforeAll
    static void start() {
        cells = Cells.start();
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    private static Matcher told(Cells.Ran ran) {
        String last = ran.output().events().getLast();
        Matcher told = TOLD.matcher(last);
        assertTrue(told.find(), last.substring(Math.max(0, last.length() - 300)));
        return told;
    }

    @Test
    void tenThousandLinesAreShownAndTheRestIsCountedAndKept() throws IOException {
        Cells.Ran ran = cells.run("for (int i = 1; i <= 12_345; i++) { System.out.println(i); }");
        assertTrue(ran.output().all().contains("\n10000\n"), "the last line that is shown");
        assertFalse(ran.output().all().contains("10001\n"), "the first that is not");
        Matcher told = told(ran);
        assertEquals("2,345", told.group(1));
        List<String> kept = Files.readAllLines(Path.of(told.group(3)));
        assertEquals(12_345, kept.size());
        assertEquals("12345", kept.getLast());
        Files.delete(Path.of(told.group(3)));
    }

    @Test
    void oneLongLineIsCutAtAMillionCharacters() throws IOException {
        Cells.Ran ran = cells.run("System.out.print(\"x\".repeat(1_500_000));");
        assertEquals(1_000_000, ran.output().events().stream().filter(event -> event.startsWith("out:x")).mapToInt(event -> event.length() - 4).sum());
        Matcher told = told(ran);
        assertEquals("500,000", told.group(2));
        assertEquals(1_500_000, Files.size(Path.of(told.group(3))));
        Files.delete(Path.of(told.group(3)));
    }

    @Test
    void endlessOutputDoesNotFillTheDisk() throws IOException {
        Cells.Recorder page = new Cells.Recorder();
        CappedOutput output = new CappedOutput(page, 1);
        for (int i = 0; i < 30; i++) {
            output.stream(StreamName.STDOUT, "x".repeat(1_000_000));
        }
        output.end();
        Matcher told = TOLD.matcher(page.all());
        assertTrue(told.find(), page.events().getLast());
        assertEquals("29,000,000", told.group(2));
        assertTrue(page.events().getLast().contains("the first 20,000,000 characters of the output are in"), page.events().getLast());
        assertEquals(20_000_000, Files.size(Path.of(told.group(3))));
        Files.delete(Path.of(told.group(3)));
    }

    @Test
    void threadThatOutlivesItsCellIsCappedToo() throws IOException {
        Cells.Recorder page = new Cells.Recorder();
        CappedOutput output = new CappedOutput(page, 1);
        output.end();
        for (int i = 0; i < 3; i++) {
            output.stream(StreamName.STDERR, "line\n".repeat(9_000));
        }
        assertEquals(3, page.events().size(), "9,000 lines, 1,000 lines, and one that tells");
        Matcher told = TOLD.matcher(page.all());
        assertTrue(told.find(), page.events().getLast());
        assertEquals(27_000, Files.readAllLines(Path.of(told.group(3))).size());
        Files.delete(Path.of(told.group(3)));
    }

    @Test
    void anAnimationThatRemovesItsOutputIsNotCut() {
        Cells.Ran ran = cells.run("""
                for (int i = 0; i < 3; i++) {
                    upsampling.kernel.eval.CurrentCell.clear(true);
                    System.out.println("y\\n".repeat(6000) + "frame " + i);
                }""");
        assertTrue(ran.output().all().endsWith("frame 2\n"), "the last frame is whole");
    }

    @Test
    void errorsOfACappedCellAreStillShown() throws IOException {
        Cells.Ran ran = cells.run("System.out.print(\"z\\n\".repeat(20_000));\nint[] a = {};\na[1]");
        assertEquals("java.lang.ArrayIndexOutOfBoundsException", ran.error().name());
        Files.delete(Path.of(told(ran).group(3)));
    }
}
