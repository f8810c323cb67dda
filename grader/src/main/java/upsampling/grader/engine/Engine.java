package upsampling.grader.engine;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.MultipleFailuresError;

import upsampling.grader.Seed;
import upsampling.grader.Verdict;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.plan.TaskPlan.TestPlan;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Observed;
import upsampling.grader.shrink.FailedCall;

/// Runs the tests of a task on an answer, on the JUnit Platform and on the calling thread.
///
/// Time limits are the caller's: a thread that is watched in a notebook, a second JVM for answer files.
public final class Engine {
    private static final LauncherConfig CONFIG = LauncherConfig.builder().enableTestEngineAutoRegistration(false)
        .enableLauncherSessionListenerAutoRegistration(false).enableLauncherDiscoveryListenerAutoRegistration(false)
        .enableTestExecutionListenerAutoRegistration(false).enablePostDiscoveryFilterAutoRegistration(false)
        .addTestEngines(new JupiterTestEngine()).build();

    private Engine() { }

    /// Runs every test of the task and hands each observed part to the sink at once, so that nothing is lost when the answer never returns.
    public static Run run(TaskPlan task, Object answer, Seed seed, Consumer<Observed> sink) {
        Map<String, FailedCall> failed = new HashMap<>();
        for (TestPlan test : task.tests()) {
            var run = new TestRun(task, test, answer, seed, sink);
            Ending ending = run(test.method(), run);
            run.failed().forEach(failed::putIfAbsent);
            if (!ending.finished()) return new Run(ending, null);
        }
        return new Run(Ending.FINISHED, firstOf(task, failed));
    }

    /// Returns the call of the part that is named first in a report, whatever the order of the checks: the simplest input is shown beside it.
    private static FailedCall firstOf(TaskPlan task, Map<String, FailedCall> failed) {
        for (TaskPlan.PartPlan part : task.parts()) {
            if (failed.containsKey(part.name())) return failed.get(part.name());
        }
        return null;
    }

    /// What is known when the tests of a task are over.
    ///
    /// @param ending how they ended
    /// @param failed the call of the first part, in declared order, that a public test saw fail; null if there is none, or if the run was cut off
    public record Run(Ending ending, FailedCall failed) { }

    /// Runs a test that does nothing, so that a waiting worker has JUnit loaded.
    public static void warmUp() {
        warmUps().forEach(Runnable::run);
    }

    /// The same in steps, for a kernel that gives way to cells between them: the launcher, finding a test, running one.
    public static List<Runnable> warmUps() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(WarmUp.class)).build();
        return List.of(
            () -> withLauncher(Launcher::getClass),
            () -> withLauncher(launcher -> launcher.discover(request)),
            () -> withLauncher(launcher -> launcher.execute(request)));
    }

    private static void withLauncher(Consumer<Launcher> use) {
        try (LauncherSession session = LauncherFactory.openSession(CONFIG)) {
            use.accept(session.getLauncher());
        }
    }

    /// A test that does nothing.
    static final class WarmUp {
        @Test
        void nothing() { }
    }

    /// Returns one line about what an answer threw before any test could call it.
    ///
    /// @param who what threw, such as `The constructor`
    public static String describe(String who, Throwable thrown) {
        return Thrown.text(who, thrown, Engine.class.getPackageName());
    }

    private static Ending run(Method test, TestRun run) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectMethod(test.getDeclaringClass(), test))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false").build();
        var listener = new EndingListener();
        try (LauncherSession session = LauncherFactory.openSession(CONFIG)) {
            session.getStore().put(Namespace.create(SubjectExtension.STORE), TestRun.class, run);
            session.getLauncher().execute(request, listener);
        }
        if (listener.ending == null) return new Ending(Verdict.UNGRADED, "JUnit found no test in " + test);
        return listener.ending;
    }

    /// Turns JUnit's result of one test into an ending. Failed parts are an ordinary end: they have been observed already.
    private static final class EndingListener implements TestExecutionListener {
        private Ending ending;

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (!identifier.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) return;
            Throwable thrown = result.getThrowable().orElse(null);
            ending = switch (result.getStatus()) {
                case SUCCESSFUL -> Ending.FINISHED;
                case ABORTED -> new Ending(Verdict.NOT_STARTED, thrown == null ? "" : thrown.getMessage());
                case FAILED -> failed(thrown);
            };
        }

        private static Ending failed(Throwable thrown) {
            if (thrown instanceof RunEnded ended) return ended.ending();
            if (thrown instanceof MultipleFailuresError) return Ending.FINISHED;
            return new Ending(Verdict.UNGRADED, "the test failed by itself: " + reason(thrown));
        }

        private static String reason(Throwable thrown) {
            if (thrown == null) return "no reason given";
            String cause = thrown.getCause() == null ? "" : " (" + thrown.getCause() + ")";
            return thrown.getClass().getName() + ": " + thrown.getMessage() + cause;
        }
    }
}
