package upsampling.grader;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The hint for one misconception; `1.2/zeroPadding` is the hint `zeroPadding` of task 1.2, named after the known-wrong answer it belongs to.
///
/// It is shown when what was observed equals what that known-wrong answer gives, which the lesson's misconception table tells.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Hint.All.class)
public @interface Hint {
    /// The hint's name inside its task.
    String id();

    /// What was seen, which rule it breaks, what to look at next.
    String text();

    /// Holds repeated annotations.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        Hint[] value();
    }
}
