package upsampling.solutions.attacks;

import upsampling.grader.plan.TaskPlan;
import upsampling.solutions.lesson01.Reference;
import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Tests as they are often written: a wrong value is one whose distance is greater than a tolerance. No comparison with NaN is true, and nobody looks at the shape.
final class Sloppy {
    private static final double TOLERANCE = 1e-4;

    private Sloppy() { }

    /// Returns all points or none, for task 1.3.
    static double points(TaskPlan task, Object answer) {
        var pooling = (Pooling) answer;
        float[] ramp = new float[25];
        for (int i = 0; i < ramp.length; i++) ramp[i] = i;
        Tensor x = Tensor.of(Shape.plane(5, 5), ramp);
        Window window = Window.of(3).withStride(2).withPadding(1);
        float[] expected = new Reference().avgPool2d(x, window, false, true).toArray();
        float[] actual = pooling.avgPool2d(x, window, false, true).toArray();
        boolean wrong = false;
        for (int i = 0; i < actual.length; i++) {
            double scale = Math.max(Math.abs(expected[i]), Math.abs(actual[i]));
            if (Math.abs(actual[i] - expected[i]) > TOLERANCE * scale) wrong = true;
        }
        return wrong ? 0 : task.max().value();
    }
}
