package upsampling.grader;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the interface that holds the tasks of one lesson.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Lesson {
    /// The lesson's number, such as 1.
    int number();

    /// The lesson's name, such as `pooling`.
    String name();

    /// The public tests of its tasks.
    Class<?>[] tests();
}
