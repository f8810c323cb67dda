package upsampling.grader;

import upsampling.grader.hunt.Trial;
import upsampling.grader.result.Counterexample;
import upsampling.grader.result.Planes;
import upsampling.show.Cards;
import upsampling.show.Show;
import upsampling.show.Smallest;

/// How a bug hunt looks below a cell.
final class HuntCards {
    private HuntCards() { }

    /// Shows why there is nothing to try.
    static void closed(String reason) {
        Show.show(Cards.note("Bug hunt", reason));
    }

    /// Shows that the black box was right on an input.
    static void held(Hunt hunt, Trial trial) {
        String what = trial.outside().isEmpty() ? "Here the box is right. What have you not tried yet?"
            : "This input lies outside the task, so nothing counts: " + trial.outside();
        Show.show(Cards.note("Bug hunt, task " + hunt.task() + ", box " + (hunt.exposed() + 1) + " of " + hunt.boxes(), "`" + trial.call() + "`  " + what));
    }

    /// Shows how the box was wrong, and which mistake that is.
    static void exposed(Hunt hunt, Trial trial, String mistake) {
        Counterexample found = trial.exposed();
        Planes planes = found.planes();
        var shown = new Smallest(found.call(), found.message() + ".", found.input(), planes == null ? null : planes.expected(),
            planes == null ? null : planes.actual());
        int left = hunt.boxes() - hunt.exposed();
        String next = left == 0 ? "That was the last box of task " + hunt.task() + "." : left + (left == 1 ? " box is" : " boxes are") + " left.";
        Show.show(Cards.exposed("Task " + hunt.task(), shown, mistake, next));
    }
}
