package upsampling.bench.speed;

import java.util.SplittableRandom;
import upsampling.tensor.Shape;

/// The numbers that all sides of a comparison get, uniform from -1 to 1 and the same in every run.
///
/// @param x the input
/// @param weight the weight; empty if there is none
/// @param gradOutput the gradient of the result; empty unless the direction is backward
public record Inputs(float[] x, float[] weight, float[] gradOutput) {
    private static final long SEED = 20261122;

    public static Inputs of(Workload workload, Direction direction) {
        SplittableRandom random = new SplittableRandom(SEED);
        return new Inputs(numbers(random, workload.x()), numbers(random, workload.weight()),
                direction == Direction.BACKWARD ? numbers(random, workload.y()) : new float[0]);
    }

    private static float[] numbers(SplittableRandom random, Shape shape) {
        float[] numbers = new float[shape == null ? 0 : shape.size()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = 2 * (float) random.nextDouble() - 1;
        return numbers;
    }

    /// Returns the same with absolute values: what they give bounds the rounding errors.
    public Inputs absolute() {
        return new Inputs(absolute(x), absolute(weight), absolute(gradOutput));
    }

    private static float[] absolute(float[] numbers) {
        float[] absolute = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) absolute[i] = Math.abs(numbers[i]);
        return absolute;
    }
}
