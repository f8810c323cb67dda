package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Counts two cells in every row of a block.
@KnownWrong(task = "7.2", hint = "twoPerRow", part = "factors", expected = "2", actual = "3")
public class UnshuffleTwoPerRow implements SubPixels {

    @Override
    public Tensor pixelUnshuffle(Tensor x, int downscaleFactor) {
        int r = downscaleFactor;
        Shape in = x.shape();
        if (r < 1 || in.h() % r != 0 || in.w() % r != 0) throw new IllegalArgumentException("pixelUnshuffle: " + in + " with r = " + r);
        Shape out = Shape.of(in.n(), in.c() * r * r, in.h() / r, in.w() / r);
        float[] y = new float[out.size()];
        float[] cells = x.toArray();
        for (int from = 0; from < cells.length; from++) {
            int n = from / in.planeSize() / in.c();
            int c = from / in.planeSize() % in.c();
            int h = from / in.w() % in.h();
            int w = from % in.w();
            y[out.index(n, c * r * r + h % r * 2 + w % r, h / r, w / r)] = cells[from];
        }
        return Tensor.of(out, y);
    }
}
