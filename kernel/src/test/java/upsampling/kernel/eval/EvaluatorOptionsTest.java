package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorOptionsTest {
    @Test
    void timeLimitIsReadInSeconds() {
        assertEquals(Duration.ofSeconds(60), EvaluatorOptions.timeLimit("60"));
        assertEquals(Duration.ofMillis(1500), EvaluatorOptions.timeLimit(" 1.5 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", " "})
    void zeroOrNothingIsNoLimit(String value) {
        assertNull(EvaluatorOptions.timeLimit(value));
        assertNull(EvaluatorOptions.timeLimit(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "NaN", "Infinity"})
    void anythingElseIsRefusedByName(String value) {
        String message = assertThrows(IllegalArgumentException.class, () -> EvaluatorOptions.timeLimit(value)).getMessage();
        assertEquals("COURSE_CELL_SECONDS must be a number of seconds >= 0 (0 = no limit), but was \"" + value + "\"", message);
    }

    @Test
    void limitOfNoTimeIsRefused() {
        EvaluatorOptions options = EvaluatorOptions.standard();
        assertThrows(IllegalArgumentException.class, () -> options.withTimeLimit(Duration.ZERO));
    }
}
