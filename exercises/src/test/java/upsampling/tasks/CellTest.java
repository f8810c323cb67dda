package upsampling.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import upsampling.show.Show;

/// `check` with classes that JShell makes, as in a notebook: their byte code comes from JShell's own loader.
class CellTest {
    private static final List<String> CARDS = new CopyOnWriteArrayList<>();

    private static final String RIGHT_MACS = """
        new Pooling() {
            public long convMacs(int oh, int ow, int in, int out, Window k) { return (long) oh * ow * in * out * k.kernel() * k.kernel(); }
        }""";

    private JShell shell;

    @BeforeEach
    void startShell() {
        CARDS.clear();
        Show.to(card -> CARDS.add(card.text()));
        shell = JShell.builder().executionEngine("local").compilerOptions("-cp", System.getProperty("java.class.path")).build();
        cell("import upsampling.tasks.*;");
        cell("import upsampling.tensor.*;");
        cell("import upsampling.op.*;");
        cell("import static upsampling.grader.Check.check;");
    }

    @AfterEach
    void stopShell() {
        shell.close();
    }

    @Test
    void aRightAnswerPasses() {
        cell("check(" + RIGHT_MACS + ");");
        assertTrue(CARDS.getLast().startsWith("passed: Task 1.4"), CARDS.toString());
    }

    @Test
    void helpersOfOtherCellsAreFollowed() {
        cell("long square(Window k) { return k.kernel() * k.kernel(); }");
        cell("class Mine implements Pooling {"
            + " public long convMacs(int oh, int ow, int in, int out, Window k) { return square(k) * oh * ow * in * out; } }");
        cell("check(new Mine());");
        assertTrue(CARDS.getLast().startsWith("passed: Task 1.4"), CARDS.toString());
        cell("Tensor pooled(Tensor x) { return MaxPool2d.of(2).forward(x); }");
        cell("check(new Pooling() { public Pooled maxPool2d(Tensor x, Window window) { return new Pooled(pooled(x), new int[4]); } });");
        assertTrue(CARDS.getLast().contains("FORBIDDEN") && CARDS.getLast().contains("pooled(...) uses upsampling.op.MaxPool2d.of"), CARDS.toString());
    }

    @Test
    void lambdasOfACellAreFollowed() {
        cell("java.util.function.Function<Tensor, Tensor> pool = x -> MaxPool2d.of(2).forward(x);");
        cell("check(new Pooling() { public Pooled maxPool2d(Tensor x, Window window) {"
            + " java.util.function.Supplier<Tensor> s = () -> MaxPool2d.of(window).forward(x); return new Pooled(s.get(), new int[4]); } });");
        assertTrue(CARDS.getLast().contains("FORBIDDEN"), CARDS.toString());
    }

    @Test
    void theRestOfTheNotebookMayUseTheLibrary() {
        cell("var mine = " + RIGHT_MACS + ";");
        cell("var theirs = MaxPool2d.of(2).forward(Tensor.zeros(1, 1, 2, 2));");
        cell("{ check(mine); MaxPool2d.of(1).forward(theirs); }");
        assertTrue(CARDS.getLast().startsWith("passed: Task 1.4"), CARDS.toString());
        assertFalse(CARDS.getLast().contains("FORBIDDEN"));
    }

    private void cell(String source) {
        for (SnippetEvent event : shell.eval(source)) {
            List<String> errors = shell.diagnostics(event.snippet()).map(error -> error.getMessage(Locale.ENGLISH)).toList();
            assertEquals(Snippet.Status.VALID, event.status(), source + ": " + errors);
            assertNull(event.exception(), () -> source + " threw " + event.exception());
        }
    }
}
