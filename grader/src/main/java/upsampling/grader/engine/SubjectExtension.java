package upsampling.grader.engine;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import upsampling.grader.Lesson;
import upsampling.grader.Parts;
import upsampling.grader.Seed;

/// Gives a graded test its subject, its {@link Parts} and its {@link Seed}.
///
/// The run is found in the store of the launcher's session, where {@link Engine} has put it; so two runs at a time do not meet.
public final class SubjectExtension implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {
    static final String STORE = "upsampling.grader";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (run(context) != null) return ConditionEvaluationResult.enabled("there is an answer");
        return ConditionEvaluationResult.disabled("a graded test needs an answer: run it through ./course check, or check(...) in a cell");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Parts.class || type == Seed.class || type.isAnnotationPresent(Lesson.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestRun run = run(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Parts.class) return run;
        if (type == Seed.class) return run.seed();
        return run.subject(type);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        TestRun run = run(context);
        if (run != null && context.getExecutionException().isEmpty()) run.throwFailures();
    }

    private static TestRun run(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(STORE)).get(TestRun.class, TestRun.class);
    }
}
