package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CourseTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int course(String... args) {
        return Course.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab", "run", "start", "check", "hint", "solution", "hunt", "progress", "test", "release", "bench", "doctor", "kernel", "completion"})
    void everyCommandExplainsItself(String command) {
        assertEquals(Exit.OK, course(command, "--help"));
        assertTrue(out.toString().contains("Usage: course " + command), out.toString());
    }

    @Test
    void theOverviewNamesEveryCommand() {
        assertEquals(Exit.OK, course("--help"));
        for (CommandLine sub : Course.commandLine().getSubcommands().values()) assertTrue(out.toString().contains(sub.getCommandName()), sub.getCommandName());
    }

    @Test
    void wrongUsageIs30AndSuggests() {
        assertEquals(Exit.USAGE, course("chekc"));
        assertTrue(err.toString().contains("check"), err.toString());
        assertEquals(Exit.USAGE, course());
        String dot = Place.isWindows() ? "" : "./";
        assertTrue(err.toString().contains("course: which command? " + dot + "course lab opens the lessons"), err.toString());
        assertTrue(err.toString().contains("Try: " + dot + "course --help"), err.toString());
        assertEquals(Exit.USAGE, course("lab", "--port"));
    }

    @Test
    void aFailureIsOneLineWithItsOwnCode() {
        assertEquals(Exit.USAGE, course("lab", "--port", "70000"));
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void theCompletionScriptKnowsTheCommands() {
        assertEquals(Exit.OK, course("completion"));
        assertTrue(out.toString().contains("doctor") && out.toString().contains("complete -F"), "a completion script");
    }
}
