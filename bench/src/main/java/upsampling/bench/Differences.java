package upsampling.bench;

import java.util.List;

/// Where this course differs from PyTorch on purpose: the one list of such places. What stands here is checked as well, the other way round: a
/// difference that has gone is reported as a disagreement.
final class Differences {
    static final String EMPTY_BATCH = "empty batch";

    /// One difference.
    ///
    /// @param operator name of the operator; `*` for all
    /// @param kind the kind of the fault, see {@link Fault}; we reject it, libtorch does not
    /// @param reason why we do
    record Difference(String operator, String kind, String reason) {
        String toText() {
            return (operator.equals("*") ? "all operators" : operator) + ", " + kind + ": " + reason;
        }
    }

    private static final List<Difference> ACCEPTED_BY_LIBTORCH = List.of(
            new Difference("*", EMPTY_BATCH, "a batch of no pictures has no result to look at; in a lesson it is always a mistake"));

    private Differences() { }

    /// Returns why libtorch accepts what we reject, or null if it rejects it too.
    static Difference of(String operator, String kind) {
        for (Difference d : ACCEPTED_BY_LIBTORCH) {
            if ((d.operator().equals("*") || d.operator().equals(operator)) && d.kind().equals(kind)) return d;
        }
        return null;
    }

    static List<Difference> all() {
        return ACCEPTED_BY_LIBTORCH;
    }
}
