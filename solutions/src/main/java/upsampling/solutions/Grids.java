package upsampling.solutions;

import java.util.Arrays;

/// Small arrays of rows for hidden tests.
public final class Grids {
    private Grids() { }

    /// Returns a square with the same number everywhere.
    public static double[][] constant(int size, double value) {
        double[][] square = new double[size][size];
        for (double[] row : square) Arrays.fill(row, value);
        return square;
    }

    /// Returns a square with one number after the other. It is no product of a column and a row; and as a kernel, the taps of a phase differ, so adding
    /// to them is not the same as scaling them.
    public static double[][] counting(int size, int first) {
        double[][] square = new double[size][size];
        for (int i = 0; i < size * size; i++) square[i / size][i % size] = first + i;
        return square;
    }

    /// Returns a kernel with every tap repeated over a stride of rows and columns, as nearest neighbours do: all its phase sums are equal.
    public static double[][] repeated(double[][] kernel, int stride) {
        double[][] repeated = new double[kernel.length * stride][kernel[0].length * stride];
        for (int u = 0; u < repeated.length; u++) {
            for (int v = 0; v < repeated[0].length; v++) repeated[u][v] = kernel[u / stride][v / stride];
        }
        return repeated;
    }

    /// Returns the rows as columns.
    public static double[][] turned(double[][] rows) {
        double[][] turned = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[0].length; j++) turned[j][i] = rows[i][j];
        }
        return turned;
    }
}
