package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;

/// Takes the kernel for a square as high as it is.
@KnownWrong(task = "8.1", hint = "assumesSquare", part = "rectangle", expected = "12", actual = "4")
public class AssumesSquareKernel implements Initialisation {

    @Override
    public long[] fans(int[] weightShape) {
        if (weightShape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + weightShape.length);
        for (int size : weightShape) {
            if (size < 1) throw new IllegalArgumentException("every size must be >= 1, but one was " + size);
        }
        long area = (long) weightShape[2] * weightShape[2];
        return new long[] {weightShape[1] * area, weightShape[0] * area};
    }
}
