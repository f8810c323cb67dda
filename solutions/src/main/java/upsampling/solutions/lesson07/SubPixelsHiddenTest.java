package upsampling.solutions.lesson07;

import java.util.random.RandomGenerator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.Expect;
import upsampling.grader.Part;
import upsampling.grader.Parts;
import upsampling.grader.Seed;
import upsampling.grader.Task;
import upsampling.grader.engine.SubjectExtension;
import upsampling.solutions.Drawn;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The hidden tests of the tasks of lesson 7 that move cells, part by part beside the public ones: inputs come from the seed, expected values from
/// the alternative solution (a mutant of the reference must not be compared with itself). {@link SubPixelWeightsHiddenTest} has the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: see {@link Drawn}. Pictures of a batch are wider than high,
/// and sizes that must be refused would leave something to return.
@ExtendWith(SubjectExtension.class)
@DisplayName("Pixel shuffle, drawn from a seed")
public class SubPixelsHiddenTest {
    private static final SubPixels ORACLE = new Alternative();
    private static final String[] UNKNOWN_ORDERS = {"RCD", "RDC", "CDR", "DRC"};

    @Test
    @Task("7.1")
    @Part("channels")
    @Part("cells")
    @Part("batch")
    @Part("factors")
    @Part("refusal")
    @DisplayName("lays any channels out as blocks")
    void laysChannelsOutAsBlocks(SubPixels answer, Parts parts, Seed seed) {
        parts.check("channels", () -> {
            RandomGenerator random = seed.random("channels");
            shuffled(answer, Drawn.numbered(random, Shape.of(1, 4 * random.nextInt(2, 4), 1, 1)), 2);
        });
        parts.check("cells", () -> {
            RandomGenerator random = seed.random("cells");
            shuffled(answer, Drawn.numbered(random, Shape.of(1, 8, random.nextInt(2, 4), random.nextInt(2, 4))), 2);
        });
        parts.check("batch", () -> {
            RandomGenerator random = seed.random("batch");
            shuffled(answer, wide(random, 8), 2);
        });
        parts.check("factors", () -> {
            RandomGenerator random = seed.random("factors");
            int r = random.nextInt(3, 5);
            shuffled(answer, wide(random, 2 * r * r), r);
            shuffled(answer, wide(random, 3), 1);
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            int r = random.nextInt(2, 4);
            refused(() -> answer.pixelShuffle(wide(random, 2 * r * r + 1), r)); // not even r divides it
            refused(() -> answer.pixelShuffle(wide(random, 2 * r * r + r), r));
            refused(() -> answer.pixelShuffle(wide(random, r * r), 0));
            refused(() -> answer.pixelShuffle(wide(random, r * r), -r));
        });
    }

    @Test
    @Task("7.2")
    @Part("channels")
    @Part("cells")
    @Part("batch")
    @Part("factors")
    @Part("refusal")
    @DisplayName("stacks any blocks as channels")
    void stacksBlocksAsChannels(SubPixels answer, Parts parts, Seed seed) {
        parts.check("channels", () -> {
            RandomGenerator random = seed.random("channels");
            unshuffled(answer, Drawn.numbered(random, Shape.of(1, random.nextInt(2, 4), 2, 2)), 2);
        });
        parts.check("cells", () -> {
            RandomGenerator random = seed.random("cells");
            unshuffled(answer, Drawn.numbered(random, Shape.of(1, 2, 2 * random.nextInt(2, 4), 2 * random.nextInt(2, 4))), 2);
        });
        parts.check("batch", () -> {
            RandomGenerator random = seed.random("batch");
            unshuffled(answer, Drawn.numbered(random, Shape.of(random.nextInt(2, 4), 2, 4, 6)), 2);
        });
        parts.check("factors", () -> {
            RandomGenerator random = seed.random("factors");
            int r = random.nextInt(3, 5);
            unshuffled(answer, Drawn.numbered(random, Shape.of(2, 2, r, 2 * r)), r);
            unshuffled(answer, wide(random, 3), 1);
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            int r = random.nextInt(2, 4);
            refused(() -> answer.pixelUnshuffle(Drawn.numbered(random, Shape.plane(r + 1, r + 1)), r));
            refused(() -> answer.pixelUnshuffle(Drawn.numbered(random, Shape.plane(r + 1, r * r)), r)); // r^2 divides the number of cells
            refused(() -> answer.pixelUnshuffle(Drawn.numbered(random, Shape.plane(r * r, r + 1)), r));
            refused(() -> answer.pixelUnshuffle(Drawn.numbered(random, Shape.plane(r, r)), 0));
            refused(() -> answer.pixelUnshuffle(Drawn.numbered(random, Shape.plane(r, r)), -r));
        });
    }

    @Test
    @Task("7.3")
    @Part("crd")
    @Part("dcr")
    @Part("oneChannel")
    @Part("threeChannels")
    @Part("batch")
    @Part("factors")
    @Part("order")
    @Part("refusal")
    @DisplayName("lays any channels out in both orders")
    void laysChannelsOutInBothOrders(SubPixels answer, Parts parts, Seed seed) {
        parts.check("crd", () -> {
            RandomGenerator random = seed.random("crd");
            spaced(answer, Drawn.numbered(random, Shape.of(1, 4 * random.nextInt(2, 4), 1, 2)), 2, "CRD");
        });
        parts.check("dcr", () -> { // not four channels: r^2 of them are sorted in the same way forwards and backwards
            RandomGenerator random = seed.random("dcr");
            spaced(answer, Drawn.numbered(random, Shape.of(1, 4 * random.nextInt(2, 4), 1, 2)), 2, "DCR");
        });
        parts.check("oneChannel", () -> {
            RandomGenerator random = seed.random("oneChannel");
            Tensor x = Drawn.numbered(random, Shape.of(1, 4, random.nextInt(2, 4), random.nextInt(2, 4)));
            inBothOrders(answer, x, 2);
        });
        parts.check("threeChannels", () -> {
            RandomGenerator random = seed.random("threeChannels");
            inBothOrders(answer, Drawn.numbered(random, Shape.of(1, 4 * random.nextInt(3, 6), 1, 2)), 2);
        });
        parts.check("batch", () -> {
            RandomGenerator random = seed.random("batch");
            inBothOrders(answer, wide(random, 8), 2);
        });
        parts.check("factors", () -> {
            RandomGenerator random = seed.random("factors");
            int r = random.nextInt(3, 5);
            inBothOrders(answer, wide(random, 2 * r * r), r);
            inBothOrders(answer, wide(random, 3), 1);
        });
        parts.check("order", () -> {
            RandomGenerator random = seed.random("order");
            String order = UNKNOWN_ORDERS[random.nextInt(UNKNOWN_ORDERS.length)];
            refused(() -> answer.depthToSpace(wide(random, 8), 2, order));
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            int r = random.nextInt(2, 4);
            for (String order : new String[] {"CRD", "DCR"}) {
                refused(() -> answer.depthToSpace(wide(random, 2 * r * r + 1), r, order));
                refused(() -> answer.depthToSpace(wide(random, 2 * r * r + r), r, order));
                refused(() -> answer.depthToSpace(wide(random, r * r), 0, order));
                refused(() -> answer.depthToSpace(wide(random, r * r), -r, order));
            }
        });
    }

    /// Two or three pictures that are wider than high.
    private static Tensor wide(RandomGenerator random, int channels) {
        int height = random.nextInt(1, 3);
        return Drawn.numbered(random, Shape.of(random.nextInt(2, 4), channels, height, height + random.nextInt(1, 3)));
    }

    private static void shuffled(SubPixels answer, Tensor x, int r) {
        same(ORACLE.pixelShuffle(x, r), answer.pixelShuffle(x, r));
    }

    private static void unshuffled(SubPixels answer, Tensor x, int r) {
        same(ORACLE.pixelUnshuffle(x, r), answer.pixelUnshuffle(x, r));
    }

    private static void inBothOrders(SubPixels answer, Tensor x, int r) {
        spaced(answer, x, r, "CRD");
        spaced(answer, x, r, "DCR");
    }

    private static void spaced(SubPixels answer, Tensor x, int r, String order) {
        String other = new String(order); // equal, but another object
        same(ORACLE.depthToSpace(x, r, order), answer.depthToSpace(x, r, other));
    }

    /// Nothing is computed, so every bit must be the same.
    private static void same(Tensor expected, Tensor actual) {
        Expect.tensor("", expected, actual, 0);
    }

    private static void refused(Runnable call) {
        Expect.refused("", IllegalArgumentException.class, call);
    }
}
