package upsampling.solutions.mutation;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The references under every graded test, public and hidden.
class AllChecksTest {
    static List<References.Case> cases() throws ReflectiveOperationException {
        return References.cases(true);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReferencePasses(References.Case one) {
        References.assertPasses(one);
    }
}
