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
    void aLambdaOrAnObjectInAVariableOfAnotherCellIsFollowed() {
        cell("java.util.function.Function<Tensor, Tensor> byLambda = x -> MaxPool2d.of(2).forward(x);");
        cell("java.util.function.Function<Tensor, Tensor> byReference = MaxPool2d.of(2)::forward;");
        cell("java.util.function.Function<Tensor, Tensor> make() { return x -> MaxPool2d.of(2).forward(x); }");
        cell("var byMethod = make();");
        cell("var byObject = new Pooling() {"
            + " public Pooled maxPool2d(Tensor x, Window window) { return new Pooled(MaxPool2d.of(2).forward(x), new int[4]); } };");
        assertForbidden("byLambda.apply(x)", "a variable of the notebook uses upsampling.op.MaxPool2d.of");
        assertForbidden("byReference.apply(x)", "a variable of the notebook uses upsampling.op.MaxPool2d.forward");
        assertForbidden("byMethod.apply(x)", "make(...) uses upsampling.op.MaxPool2d.of");
        assertForbidden("byObject.maxPool2d(x, window).values()", "maxPool2d(...) uses upsampling.op.MaxPool2d.of");
    }

    private void assertForbidden(String call, String reason) {
        cell("check(new Pooling() { public Pooled maxPool2d(Tensor x, Window window) { return new Pooled(" + call + ", new int[4]); } });");
        assertTrue(CARDS.getLast().contains("Task 1.2 FORBIDDEN") && CARDS.getLast().contains(reason), call + ": " + CARDS.getLast());
    }

    @Test
    void aVariableMayHoldWhatTheLibraryHasComputed() {
        cell("Tensor pooled = MaxPool2d.of(2).forward(Tensor.of(Shape.plane(2, 2), 1, 2, 3, 4));");
        cell("int taps(int k) { return MaxPool2d.of(k) == null ? 0 : k * k; }");
        cell("int nine = taps(3);");
        cell("check(new Pooling() { public long convMacs(int oh, int ow, int in, int out, Window k) {"
            + " return (long) oh * ow * in * out * nine + 0 * (long) pooled.get(0, 0); } });");
        assertTrue(CARDS.getLast().startsWith("passed: Task 1.4"), CARDS.toString());
    }

    @Test
    void theCardOfAForbiddenAnswerSaysWhatMayBeUsed() {
        cell("check(new Pooling() {"
            + " public int outputSize(int size, Window window, boolean ceilMode) { return window.outputSize(size, ceilMode); } });");
        assertEquals("Task 1.1 FORBIDDEN, 0 of 2 points: outputSize(...) uses upsampling.tensor.Window.outputSize: task 1.1 asks you to write this yourself; "
            + "of the library it may use upsampling.tensor and upsampling.show, but not Window.outputSize."
            + " Hint. This task is to write the operator yourself, in loops over the elements.", CARDS.getLast());
        cell("check(new Pooling() { public Pooled maxPool2d(Tensor x, Window window) {"
            + " var pooled = MaxPool2d.of(window).forwardWithIndices(x); return new Pooled(pooled.values(), pooled.indices()); } });");
        assertEquals("Task 1.2 FORBIDDEN, 0 of 4 points: maxPool2d(...) uses upsampling.op.MaxPool2d.of: task 1.2 asks you to write this yourself; "
            + "of the library it may use upsampling.tensor and upsampling.show."
            + " Hint. This task is to write the operator yourself, in loops over the elements.", CARDS.getLast());
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
