package upsampling.solutions.attacks;

import upsampling.grader.Verdict;

/// What became of a submission, as far as its effects can be seen in it.
///
/// @param points of the attacked task
/// @param text all that came out: what was printed, and what the report says
/// @param ended whether grading came to an end
/// @param othersKept whether the honest student who was graded next to it got all points
/// @param varied whether the same answer got other points when it was graded again
/// @param verdict of our grader; null for the naive one
/// @param message of our grader
record Seen(double points, String text, boolean ended, boolean othersKept, boolean varied, Verdict verdict, String message) { }
