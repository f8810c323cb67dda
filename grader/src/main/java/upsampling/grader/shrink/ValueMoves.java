package upsampling.grader.shrink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import upsampling.tensor.Tensor;

/// Steps that make the numbers inside an argument simpler and leave its size alone.
final class ValueMoves {
    private ValueMoves() { }

    /// Returns the argument with simpler numbers: first all of them at once, then one after the other; nothing for an argument without any.
    static List<Object> of(Object argument) {
        List<Object> simpler = new ArrayList<>();
        switch (argument) {
            case Tensor x -> rows(widen(x.data())).forEach(row -> simpler.add(Tensor.wrap(x.shape(), narrow(row), x.backend())));
            case float[] values -> rows(widen(values)).forEach(row -> simpler.add(narrow(row)));
            case double[] values -> simpler.addAll(rows(values));
            case int[] values -> rows(Arrays.stream(values).asDoubleStream().toArray())
                .forEach(row -> simpler.add(Arrays.stream(row).mapToInt(v -> (int) v).toArray()));
            case double[][] table -> tables(table, simpler);
            case Double v -> simpler.addAll(Simplicity.than(v));
            case Float v -> Simplicity.than(v).forEach(s -> simpler.add((float) (double) s));
            case null, default -> { }
        }
        return simpler;
    }

    private static void tables(double[][] table, List<Object> simpler) {
        for (int i = 0; i < table.length; i++) {
            for (double[] row : rows(table[i])) {
                double[][] changed = table.clone();
                changed[i] = row;
                simpler.add(changed);
            }
        }
    }

    private static List<double[]> rows(double[] values) {
        List<double[]> simpler = new ArrayList<>();
        addIfSimpler(values, new double[values.length], simpler);
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        addIfSimpler(values, ones, simpler);
        addIfSimpler(values, ranks(values), simpler);
        addIfSimpler(values, Arrays.stream(values).map(Math::rint).toArray(), simpler);
        for (int i = 0; i < values.length; i++) {
            for (double number : Simplicity.than(values[i])) {
                double[] changed = values.clone();
                changed[i] = number;
                simpler.add(changed);
            }
        }
        return simpler;
    }

    private static void addIfSimpler(double[] values, double[] changed, List<double[]> simpler) {
        if (cost(changed) < cost(values)) simpler.add(changed);
    }

    private static double cost(double[] values) {
        double sum = 0;
        for (double v : values) sum += Simplicity.cost(v);
        return sum;
    }

    /// Returns which number is the smallest (0), the second smallest (1), and so on: the same order in smaller numbers.
    private static double[] ranks(double[] values) {
        double[] sorted = Arrays.stream(values).distinct().sorted().toArray();
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) ranks[i] = Double.isFinite(values[i]) ? Arrays.binarySearch(sorted, values[i]) : values[i];
        return ranks;
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) wide[i] = values[i];
        return wide;
    }

    private static float[] narrow(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) narrow[i] = (float) values[i];
        return narrow;
    }
}
