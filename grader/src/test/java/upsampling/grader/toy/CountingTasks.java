package upsampling.grader.toy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.Expect;
import upsampling.grader.Hint;
import upsampling.grader.Part;
import upsampling.grader.Parts;
import upsampling.grader.Points;
import upsampling.grader.Task;
import upsampling.grader.engine.SubjectExtension;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The tests of the toy lesson.
@ExtendWith(SubjectExtension.class)
public class CountingTasks {
    @Test
    @Task("99.1")
    @Points(2)
    @DisplayName("doubles a number")
    @Part(value = "small", hint = "What is twice a small number?")
    @Part(value = "large", weight = 2, hint = "What is twice a large number?")
    @Hint(id = "squares", text = "Twice is n + n, not n * n.")
    @Hint(id = "same", text = "Nothing was doubled.")
    void doubles(Counting counting, Parts parts) {
        parts.check("small", () -> Expect.number("", 6, counting.twice(3)));
        parts.check("large", () -> Expect.number("", 2_000_000_000_000L, counting.twice(1_000_000_000_000L)));
    }

    @Test
    @Task("99.2")
    @Points(1)
    @DisplayName("negates every element")
    @Part(value = "elements", hint = "Which sign has each element?")
    void negates(Counting counting, Parts parts) {
        Shape shape = Shape.of(1, 2, 1, 2);
        parts.check("elements", () -> Expect.tensor("", Tensor.of(shape, -1, 2, -3, 4), counting.negated(Tensor.of(shape, 1, -2, 3, -4)), 0));
    }
}
