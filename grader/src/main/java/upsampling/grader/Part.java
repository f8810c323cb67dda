package upsampling.grader;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares one part of a graded test; `1.2/border` is the part `border` of task 1.2. The test reaches it with {@link Parts#check}.
///
/// A hidden test names the parts it belongs to and leaves weight and hint to the public one.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Part.All.class)
public @interface Part {
    /// The part's name inside its task.
    String value();

    /// The part's share, relative to the other parts of the test.
    int weight() default 1;

    /// The question to show when the part fails in a way no known misconception does; it never names the expected value.
    String hint() default "";

    /// Holds repeated annotations.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        Part[] value();
    }
}
