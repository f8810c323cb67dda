package upsampling.lesson;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import upsampling.show.Cards;
import upsampling.show.Numbers;
import upsampling.show.Show;

/// What a cell of a lesson says, imported statically: `import static upsampling.lesson.Lesson.*;`.
///
/// ```
/// claim("the mean of {1, 8, 7, 3} is 19/4", 4.75, mean, 1e-9);
/// compare("1.noise", prediction, "B", "max .4917, mean .25");
/// ```
public final class Lesson {
    /// The environment variable that names the folder of the learner's state.
    private static final String STATE_FOLDER = "COURSE_STATE";
    private static final double WITHIN = 0.05;
    private static final int SHORT = 60;

    private static final AtomicInteger HELD = new AtomicInteger();
    private static final Predictions PREDICTIONS = new Predictions();
    private static volatile LessonState state = stateOf(System.getenv(STATE_FOLDER));

    private Lesson() { }

    // --- claims: statements of the course -------------------------------------------------------------------------------------------------

    /// Checks a statement: shows one quiet line if it holds.
    ///
    /// @throws ClaimFailed unless it holds
    public static void claim(String statement, boolean holds) {
        if (!holds) throw failed(statement, "expected that this holds\nbut was  false");
        hold(statement, "");
    }

    /// Checks a number: shows the statement and the number if they are at most the tolerance apart.
    ///
    /// @throws ClaimFailed unless `|expected - actual| <= tolerance` or both are `NaN`
    public static void claim(String statement, double expected, double actual, double tolerance) {
        String difference = Comparison.difference(expected, actual, tolerance);
        if (difference != null) throw failed(statement, difference + "\ntolerance " + Numbers.text(tolerance));
        hold(statement, "(" + Numbers.text(actual) + ")");
    }

    /// Checks a value, down into arrays, lists, tensors and records: shows the statement if both are equal. `NaN` equals `NaN`; one feature map
    /// may be compared with a `double[][]`.
    ///
    /// @throws ClaimFailed unless both are equal
    public static void claim(String statement, Object expected, Object actual) {
        String difference = Comparison.difference(expected, actual, 0);
        if (difference != null) throw failed(statement, difference);
        String value = switch (actual) {
            case Number n -> Numbers.count(n.doubleValue());
            case String s -> s;
            case Record r -> Show.render(r).text();
            case null, default -> ""; // maps and lists are better shown than squeezed into a line
        };
        hold(statement, value.isEmpty() || value.length() > SHORT ? "" : "(" + value + ")");
    }

    /// Checks a value as {@link #claim(String, Object, Object)}, but its numbers may be the tolerance apart.
    ///
    /// @throws ClaimFailed unless all numbers are that close and everything else is equal
    public static void claimClose(String statement, Object expected, Object actual, double tolerance) {
        String difference = Comparison.difference(expected, actual, tolerance);
        if (difference != null) throw failed(statement, difference + "\ntolerance " + Numbers.text(tolerance));
        hold(statement, "");
    }

    /// Returns how many claims have held since the last {@link #reset}.
    public static int claimsHeld() {
        return HELD.get();
    }

    /// Forgets claims and predictions of the session; what is kept stays. For runners, between two lessons.
    public static void reset() {
        HELD.set(0);
        PREDICTIONS.clear();
    }

    private static void hold(String statement, String value) {
        HELD.incrementAndGet();
        Show.show(Cards.claim(statement, value));
    }

    private static ClaimFailed failed(String statement, String difference) {
        return new ClaimFailed("Claim: " + statement + "\n" + difference);
    }

    // --- predictions: the learner's statements -----------------------------------------------------------------------------------------------

    /// Shows a question, its options lettered from A. The answer comes with {@link #compare} in a later cell.
    ///
    /// @param id names the question, such as `1.noise`
    public static void predict(String id, String question, String... options) {
        PREDICTIONS.ask(id, List.of(options));
        Show.show(Cards.predict(question, List.of(options)));
    }

    /// Shows what was predicted beside the result. It never fails: nothing predicted is said, and free text is only repeated.
    ///
    /// @param prediction what the learner wrote; null or blank: nothing yet
    /// @param right the option that came out, such as `B`
    /// @param result the result in words
    public static void compare(String id, String prediction, String right, String result) {
        String said = prediction == null ? "" : prediction.strip();
        Boolean came = said.isEmpty() ? null : Predictions.chose(said, right);
        show(id, said, right.isBlank() ? result : right + ": " + result, came);
    }

    /// Shows a predicted number beside the result; it counts as right within 5 %.
    ///
    /// @param prediction `NaN`: nothing yet
    public static void compare(String id, double prediction, double actual, String result) {
        compare(id, prediction, actual, WITHIN * Math.abs(actual), result);
    }

    /// Shows a predicted number beside the result.
    ///
    /// @param prediction `NaN`: nothing yet
    /// @param tolerance how far from the actual number a prediction counts as right
    public static void compare(String id, double prediction, double actual, double tolerance, String result) {
        boolean none = Double.isNaN(prediction);
        Boolean came = none ? null : Boolean.valueOf(prediction == actual || Math.abs(prediction - actual) <= tolerance);
        show(id, none ? "" : Numbers.count(prediction), result.isBlank() ? Numbers.count(actual) : Numbers.count(actual) + ": " + result, came);
    }

    /// Shows how many questions were predicted, and a table that says which results were surprises. Nothing of it is graded.
    public static void predictionScore() {
        Show.show(PREDICTIONS.score());
    }

    private static void show(String id, String said, String result, Boolean came) {
        if (!said.isEmpty()) state.record(new LessonState.Event(Instant.now(), "predicted", id, said));
        Show.show(PREDICTIONS.compare(id, said, result, came));
    }

    // --- state -----------------------------------------------------------------------------------------------------------------------------

    /// Sets where events are kept. Without it they go to the folder that the environment variable `COURSE_STATE` names, else nowhere.
    public static void keepIn(LessonState newState) {
        state = newState;
    }

    /// Returns where events are kept.
    public static LessonState state() {
        return state;
    }

    static LessonState stateOf(String folder) {
        return folder == null || folder.isBlank() ? NoState.INSTANCE : FileState.in(Path.of(folder));
    }
}
