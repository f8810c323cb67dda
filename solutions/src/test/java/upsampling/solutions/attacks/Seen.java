package upsampling.solutions.attacks;

import upsampling.grader.Verdict;

/// What became of a submission, as far as its effects can be seen in it.
///
/// @param points of the attacked task
/// @param text all that came out: what was printed, and what the report says
/// @param page what the student reads in a browser
/// @param markdown the same as Markdown
/// @param table what the teacher opens in a spreadsheet
/// @param ended whether grading came to an end
/// @param othersKept whether the honest student who was graded next to it got all points
/// @param varied whether the same answer got other points when it was graded again
/// @param verdict of our grader; null for the naive one
/// @param message of our grader
record Seen(double points, String text, String page, String markdown, String table, boolean ended, boolean othersKept, boolean varied, Verdict verdict, String message) {
    private static final int MOST = 1500;

    @Override
    public String toString() {
        String all = "verdict %s: %s; points %s, ended %b, others kept %b, varied %b; table %s; text %s".formatted(verdict, message, points, ended, othersKept, varied, table, text);
        return all.length() <= MOST ? all : all.substring(0, MOST) + " ...";
    }
}
