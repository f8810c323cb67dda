package upsampling.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import upsampling.kernel.eval.EvaluatorOptions;

/// The grader and the kernel do not know each other, but a notebook's answer must compile with the same imports in both.
class KernelImportsTest {
    @Test
    void theGraderBeginsWithTheImportsOfTheKernel() {
        assertEquals(EvaluatorOptions.standard().imports(), AnswerSource.ALWAYS);
    }
}
