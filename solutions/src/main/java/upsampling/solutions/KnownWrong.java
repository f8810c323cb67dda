package upsampling.solutions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares why an answer is wrong and which hint it must get. The gate holds it to every word.
///
/// A known-wrong answer stands alone in its file, so that the gate can compile it under another name too.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface KnownWrong {
    /// The task, such as `1.2`.
    String task();

    /// The hint it must get, without the task: the name of the misconception.
    String hint();

    /// The part that must fail for the declared reason.
    String part();

    /// What the part expects, as the learner reads it.
    String expected();

    /// What the answer gives instead, as the learner reads it.
    String actual();
}
