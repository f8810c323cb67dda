package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;

/// Divides by the lengths of the rows, which gives the cosine of the angle between them.
@KnownWrong(task = "3.1", hint = "cosine", part = "small", expected = "12", actual = "0.365487")
public class DotIsCosine implements ConvolutionMatrix {

    @Override
    public double dot(float[] a, float[] b) {
        if (a.length != b.length) throw new IllegalArgumentException("dot: lengths " + a.length + " and " + b.length + " differ");
        double sum = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
            squaresA += (double) a[i] * a[i];
            squaresB += (double) b[i] * b[i];
        }
        return sum == 0 ? 0 : sum / Math.sqrt(squaresA * squaresB);
    }
}
