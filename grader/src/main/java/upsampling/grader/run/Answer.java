package upsampling.grader.run;

import java.nio.file.Path;
import java.util.List;

/// One file of the learner's folder and what became of it.
///
/// @param file the file
/// @param classes the folder of its classes
/// @param type the class that answers, such as `answers.lesson01.MyMaxPool2d`; empty if there is none
/// @param tasks the ids of the tasks it answers
/// @param refusal why it may not be used, such as a reserved package; empty if it may
/// @param errors the compiler's errors
record Answer(Path file, Path classes, String type, List<String> tasks, String refusal, List<String> errors) {
    String name() {
        return file.getFileName().toString();
    }

    boolean runs() {
        return refusal.isEmpty() && errors.isEmpty();
    }
}
