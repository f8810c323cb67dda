package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;

/// Adds up in double what float has already rounded.
@KnownWrong(task = "3.1", hint = "floatProduct", part = "products", expected = "1", actual = "0")
public class FloatProduct implements ConvolutionMatrix {

    @Override
    public double dot(float[] a, float[] b) {
        if (a.length != b.length) throw new IllegalArgumentException("dot: lengths " + a.length + " and " + b.length + " differ");
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
