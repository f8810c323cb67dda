package upsampling.grader.plan;

import java.lang.reflect.Method;
import java.util.List;

import upsampling.grader.result.Fraction;

/// One task as its annotations say it, read before any student code runs.
///
/// @param id such as `1.2`
/// @param method the method of the lesson's interface that is the task
/// @param title what the test says in plain words
/// @param max its points
/// @param parts the parts in declared order
/// @param hints the hints of its known misconceptions, in declared order
/// @param uses what of the library it may call
/// @param tests the test methods that grade it
public record TaskPlan(String id, Method method, String title, Fraction max, List<PartPlan> parts, List<HintPlan> hints, UsesPlan uses,
                       List<TestPlan> tests) {

    /// One part.
    ///
    /// @param name the name inside the task
    /// @param points its share of the task's points
    /// @param hint the general question for a failure no known misconception explains
    public record PartPlan(String name, Fraction points, String hint) { }

    /// The hint of one misconception.
    ///
    /// @param name the misconception's name inside the task
    /// @param text the hint
    public record HintPlan(String name, String text) { }

    /// What the task may call.
    ///
    /// @param allowed packages and classes
    /// @param except methods of those that are the answer itself, as `package.Class#method`
    public record UsesPlan(List<String> allowed, List<String> except) { }

    /// One test method.
    ///
    /// @param method of a plain JUnit 5 class
    /// @param parts the parts it checks
    /// @param hidden whether its inputs are drawn from the seed; what it expects is then never shown
    public record TestPlan(Method method, List<String> parts, boolean hidden) { }

    /// Returns the part of that name, or null.
    public PartPlan part(String name) {
        for (PartPlan part : parts) {
            if (part.name().equals(name)) return part;
        }
        return null;
    }

    /// Returns the hint of that misconception, or null.
    public HintPlan hint(String name) {
        for (HintPlan hint : hints) {
            if (hint.name().equals(name)) return hint;
        }
        return null;
    }
}
