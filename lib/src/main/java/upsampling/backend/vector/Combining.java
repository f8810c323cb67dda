package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// How a reduction combines many numbers: by their sum or their maximum.
enum Combining {
    SUM(0, new WindowSums(1)) {
        @Override
        double combine(double a, double b) {
            return a + b;
        }

        @Override
        void combineRow(double[] results, float[] row, int n) {
            for (int k = 0; k < n; k++) results[k] += row[k];
        }

        @Override
        void lanes(float[] x, int at, int n, float[] lanes) {
            VectorSpecies<Float> s = Lanes.FLOATS;
            int l = Lanes.COUNT;
            FloatVector sum0 = FloatVector.fromArray(s, x, at);
            FloatVector sum1 = FloatVector.fromArray(s, x, at + l);
            FloatVector sum2 = FloatVector.fromArray(s, x, at + 2 * l);
            FloatVector sum3 = FloatVector.fromArray(s, x, at + 3 * l);
            for (int i = at + 4 * l; i < at + n; i += 4 * l) {
                sum0 = sum0.add(FloatVector.fromArray(s, x, i));
                sum1 = sum1.add(FloatVector.fromArray(s, x, i + l));
                sum2 = sum2.add(FloatVector.fromArray(s, x, i + 2 * l));
                sum3 = sum3.add(FloatVector.fromArray(s, x, i + 3 * l));
            }
            sum0.intoArray(lanes, 0);
            sum1.intoArray(lanes, l);
            sum2.intoArray(lanes, 2 * l);
            sum3.intoArray(lanes, 3 * l);
        }
    },

    MAX(Double.NEGATIVE_INFINITY, new WindowMaxima()) {
        @Override
        double combine(double a, double b) {
            return Math.max(a, b);
        }

        @Override
        void combineRow(double[] results, float[] row, int n) {
            for (int k = 0; k < n; k++) results[k] = Math.max(results[k], row[k]);
        }

        @Override
        void lanes(float[] x, int at, int n, float[] lanes) {
            VectorSpecies<Float> s = Lanes.FLOATS;
            int l = Lanes.COUNT;
            FloatVector max0 = FloatVector.fromArray(s, x, at);
            FloatVector max1 = FloatVector.fromArray(s, x, at + l);
            FloatVector max2 = FloatVector.fromArray(s, x, at + 2 * l);
            FloatVector max3 = FloatVector.fromArray(s, x, at + 3 * l);
            for (int i = at + 4 * l; i < at + n; i += 4 * l) {
                max0 = max0.max(FloatVector.fromArray(s, x, i));
                max1 = max1.max(FloatVector.fromArray(s, x, i + l));
                max2 = max2.max(FloatVector.fromArray(s, x, i + 2 * l));
                max3 = max3.max(FloatVector.fromArray(s, x, i + 3 * l));
            }
            max0.intoArray(lanes, 0);
            max1.intoArray(lanes, l);
            max2.intoArray(lanes, 2 * l);
            max3.intoArray(lanes, 3 * l);
        }
    };

    /// How many numbers {@link #lanes} leaves: four vectors, so that an addition need not wait for the one before it.
    static final int LANES = 4 * Lanes.COUNT;

    /// What no numbers at all combine to.
    final double neutral;

    /// The same for whole rows.
    final Windows rows;

    Combining(double neutral, Windows rows) {
        this.neutral = neutral;
        this.rows = rows;
    }

    abstract double combine(double a, double b);

    /// Combines each of `n` results with a cell of a row.
    abstract void combineRow(double[] results, float[] row, int n);

    /// Combines the cells `at .. at+n-1` of a row into {@link #LANES} numbers; `n` is a multiple of that, and not 0.
    abstract void lanes(float[] x, int at, int n, float[] lanes);
}
