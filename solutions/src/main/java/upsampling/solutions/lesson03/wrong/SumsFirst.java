package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;

/// Multiplies the sums of both rows.
@KnownWrong(task = "3.1", hint = "sumsFirst", part = "small", expected = "12", actual = "30")
public class SumsFirst implements ConvolutionMatrix {

    @Override
    public double dot(float[] a, float[] b) {
        if (a.length != b.length) throw new IllegalArgumentException("dot: lengths " + a.length + " and " + b.length + " differ");
        double sumA = 0;
        double sumB = 0;
        for (int i = 0; i < a.length; i++) {
            sumA += a[i];
            sumB += b[i];
        }
        return sumA * sumB;
    }
}
