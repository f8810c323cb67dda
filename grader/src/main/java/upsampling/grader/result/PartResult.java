package upsampling.grader.result;

import upsampling.grader.Verdict;

/// The result of one part.
///
/// @param id such as `1.2/border`
/// @param verdict PASS, WRONG, EXCEPTION, or what ended the run before the part was reached
/// @param score the points it earned: all or none
/// @param max its points
/// @param observed what happened; null if the part was not reached
/// @param hint the hint for what happened; null if the part holds or was not reached
public record PartResult(String id, Verdict verdict, Fraction score, Fraction max, Observed observed, HintText hint) { }
