package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.cli.TestReports.Case;
import upsampling.cli.TestReports.Status;

class TestReportsTest {
    private static final String XML = """
        <testsuite name="a.BTest" tests="4">
          <testcase name="fine" classname="a.BTest" time="0.5"/>
          <testcase name="wrong" classname="a.BTest" time="1,234.5"><failure message="expected 3, but was 4&#10;at x"/></testcase>
          <testcase name="broken" classname="a.BTest" time="0"><error type="E">
            the second line says it</error></testcase>
          <testcase name="left out" classname="a.BTest" time="0"><skipped message="no Python was named"/></testcase>
        </testsuite>
        """;

    @TempDir
    private Path root;

    @Test
    void everyOutcomeIsReadWithItsFirstLine() throws IOException {
        Path folder = Files.createDirectories(root.resolve("lib/target/surefire-reports"));
        Files.writeString(folder.resolve("TEST-a.BTest.xml"), XML);
        Files.writeString(folder.resolve("a.BTest.txt"), "not this");
        assertEquals(List.of(
            new Case("lib", "a.BTest", "fine", Status.PASSED, "", 0.5),
            new Case("lib", "a.BTest", "wrong", Status.FAILED, "expected 3, but was 4", 1234.5),
            new Case("lib", "a.BTest", "broken", Status.ERROR, "the second line says it", 0),
            new Case("lib", "a.BTest", "left out", Status.SKIPPED, "no Python was named", 0)), TestReports.read(root));
    }

    @Test
    void clearingRemovesOldReportsOnly() throws IOException {
        Path folder = Files.createDirectories(root.resolve("cli/target/surefire-reports"));
        Files.writeString(folder.resolve("TEST-a.BTest.xml"), XML);
        Files.writeString(folder.resolve("notes.txt"), "kept");
        TestReports.clear(root);
        assertEquals(List.of(), TestReports.read(root));
        assertEquals("kept", Files.readString(folder.resolve("notes.txt")));
    }
}
