package upsampling.grader.policy;

import upsampling.grader.result.Fraction;

/// The points that a person has given for a task, whatever the tests say.
///
/// @param score from 0 to the task's points
/// @param reason for the student
public record Correction(Fraction score, String reason) { }
