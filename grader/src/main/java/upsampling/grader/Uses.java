package upsampling.grader;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What of the library an answer may call: an allow-list of packages and classes beside `java.lang`, `java.util` and the lesson's interface.
///
/// On a lesson's interface it holds for every task, on a task's method it replaces the interface's list.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Uses {
    /// Names of packages (with what is below them) and of classes.
    String[] value();

    /// Methods of allowed classes that are the answer itself, as `package.Class#method`.
    String[] except() default {};
}
