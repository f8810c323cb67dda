package upsampling.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import upsampling.grader.junit.AnswersTest;

/// What an IDE shows when a learner runs the test of the answers' project.
class AnswersInIdeTest {
    /// The class that a learner's project has.
    static final class Grade extends AnswersTest { }

    @Test
    void everyTaskOfAnAnswerIsATestOfItsOwn() {
        Map<String, TestExecutionResult> results = new TreeMap<>();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(Grade.class)).build(),
            new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (test.isTest()) results.put(test.getDisplayName(), result);
                }
            });
        assertEquals(3, results.size(), results.toString());
        assertEquals(Status.ABORTED, results.get("1.1 counts the windows along an axis (Started)").getStatus());
        assertEquals(Status.SUCCESSFUL, results.get("1.4 counts the multiply-accumulates of a convolution (Started)").getStatus());
        TestExecutionResult wrong = results.get("1.5 computes what one output cell of a stack sees (Started)");
        assertEquals(Status.FAILED, wrong.getStatus());
        String message = wrong.getThrowable().orElseThrow().getMessage();
        assertTrue(message.contains("expected 8, but was 1") && message.contains("hint:"), message);
    }
}
