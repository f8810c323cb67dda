package upsampling.grader.toy;

import upsampling.grader.Lesson;
import upsampling.grader.Task;
import upsampling.grader.Uses;
import upsampling.tensor.Tensor;

/// A lesson for the tests of the grader.
@Lesson(number = 99, name = "counting", tests = CountingTasks.class)
@Uses("upsampling.tensor")
public interface Counting {
    @Task("99.1")
    default long twice(long n) {
        throw new UnsupportedOperationException("Task 99.1: return twice the number");
    }

    @Task("99.2")
    default Tensor negated(Tensor x) {
        throw new UnsupportedOperationException("Task 99.2: return the negative of every element");
    }
}
