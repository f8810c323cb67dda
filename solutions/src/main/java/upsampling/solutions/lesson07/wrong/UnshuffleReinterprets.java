package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Gives the same row of numbers another shape.
@KnownWrong(task = "7.2", hint = "reinterprets", part = "cells", expected = "1", actual = "4")
public class UnshuffleReinterprets implements SubPixels {

    @Override
    public Tensor pixelUnshuffle(Tensor x, int downscaleFactor) {
        int r = downscaleFactor;
        Shape in = x.shape();
        if (r < 1 || in.h() % r != 0 || in.w() % r != 0) throw new IllegalArgumentException("pixelUnshuffle: " + in + " with r = " + r);
        Shape out = Shape.of(in.n(), in.c() * r * r, in.h() / r, in.w() / r);
        return Tensor.of(out, x.toArray());
    }
}
