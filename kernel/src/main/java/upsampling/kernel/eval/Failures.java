package upsampling.kernel.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.UnresolvedReferenceException;

/// Exceptions of cells as lines for the learner: the exception, frames by cell and line, every cause; no frame of the kernel.
final class Failures {
    /// A stack overflow has 1,024 frames, a learner needs the first.
    private static final int FRAMES = 20;
    private static final String KERNEL = "upsampling.kernel.";
    private static final String NO_FONT = "no font was found on this machine, so nothing that has text can be drawn; install one "
            + "(Debian and Ubuntu: apt install fontconfig fonts-liberation), then restart the kernel";
    private static final Pattern FONT_SET_UP = Pattern.compile("sun\\.awt\\.(?:Fc|X11)?Font(?:Configuration|Manager)");
    private static final Pattern FONT_WORDS = Pattern.compile("[Ff]ontconfig|libfreetype|class sun\\.(?:font|awt)\\.\\w*Font");

    private final Positions positions;
    private JShell shell;

    Failures(Positions positions) {
        this.positions = positions;
    }

    /// Connects the session.
    void of(JShell session) {
        shell = session;
    }

    /// @param failure JShell's copy of what the cell threw, or an exception itself
    CellError error(Throwable failure) {
        List<String> lines = traceback(failure);
        if (needsFont(failure)) {
            lines.addFirst(NO_FONT);
            return new CellError(name(failure), NO_FONT, lines);
        }
        return new CellError(name(failure), message(failure), lines);
    }

    /// True if Java has found no font: it says so in a dozen ways, all of which name its access to them.
    private boolean needsFont(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
            boolean inSetUp = each.getStackTrace().length > 0 && FONT_SET_UP.matcher(each.getStackTrace()[0].getClassName()).lookingAt();
            if (inSetUp || FONT_WORDS.matcher(message(each)).find()) {
                return true;
            }
        }
        return false;
    }

    /// The exception with its frames, then each cause with its own.
    List<String> traceback(Throwable failure) {
        List<String> lines = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
            lines.add((each == failure ? "" : "caused by ") + description(each));
            frames(each.getStackTrace(), lines);
        }
        return lines;
    }

    private String description(Throwable failure) {
        String message = message(failure);
        return message.isEmpty() ? name(failure) : name(failure) + ": " + message;
    }

    private static String name(Throwable failure) {
        String name = failure instanceof EvalException copy ? copy.getExceptionClassName() : failure.getClass().getName();
        if (failure instanceof UnresolvedReferenceException) {
            return CellError.COMPILE;
        }
        return Positions.className(name);
    }

    private String message(Throwable failure) {
        if (failure instanceof UnresolvedReferenceException unresolved) {
            String names = shell.unresolvedDependencies(unresolved.getSnippet()).collect(Collectors.joining(", "));
            return unresolved.getSnippet().name() + " cannot run: it uses undefined " + names;
        }
        try {
            return failure.getMessage() == null ? "" : Positions.withoutWrappers(failure.getMessage());
        } catch (RuntimeException | StackOverflowError own) { // getMessage may be the learner's
            return "(its message cannot be had: " + own.getClass().getName() + ")";
        }
    }

    private void frames(StackTraceElement[] frames, List<String> lines) {
        int end = 0;
        for (int i = 0; i < frames.length; i++) {
            if (Positions.isLearners(frames[i])) {
                end = i + 1; // below the last frame of a cell is only what the kernel needs to call it
            }
        }
        if (end == 0) {
            while (end < frames.length && !frames[end].getClassName().startsWith(KERNEL)) {
                end++;
            }
        }
        List<StackTraceElement> shown = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            if (!frames[i].getClassName().startsWith(KERNEL)) {
                shown.add(frames[i]);
            }
        }
        for (StackTraceElement frame : shown.subList(0, Math.min(FRAMES, shown.size()))) {
            lines.add("    at " + positions.text(frame));
        }
        if (shown.size() > FRAMES) {
            lines.add("    ... " + (shown.size() - FRAMES) + " more");
        }
    }
}
