package upsampling.grader.batch;

import java.util.List;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Observed;
import upsampling.grader.result.TaskResult.Output;

/// What was seen when a task's tests ran on an answer. It holds no points: those are added up from it, as often as somebody changes the policy.
///
/// @param task such as `1.2`
/// @param answer the file; empty if there is none
/// @param observed the parts that were reached, in the order of the tests
/// @param ending how the run ended
/// @param output what was printed
/// @param cpuMillis processor time of the answer's machine
public record TaskRun(String task, String answer, List<Observed> observed, Ending ending, Output output, long cpuMillis) { }
