package upsampling.solutions.mutation;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The references under the public tests alone, which a learner has.
class PublicChecksTest {
    static List<References.Case> cases() throws ReflectiveOperationException {
        return References.cases(false);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReferencePasses(References.Case one) {
        References.assertPasses(one);
    }
}
