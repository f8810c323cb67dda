package upsampling.grader.run;

import upsampling.grader.result.Counterexample;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Json;
import upsampling.grader.result.Observed;

/// The lines between the two virtual machines of a check, each one JSON object.
///
/// The grader writes requests to the worker's standard input, after one line with a secret number. The worker writes replies to its standard
/// output, each after that number; what an answer prints goes to standard error. So printing a grade forges nothing. It is no wall against an
/// answer that reads its own machine's memory: that is the business of batch grading.
final class Wire {
    private Wire() { }

    /// Asks for one task.
    ///
    /// @param lesson the class of the lesson's interface
    /// @param task such as `1.2`
    /// @param classes the folder of the answer's classes
    /// @param type the answer's class
    record Request(String lesson, String task, String classes, String type) { }

    /// Reports readiness, one part, the end of the tests, a counterexample, or that the worker is free again. For each task the parts come first,
    /// then the end, then counterexamples, each simpler than the one before, then the word that it is over. Exactly one component is there.
    ///
    /// @param ready true when the worker waits for its first request
    /// @param part what was observed
    /// @param end how the tests of the task ended
    /// @param smallest an input on which the answer is wrong
    /// @param over that the task is over
    record Reply(boolean ready, Observed part, Ending end, Counterexample smallest, Over over) {
        static final Reply READY = new Reply(true, null, null, null, null);

        static Reply of(Observed part) {
            return new Reply(false, part, null, null, null);
        }

        static Reply of(Ending end) {
            return new Reply(false, null, end, null, null);
        }

        static Reply of(Counterexample smallest) {
            return new Reply(false, null, null, smallest, null);
        }

        static Reply of(Over over) {
            return new Reply(false, null, null, null, over);
        }
    }

    /// A task is over.
    ///
    /// @param dirty whether the answer left threads running, so that the worker cannot be used again
    record Over(boolean dirty) { }

    static String line(Object message) {
        return Json.COMPACT.toJson(message);
    }

    static <T> T parse(String line, Class<T> type) {
        return Json.COMPACT.fromJson(line, type);
    }
}
