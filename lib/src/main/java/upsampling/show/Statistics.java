package upsampling.show;

import java.util.List;

/// The range and mean of the finite values of some maps, and how many are not finite.
record Statistics(double least, double mean, double most, int finite, int others) {

    static Statistics of(List<double[][]> maps) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int finite = 0;
        int others = 0;
        for (double[][] map : maps) for (double[] row : map) for (double v : row) {
            if (!Double.isFinite(v)) {
                others++;
                continue;
            }
            finite++;
            sum += v;
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        return new Statistics(least, sum / finite, most, finite, others);
    }

    String sentence() {
        String not = others == 0 ? "" : others + " NaN or infinite";
        if (finite == 0) return not;
        return "from " + Numbers.text(least) + " to " + Numbers.text(most) + ", mean " + Numbers.text(mean) + (others == 0 ? "" : ", " + not);
    }
}
