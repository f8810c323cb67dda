package upsampling.grader.jailed;

import java.util.function.Supplier;
import upsampling.grader.wire.WireWriter;

/// What an answer threw, written for the grader: the names of its class and of the classes that it extends, its message, and where it comes from. Every method of an
/// exception may be the answer's own code, so each is called with care.
final class ThrownReport {
    /// Names of classes and frames of a stack that are passed on.
    static final int MOST = 32;

    private ThrownReport() { }

    static WireWriter of(Throwable thrown) {
        var report = new WireWriter();
        int depth = 0;
        for (Class<?> type = thrown.getClass(); type != Object.class; type = type.getSuperclass()) depth++;
        report.number(Math.min(depth, MOST));
        Class<?> type = thrown.getClass();
        for (int i = 0; i < Math.min(depth, MOST); i++, type = type.getSuperclass()) report.text(type.getName());
        report.value(String.class, safely(thrown::getMessage));
        StackTraceElement[] frames = safely(thrown::getStackTrace);
        int count = frames == null ? 0 : Math.min(frames.length, MOST);
        report.number(count);
        for (int i = 0; i < count; i++) {
            report.text(frames[i].getClassName()).text(frames[i].getMethodName()).value(String.class, frames[i].getFileName()).number(frames[i].getLineNumber());
        }
        return report;
    }

    private static <T> T safely(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Throwable hostile) {
            return null;
        }
    }
}
