package upsampling.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static upsampling.grader.Check.check;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import upsampling.lesson.Lesson;
import upsampling.lesson.LessonState;
import upsampling.op.MaxPool2d;
import upsampling.show.Show;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// `check` in a cell: a card whatever the answer does, and never an exception.
class CheckTest {
    private final List<String> cards = new ArrayList<>();
    private final List<LessonState.Event> kept = new ArrayList<>();
    private LessonState before;

    @BeforeEach
    void collectCards() {
        Show.to(card -> cards.add(card.text()));
        before = Lesson.state();
        Lesson.keepIn(new LessonState() {
            @Override
            public void record(Event event) {
                kept.add(event);
            }

            @Override
            public List<Event> events() {
                return kept;
            }
        });
    }

    @AfterEach
    void restoreState() {
        Lesson.keepIn(before);
    }

    /// An answer to task 1.4 that may do anything.
    private interface Macs {
        long count(int outHeight, int outWidth, int inChannels, int outChannels, Window window);
    }

    private static Pooling macs(Macs macs) {
        return new Pooling() {
            @Override
            public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
                return macs.count(outHeight, outWidth, inChannels, outChannels, window);
            }
        };
    }

    @Test
    void onlyTheTasksWhoseMethodsAreOverriddenAreGraded() {
        check(macs((_, _, _, _, _) -> 0));
        assertEquals(1, cards.size());
        assertShows("1.4/layer", "0 of 2 points", "convMacs(outHeight 32, outWidth 32, inChannels 64, outChannels 64, window k3 s1 p1)");
    }

    @Test
    void aPassedTaskIsShownAndKept() {
        check(macs((oh, ow, in, out, k) -> (long) oh * ow * in * out * k.kernel() * k.kernel()));
        assertShows("passed: Task 1.4", "2 of 2 points");
        assertEquals(1, kept.size());
        assertEquals("passed", kept.getFirst().kind());
        assertEquals("1.4", kept.getFirst().subject());
    }

    @Test
    void aWrongMapIsShownWithItsFirstDifferenceAndTheHintOfThatPart() {
        check(new Pooling() {
            @Override
            public Pooled maxPool2d(Tensor x, Window window) {
                return new Pooled(Tensor.of(x.shape(), new float[x.shape().size()]), new int[x.shape().size()]);
            }
        });
        assertShows("1.2/example", "Expected the size 2×2, but was 4×4", "Hint: Which four cells does each window see",
            "The simplest input found that shows it: maxPool2d(Tensor.image(new double[][] {{0, 0}}), Window.of(1).withStride(2))");
        assertTrue(kept.isEmpty());
    }

    @Test
    void anAnswerThatPrintsDoesNotPrintWhileItsInputIsMadeSmaller() {
        PrintStream out = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            check(macs((oh, ow, in, out2, k) -> {
                System.out.print("*");
                return 0;
            }));
            assertEquals("****", printed.toString(StandardCharsets.UTF_8), "one for each part");
            System.out.print("+");
            assertEquals("****+", printed.toString(StandardCharsets.UTF_8), "printing works again");
        } finally {
            System.setOut(out);
        }
        assertShows("The simplest input found that shows it: convMacs(1, 1, 1, 1, Window.of(1))");
    }

    @Test
    void anAnswerThatLoopsOnASmallerInputKeepsItsVerdict() {
        check(macs((oh, ow, in, out, k) -> {
            while (oh < 5) Thread.onSpinWait();
            return 0;
        }));
        assertShows("0 of 4 parts hold", "Expected 37748736, but was 0");
    }

    @Test
    void anAnswerThatIsWrongInAnotherWayEachTimeHasNoCounterexample() {
        int[] calls = new int[1];
        check(macs((oh, ow, in, out, k) -> -++calls[0]));
        assertFalse(cards.getLast().contains("simplest input"), cards.getLast());
    }

    @Test
    void anEmptyAnswerIsNotStarted() {
        check(new Pooling() { });
        assertShows("not started", "Begin with outputSize (task 1.1)");
    }

    @Test
    void aStubIsNotStartedAndWorthNothing() {
        check(macs((oh, _, _, _, _) -> {
            if (oh > 32) throw new UnsupportedOperationException("Task 1.4: later");
            return 37_748_736L;
        }));
        assertShows("not started: Task 1.4", "0 of 2 points");
    }

    @Test
    void anotherUnsupportedOperationIsAnError() {
        check(macs((_, _, _, _, _) -> List.of(1L).remove(0)));
        assertShows("The answer threw UnsupportedOperationException");
    }

    @Test
    void callingATaskThatIsNotOverriddenIsSaid() {
        check(new Pooling() {
            @Override
            public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
                return outputSize(4, window, false);
            }
        });
        assertShows("The answer calls a method that it does not override (Task 1.1:");
    }

    @Test
    void whateverIsThrownBecomesACard() {
        check(macs((_, _, _, _, _) -> {
            throw new AssertionError("mine");
        }));
        check(macs(CheckTest::endless));
        check(macs((_, _, _, _, _) -> {
            throw new OutOfMemoryError("pretended");
        }));
        check(macs((_, _, _, _, _) -> {
            throw new HostileException();
        }));
        assertEquals(4, cards.size());
        assertTrue(cards.get(0).contains("The answer threw AssertionError: mine"), cards.get(0));
        assertTrue(cards.get(1).contains("The answer threw StackOverflowError: a method calls itself without end"), cards.get(1));
        assertTrue(cards.get(2).contains("The answer threw OutOfMemoryError: pretended"), cards.get(2));
        assertTrue(cards.get(3).contains("The answer threw HostileException"), cards.get(3));
    }

    private static long endless(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        return 1 + endless(outHeight, outWidth, inChannels, outChannels, window);
    }

    /// An exception whose own methods fail.
    @SuppressWarnings("serial")
    private static final class HostileException extends RuntimeException {
        @Override
        public String getMessage() {
            throw new IllegalStateException("no message for you");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("no stack for you");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text for you");
        }
    }

    @Test
    void missingAndMisshapenResultsAreWrongNotErrors() {
        check(pool(null));
        check(pool(new Pooling.Pooled(null, new int[4])));
        check(pool(new Pooling.Pooled(Tensor.of(Shape.plane(2, 2), 8, 5, 6, 9), null)));
        check(pool(new Pooling.Pooled(Tensor.of(Shape.plane(2, 2), 8, 5, 6, 9), new int[] {1, 6})));
        check(pool(new Pooling.Pooled(Tensor.of(Shape.of(1, 2, 2, 2), 8, 5, 6, 9, 8, 5, 6, 9), new int[8])));
        assertEquals(5, cards.size());
        assertTrue(cards.get(0).contains("Expected a result, but was null"), cards.get(0));
        assertTrue(cards.get(1).contains("Expected a result, but was null"), cards.get(1));
        assertTrue(cards.get(2).contains("Expected a result, but was null"), cards.get(2));
        assertTrue(cards.get(3).contains("Expected 4 numbers, but was 2 numbers"), cards.get(3));
        assertTrue(cards.get(4).contains("[1, 2, 2, 2]"), cards.get(4));
    }

    private static Pooling pool(Pooling.Pooled result) {
        return new Pooling() {
            @Override
            public Pooled maxPool2d(Tensor x, Window window) {
                return result;
            }
        };
    }

    @Test
    void anAnswerThatWritesIntoItsArgumentsSpoilsNoOtherPart() {
        check(new Pooling() {
            @Override
            public ReceptiveField receptiveField(Window[] layers) {
                int size = 1;
                int jump = 1;
                for (int i = 0; i < layers.length; i++) {
                    size += (layers[i].effectiveKernel() - 1) * jump;
                    jump *= layers[i].stride();
                    layers[i] = null;
                }
                return new ReceptiveField(size, jump);
            }
        });
        assertShows("passed: Task 1.5");
    }

    @Test
    void whatIsNoAnswerIsSaid() {
        check(null);
        check("maxPool2d");
        check(new int[3]);
        check(new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("not to be called");
            }
        });
        check(Map.of("1.2", 4));
        assertEquals(5, cards.size());
        for (String card : cards) assertTrue(card.startsWith("Nothing was graded"), card);
        assertTrue(cards.get(1).contains("java.lang.String"), cards.get(1));
        assertTrue(cards.get(2).contains("int[]"), cards.get(2));
    }

    @Test
    void equalsAndToStringOfAnAnswerAreNeverCalled() {
        check(new Pooling() {
            @Override
            public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
                return (long) outHeight * outWidth * inChannels * outChannels * window.kernel() * window.kernel();
            }

            @Override
            public boolean equals(Object other) {
                throw new IllegalStateException("equals");
            }

            @Override
            public int hashCode() {
                throw new IllegalStateException("hashCode");
            }

            @Override
            public String toString() {
                throw new IllegalStateException("toString");
            }
        });
        assertShows("passed: Task 1.4");
    }

    @Test
    void theOperatorOfTheLibraryIsForbiddenInACellToo() {
        check(new Pooling() {
            @Override
            public Pooled maxPool2d(Tensor x, Window window) {
                var pooled = MaxPool2d.of(window).forwardWithIndices(x);
                return new Pooled(pooled.values(), pooled.indices());
            }
        });
        assertShows("Task 1.2 FORBIDDEN, 0 of 4 points", "uses upsampling.op.MaxPool2d.of", "asks you to write this yourself");
    }

    @Test
    void aClassOfJavaUtilThatOpensAFileIsForbiddenToo() {
        check(new Pooling() {
            @Override
            public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
                try (var file = new Formatter("macs.txt")) {
                    return file.toString().length();
                } catch (FileNotFoundException e) {
                    return 0;
                }
            }
        });
        assertShows("Task 1.4 FORBIDDEN", "uses new java.util.Formatter");
    }

    @Test
    void aCellMayCompareItsAnswerWithTheLibrary() {
        var own = new Pooling() {
            @Override
            public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
                return (long) outHeight * outWidth * inChannels * outChannels * window.kernel() * window.kernel();
            }
        };
        MaxPool2d.of(2).forward(Tensor.zeros(1, 1, 2, 2));
        check(own);
        assertShows("passed: Task 1.4");
        assertFalse(cards.getFirst().contains("FORBIDDEN"));
    }

    private void assertShows(String... texts) {
        for (String text : texts) assertTrue(cards.getLast().contains(text), () -> "the card does not show '" + text + "': " + cards.getLast());
    }
}
