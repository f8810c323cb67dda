package upsampling.kernel.eval;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An evaluator whose cells are numbered from 1, and what they put out.
final class Cells implements AutoCloseable {
    private final Evaluator evaluator;
    private int count;

    private Cells(EvaluatorOptions options) {
        evaluator = Evaluator.start(options);
    }

    static Cells start() {
        return new Cells(EvaluatorOptions.standard());
    }

    static Cells start(Duration timeLimit) {
        return new Cells(EvaluatorOptions.standard().withTimeLimit(timeLimit));
    }

    static Cells start(CellInput input) {
        return new Cells(EvaluatorOptions.standard().withInput(input));
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /// Runs the next cell.
    Ran run(String source) {
        count++;
        Recorder output = new Recorder();
        return new Ran(count, evaluator.run(count, source, output), output);
    }

    /// Runs the next cell and stops it once it has printed "running".
    Ran runAndInterrupt(String source) throws InterruptedException {
        count++;
        Recorder output = new Recorder();
        Thread stopper = new Thread(() -> {
            if (output.await("running")) {
                evaluator.interrupt();
            }
        });
        stopper.start();
        CellResult result = evaluator.run(count, source, output);
        stopper.interrupt(); // if the cell failed before it said so
        stopper.join();
        return new Ran(count, result, output);
    }

    @Override
    public void close() {
        evaluator.close();
    }

    /// A cell that has run.
    record Ran(int cell, CellResult result, Recorder output) {
        /// The text of its value; null if it has none.
        String value() {
            if (result.error() != null) {
                throw new AssertionError("cell " + cell + " failed: " + result.error().plainText());
            }
            return result.value() == null ? null : result.value().text();
        }

        CellError error() {
            if (result.error() == null) {
                throw new AssertionError("cell " + cell + " should have failed, but its value is " + result.value());
            }
            return result.error();
        }

        List<String> trace() {
            return error().plainText().lines().toList();
        }
    }

    /// Remembers what arrives, in order: `out:text`, `err:text`, `show:text`, `clear:true`.
    static final class Recorder implements CellOutput {
        private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

        final List<String> events = new ArrayList<>();
        final List<Bundle> bundles = new ArrayList<>();
        final List<String> ids = new ArrayList<>();

        private synchronized void add(String event) {
            events.add(event);
            notifyAll();
        }

        @Override
        public void stream(StreamName name, String text) {
            add((name == StreamName.STDOUT ? "out:" : "err:") + text);
        }

        @Override
        public void display(Bundle bundle, String displayId) {
            bundles.add(bundle);
            ids.add(displayId);
            add("show:" + bundle.text());
        }

        @Override
        public void clear(boolean wait) {
            add("clear:" + wait);
        }

        synchronized List<String> events() {
            return List.copyOf(events);
        }

        synchronized String all() {
            return String.join("", events);
        }

        /// Waits until the text has arrived; false if it does not for a long time.
        synchronized boolean await(String text) {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (!all().contains(text)) {
                if (System.nanoTime() > end) {
                    return false;
                }
                try {
                    wait(1000);
                } catch (InterruptedException _) {
                    return false;
                }
            }
            return true;
        }
    }
}
