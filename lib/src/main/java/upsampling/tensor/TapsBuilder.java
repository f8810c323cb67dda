package upsampling.tensor;

import java.util.Arrays;

/// Collects the taps of one output after the other. Zeros are left out; neighbouring taps on the same cell become one.
final class TapsBuilder {
    private final int inSize;
    private final int[] first;
    private int[] cell = new int[16];
    private double[] weight = new double[16];
    private int rows;
    private int size;

    TapsBuilder(int inSize, int outSize) {
        this.inSize = inSize;
        this.first = new int[outSize + 1];
    }

    TapsBuilder add(int newCell, double newWeight) {
        if (newWeight == 0) return this;
        if (size > first[rows] && cell[size - 1] == newCell) {
            weight[size - 1] += newWeight;
            return this;
        }
        if (size == cell.length) {
            cell = Arrays.copyOf(cell, 2 * size);
            weight = Arrays.copyOf(weight, 2 * size);
        }
        cell[size] = newCell;
        weight[size++] = newWeight;
        return this;
    }

    void endRow() {
        first[++rows] = size;
    }

    Taps build() {
        return new Taps(inSize, first, Arrays.copyOf(cell, size), Arrays.copyOf(weight, size));
    }
}
