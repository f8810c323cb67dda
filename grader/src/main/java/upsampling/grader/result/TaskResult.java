package upsampling.grader.result;

import java.util.List;

import upsampling.grader.Verdict;

/// The result of one task.
///
/// @param id such as `1.2`
/// @param title what the test says in plain words
/// @param answer the answer's class or file; empty if there is none
/// @param verdict from the closed set
/// @param score the points it earned
/// @param max its points, fixed before the answer ran
/// @param message the reason when the run was cut off or the first failed part; empty for a passed task
/// @param hint the hint to show, for how the run ended or for the first part that does not hold; null if there is none
/// @param parts its parts in declared order
/// @param output what the answer printed, as far as it was kept
/// @param smallest the simplest input found on which the answer is wrong, from the first part that does not hold; null if there is none
/// @param corrected what a person has made of it; null if nobody has
public record TaskResult(String id, String title, String answer, Verdict verdict, Fraction score, Fraction max, String message, HintText hint,
                         List<PartResult> parts, Output output, Counterexample smallest, Corrected corrected) {

    /// Printed text that was kept and the number of bytes that were dropped.
    ///
    /// @param text at most 64 KiB
    /// @param droppedBytes how much more there was
    public record Output(String text, long droppedBytes) {
        /// Nothing was printed, or printing is not captured.
        public static final Output NONE = new Output("", 0);
    }

    /// Points that a person has changed.
    ///
    /// @param from what the tests gave; null if the grader failed
    /// @param reason for the student
    public record Corrected(Fraction from, String reason) { }

    /// Returns the first part that does not hold, or null.
    public PartResult firstFailed() {
        for (PartResult part : parts) {
            if (!part.verdict().passed()) return part;
        }
        return null;
    }

    /// Returns the first part that does not hold and about which everything may be told, or else the first that does not hold; null if all do.
    public PartResult firstTold() {
        for (PartResult part : parts) {
            if (!part.verdict().passed() && part.observed() != null && !part.observed().isHidden()) return part;
        }
        return firstFailed();
    }

    /// Returns the same result with what the answer printed.
    public TaskResult withOutput(Output newOutput) {
        return new TaskResult(id, title, answer, verdict, score, max, message, hint, parts, newOutput, smallest, corrected);
    }

    /// Returns the same result with the simplest input found on which the answer is wrong; null for none.
    public TaskResult withSmallest(Counterexample newSmallest) {
        return new TaskResult(id, title, answer, verdict, score, max, message, hint, parts, output, newSmallest, corrected);
    }

    /// Returns the same result on another scale: its parts keep their shares.
    ///
    /// @param newMax its points, >= 0
    public TaskResult scaledTo(Fraction newMax) {
        if (newMax.equals(max)) return this;
        List<PartResult> scaled = parts.stream().map(part -> new PartResult(part.id(), part.verdict(), scaled(part.score(), newMax), scaled(part.max(), newMax), part.observed(), part.hint())).toList();
        return new TaskResult(id, title, answer, verdict, scaled(score, newMax), newMax, message, hint, scaled, output, smallest, corrected);
    }

    private Fraction scaled(Fraction points, Fraction newMax) {
        Fraction share = points.times(max.denominator(), max.numerator());
        return share.times(newMax.numerator(), newMax.denominator());
    }

    /// Returns the same result with points that a person gives; what was seen of its parts stays as it is.
    public TaskResult correctedTo(Fraction newScore, String reason) {
        return new TaskResult(id, title, answer, verdict, newScore, max, message, hint, parts, output, smallest, new Corrected(verdict == Verdict.UNGRADED ? null : score, reason));
    }

    /// Whether it has a number: the grader could do its work, or a person has done it.
    public boolean hasScore() {
        return verdict != Verdict.UNGRADED || corrected != null;
    }
}
