package upsampling.solutions.lesson08;

import java.util.random.RandomGenerator;

import upsampling.grader.Expect;
import upsampling.tasks.Initialisation;
import upsampling.tasks.WeightSample;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// One call of task 8.5.
///
/// @param sizes four sizes of the weight
/// @param fan its fan
/// @param seed its seed
record Draw(int[] sizes, double fan, long seed) {
    /// So many filters and channels with 5x5 cells are 100,000 weights.
    private static final int PLANES = 4000;
    private static final int KERNEL = 5;

    /// Returns a call for 100,000 weights, whose fan is neither that of the shape nor one for which the variance is the standard deviation.
    static Draw many(RandomGenerator random) {
        int[] channels = {4, 5, 8, 10, 16};
        int inChannels = channels[random.nextInt(channels.length)];
        return new Draw(new int[] {PLANES / inChannels, inChannels, KERNEL, KERNEL}, random.nextInt(10, 60), random.nextLong());
    }

    /// Returns a call for a few hundred weights.
    static Draw few(RandomGenerator random) {
        return new Draw(new int[] {random.nextInt(5, 9), 4, 3, 2}, random.nextInt(10, 60), random.nextLong());
    }

    Draw withSeed(long newSeed) {
        return new Draw(sizes, fan, newSeed);
    }

    Shape shape() {
        return Shape.of(sizes[0], sizes[1], sizes[2], sizes[3]);
    }

    double std() {
        return Math.sqrt(2 / fan);
    }

    Tensor by(Initialisation answer) {
        return answer.heNormal(sizes.clone(), fan, seed);
    }

    WeightSample sample(Initialisation answer) {
        Tensor weight = by(answer);
        Expect.shape("", shape(), weight);
        return WeightSample.of(weight);
    }
}
