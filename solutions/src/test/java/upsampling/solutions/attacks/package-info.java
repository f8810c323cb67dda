/// Submissions that attack the grader, each first on a naive grader, where it must succeed, and then on ours behind every wall of this machine.
package upsampling.solutions.attacks;
