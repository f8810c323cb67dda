package upsampling.tasks;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.Expect;
import upsampling.grader.Hint;
import upsampling.grader.Part;
import upsampling.grader.Parts;
import upsampling.grader.Points;
import upsampling.grader.Task;
import upsampling.grader.engine.SubjectExtension;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The public tests of the tasks of lesson 7 that move cells between channels and blocks. {@link SubPixelWeightsTest} has the others.
///
/// Every cell holds another number, so that each one tells where it came from. The expected numbers are small enough to be checked by hand, and agree
/// with PyTorch 2.15, where the last line is the definition of DepthToSpace in ONNX's operator list:
/// ```
/// F.pixel_shuffle(x, r)                                                                                 # 7.1, and 7.3 with CRD
/// F.pixel_unshuffle(x, r)                                                                               # 7.2
/// x.reshape(n, r, r, c // r**2, h, w).permute(0, 3, 4, 1, 5, 2).reshape(n, c // r**2, h * r, w * r)     # 7.3 with DCR
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Pixel shuffle")
public class SubPixelsTest {
    /// Two strings like those that come from outside: equal to the literals, but other objects. An answer must not compare them with `==`.
    private static final String CRD = new String("CRD");
    private static final String DCR = new String("DCR");
    private static final Tensor EIGHT_CHANNELS = upTo(Shape.of(1, 8, 1, 1));
    private static final Tensor TWO_SQUARES = upTo(Shape.of(1, 2, 2, 2));
    private static final Tensor FOUR_PLANES = upTo(Shape.of(1, 4, 2, 2));
    /// The four planes of {@link #FOUR_PLANES}, woven together.
    private static final Tensor WOVEN = Tensor.image(new double[][] {{0, 4, 1, 5}, {8, 12, 9, 13}, {2, 6, 3, 7}, {10, 14, 11, 15}});
    /// Two pictures of four channels with one row of two cells, and what they become.
    private static final Tensor TWO_IMAGES = upTo(Shape.of(2, 4, 1, 2));
    private static final Tensor TWO_WOVEN = Tensor.of(Shape.of(2, 1, 2, 4), 0, 2, 1, 3, 4, 6, 5, 7, 8, 10, 9, 11, 12, 14, 13, 15);

    @Test
    @Task("7.1")
    @Points(2)
    @DisplayName("lays channels out as blocks")
    @Part(value = "channels", hint = "Eight channels of one cell, r = 2: which four of them make the block of channel 0, and where does each lie?")
    @Part(value = "cells", hint = "Four channels of 2x2 cells: which four numbers are neighbours in the corner of the result?")
    @Part(value = "batch", hint = "Two pictures, wider than high: which size has the result, and which numbers belong to which picture?")
    @Part(value = "factors", hint = "Nine channels, r = 3: how many channels make one row of a block? And what is there to do with r = 1?")
    @Part(value = "refusal", hint = "What should happen when the channels do not fill whole blocks, or when the factor is 0?")
    @Hint(id = "dcrOrder", text = "The output channel is the slow index: c·r² + a·r + b.")
    @Hint(id = "swapsRowColumn", text = "a is the row inside the block, b the column: c·r² + a·r + b.")
    @Hint(id = "pastesTiles", text = "Interleave, do not paste: neighbours in the result come from different channels.")
    @Hint(id = "reinterprets", text = "It is not enough to give the same row of numbers another shape: cells must move.")
    @Hint(id = "forgetsSquare", text = "A channel of the result takes r² channels, so those of channel c begin at c·r².")
    @Hint(id = "upsideDown", text = "Row 0 of a block is its upper one.")
    @Hint(id = "twoPerRow", text = "A row of a block has r cells; that is 2 only for r = 2.")
    @Hint(id = "firstImageOnly", text = "Every picture of the batch is shuffled by itself: read from picture n.")
    @Hint(id = "assumesSquare", text = "A picture may be wider than high: the result is r·H high and r·W wide.")
    @Hint(id = "dropsChannels", text = "Channels that do not fill a block are an error: throw an IllegalArgumentException, do not drop them.")
    @Hint(id = "checksFactorOnly", text = "r² must divide the number of channels, not just r.")
    void laysChannelsOutAsBlocks(SubPixels answer, Parts parts) {
        parts.check("channels", () -> same(TWO_SQUARES, answer.pixelShuffle(EIGHT_CHANNELS, 2)));
        parts.check("cells", () -> same(WOVEN, answer.pixelShuffle(FOUR_PLANES, 2)));
        parts.check("batch", () -> same(TWO_WOVEN, answer.pixelShuffle(TWO_IMAGES, 2)));
        parts.check("factors", () -> {
            same(upTo(Shape.plane(3, 3)), answer.pixelShuffle(upTo(Shape.of(1, 9, 1, 1)), 3));
            same(TWO_IMAGES, answer.pixelShuffle(TWO_IMAGES, 1));
        });
        parts.check("refusal", () -> {
            refused("5 channels, r = 2", () -> answer.pixelShuffle(upTo(Shape.of(1, 5, 1, 1)), 2));
            refused("6 channels, r = 2", () -> answer.pixelShuffle(upTo(Shape.of(1, 6, 1, 1)), 2));
            refused("r = 0", () -> answer.pixelShuffle(EIGHT_CHANNELS, 0));
            refused("r = -2", () -> answer.pixelShuffle(EIGHT_CHANNELS, -2));
        });
    }

    @Test
    @Task("7.2")
    @Points(2)
    @DisplayName("stacks blocks as channels")
    @Part(value = "channels", hint = "Two channels with one block each: which four numbers come first, and in which order?")
    @Part(value = "cells", hint = "A 4x4 picture, r = 2: which four numbers belong to the first phase, the even rows and even columns?")
    @Part(value = "batch", hint = "Two pictures, wider than high: which size has the result, and which numbers belong to which picture?")
    @Part(value = "factors", hint = "One 3x3 block, r = 3: which channel does its middle cell become? And what is there to do with r = 1?")
    @Part(value = "refusal", hint = "What should happen when blocks do not fill the picture, in one direction or in both, or when the factor is 0?")
    @Hint(id = "spaceToDepthDcr", text = "The inverse must use the same order: c·r² + a·r + b.")
    @Hint(id = "swapsRowColumn", text = "Row first: a counts rows of the block and goes with r·i.")
    @Hint(id = "cutsTiles", text = "A phase takes every r-th cell, not the cells of one tile.")
    @Hint(id = "reinterprets", text = "It is not enough to give the same row of numbers another shape: cells must move.")
    @Hint(id = "copiesFirstPhase", text = "Each of the r² channels starts at its own cell of the block: r·i + a, r·j + b.")
    @Hint(id = "forgetsSquare", text = "A channel becomes r² channels, so those of channel c begin at c·r².")
    @Hint(id = "upsideDown", text = "Row 0 of a block is its upper one.")
    @Hint(id = "twoPerRow", text = "A row of a block has r cells; that is 2 only for r = 2.")
    @Hint(id = "firstImageOnly", text = "Every picture of the batch is cut by itself: read from picture n.")
    @Hint(id = "assumesSquare", text = "A picture may be wider than high: the result is H/r high and W/r wide.")
    @Hint(id = "dropsRest", text = "Rows and columns that do not fill a block are an error: throw an IllegalArgumentException, do not drop them.")
    @Hint(id = "checksArea", text = "r must divide the height and the width; it is not enough that r² divides the number of cells.")
    @Hint(id = "checksHeightOnly", text = "r must divide the width too.")
    void stacksBlocksAsChannels(SubPixels answer, Parts parts) {
        parts.check("channels", () -> same(EIGHT_CHANNELS, answer.pixelUnshuffle(TWO_SQUARES, 2)));
        parts.check("cells", () -> same(FOUR_PLANES, answer.pixelUnshuffle(WOVEN, 2)));
        parts.check("batch", () -> same(TWO_IMAGES, answer.pixelUnshuffle(TWO_WOVEN, 2)));
        parts.check("factors", () -> {
            same(upTo(Shape.of(1, 9, 1, 1)), answer.pixelUnshuffle(upTo(Shape.plane(3, 3)), 3));
            same(TWO_IMAGES, answer.pixelUnshuffle(TWO_IMAGES, 1));
        });
        parts.check("refusal", () -> {
            refused("3x3 cells, r = 2", () -> answer.pixelUnshuffle(upTo(Shape.plane(3, 3)), 2));
            refused("3x4 cells, r = 2", () -> answer.pixelUnshuffle(upTo(Shape.plane(3, 4)), 2));
            refused("4x3 cells, r = 2", () -> answer.pixelUnshuffle(upTo(Shape.plane(4, 3)), 2));
            refused("r = 0", () -> answer.pixelUnshuffle(TWO_SQUARES, 0));
            refused("r = -2", () -> answer.pixelUnshuffle(TWO_SQUARES, -2));
        });
    }

    @Test
    @Task("7.3")
    @Points(4)
    @DisplayName("lays channels out in both orders")
    @Part(value = "crd", hint = "Order \"CRD\", two channels in the result: which input channels belong to channel 0?")
    @Part(value = "dcr", hint = "Order \"DCR\", two channels in the result: which input channel is the cell (0, 1) of channel 0?")
    @Part(value = "oneChannel", hint = "One channel in the result: what differs between the orders then? And which cells are neighbours?")
    @Part(value = "threeChannels", hint = "Order \"DCR\", three channels in the result, r = 2: how far apart are the input channels of one block?")
    @Part(value = "batch", hint = "Two pictures, wider than high: which size has the result, and which numbers belong to which picture?")
    @Part(value = "factors", hint = "r = 3, two channels in the result: which input channels make the middle row of each block?")
    @Part(value = "order", hint = "What should happen with an order that is neither of the two?")
    @Part(value = "refusal", hint = "What should happen when the channels do not fill whole blocks, or when the block size is 0?")
    @Hint(id = "sameForBoth", text = "DCR splits the block index off first: (r·a + b)·Cout + c. Only with one channel both orders agree.")
    @Hint(id = "alwaysDcr", text = "CRD splits the channel off first: c·r² + a·r + b. Only with one channel both orders agree.")
    @Hint(id = "defaultsSwapped", text = "ONNX's default is DCR; PyTorch's order is CRD. You have them the other way round.")
    @Hint(id = "swapsRowColumn", text = "In both orders the row comes before the column: a·r + b.")
    @Hint(id = "swapsInDcr", text = "In DCR too the row comes before the column: (a·r + b)·Cout + c.")
    @Hint(id = "countsByFactor", text = "In DCR the block index counts in steps of the output's channels, not of r: (a·r + b)·Cout + c.")
    @Hint(id = "permutesBackwards", text = "The channels went the other way round: cell (a, b) of channel c is read from channel (a·r + b)·Cout + c.")
    @Hint(id = "pastesTiles", text = "Interleave, do not paste: neighbours in the result come from different channels.")
    @Hint(id = "firstImageOnly", text = "Every picture of the batch is shuffled by itself: read from picture n.")
    @Hint(id = "assumesSquare", text = "A picture may be wider than high: the result is r·H high and r·W wide.")
    @Hint(id = "acceptsAnyOrder", text = "An order that does not exist is an error: throw an IllegalArgumentException, do not choose one.")
    @Hint(id = "dropsChannels", text = "Channels that do not fill a block are an error: throw an IllegalArgumentException, do not drop them.")
    @Hint(id = "checksFactorOnly", text = "r² must divide the number of channels, not just r.")
    void laysChannelsOutInBothOrders(SubPixels answer, Parts parts) {
        parts.check("crd", () -> same(TWO_SQUARES, answer.depthToSpace(EIGHT_CHANNELS, 2, CRD)));
        parts.check("dcr", () -> same(Tensor.of(Shape.of(1, 2, 2, 2), 0, 2, 4, 6, 1, 3, 5, 7), answer.depthToSpace(EIGHT_CHANNELS, 2, DCR)));
        parts.check("oneChannel", () -> {
            same(WOVEN, answer.depthToSpace(FOUR_PLANES, 2, CRD));
            same(WOVEN, answer.depthToSpace(FOUR_PLANES, 2, DCR));
        });
        parts.check("threeChannels", () -> {
            Tensor twelve = upTo(Shape.of(1, 12, 1, 1));
            same(upTo(Shape.of(1, 3, 2, 2)), answer.depthToSpace(twelve, 2, CRD));
            same(Tensor.of(Shape.of(1, 3, 2, 2), 0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11), answer.depthToSpace(twelve, 2, DCR));
        });
        parts.check("batch", () -> {
            same(TWO_WOVEN, answer.depthToSpace(TWO_IMAGES, 2, CRD));
            same(TWO_WOVEN, answer.depthToSpace(TWO_IMAGES, 2, DCR));
        });
        parts.check("factors", () -> {
            Tensor eighteen = upTo(Shape.of(1, 18, 1, 1));
            same(upTo(Shape.of(1, 2, 3, 3)), answer.depthToSpace(eighteen, 3, CRD));
            same(Tensor.of(Shape.of(1, 2, 3, 3), 0, 2, 4, 6, 8, 10, 12, 14, 16, 1, 3, 5, 7, 9, 11, 13, 15, 17),
                answer.depthToSpace(eighteen, 3, DCR));
            same(TWO_IMAGES, answer.depthToSpace(TWO_IMAGES, 1, DCR));
        });
        parts.check("order", () -> refused("order \"RCD\"", () -> answer.depthToSpace(EIGHT_CHANNELS, 2, "RCD")));
        parts.check("refusal", () -> {
            refused("5 channels, r = 2", () -> answer.depthToSpace(upTo(Shape.of(1, 5, 1, 1)), 2, CRD));
            refused("6 channels, r = 2", () -> answer.depthToSpace(upTo(Shape.of(1, 6, 1, 1)), 2, DCR));
            refused("r = 0", () -> answer.depthToSpace(EIGHT_CHANNELS, 0, CRD));
            refused("r = -2", () -> answer.depthToSpace(EIGHT_CHANNELS, -2, DCR));
        });
    }

    /// The numbers 0, 1, 2, ... in row-major order.
    private static Tensor upTo(Shape shape) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = i;
        return Tensor.of(shape, values);
    }

    /// Nothing is computed, so every bit must be the same.
    private static void same(Tensor expected, Tensor actual) {
        Expect.tensor("", expected, actual, 0);
    }

    private static void refused(String what, Runnable call) {
        Expect.refused(what, IllegalArgumentException.class, call);
    }
}
