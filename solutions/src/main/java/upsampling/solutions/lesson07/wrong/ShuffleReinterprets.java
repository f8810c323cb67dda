package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Gives the same row of numbers another shape.
@KnownWrong(task = "7.1", hint = "reinterprets", part = "cells", expected = "4", actual = "1")
public class ShuffleReinterprets implements SubPixels {

    @Override
    public Tensor pixelShuffle(Tensor x, int upscaleFactor) {
        int r = upscaleFactor;
        Shape in = x.shape();
        if (r < 1 || in.c() % (r * r) != 0) throw new IllegalArgumentException("pixelShuffle: " + in + " with r = " + r);
        Shape out = Shape.of(in.n(), in.c() / (r * r), r * in.h(), r * in.w());
        return Tensor.of(out, x.toArray());
    }
}
