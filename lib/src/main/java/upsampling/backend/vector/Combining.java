package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// How a reduction combines many numbers: by their sum or their maximum.
enum Combining {
    SUM(0, new WindowSums()) {
        @Override
        double combine(double a, double b) {
            return a + b;
        }

        @Override
        void lanes(float[] x, int at, int n, float[] lanes) {
            VectorSpecies<Float> s = Lanes.FLOATS;
            int l = Lanes.COUNT;
            FloatVector sum0 = FloatVector.zero(s);
            FloatVector sum1 = FloatVector.zero(s);
            FloatVector sum2 = FloatVector.zero(s);
            FloatVector sum3 = FloatVector.zero(s);
            for (int i = at; i < at + n; i += 4 * l) {
                sum0 = sum0.add(FloatVector.fromArray(s, x, i));
                sum1 = sum1.add(FloatVector.fromArray(s, x, i + l));
                sum2 = sum2.add(FloatVector.fromArray(s, x, i + 2 * l));
                sum3 = sum3.add(FloatVector.fromArray(s, x, i + 3 * l));
            }
            store(sum0, sum1, sum2, sum3, lanes);
        }
    },

    MAX(Double.NEGATIVE_INFINITY, new WindowMaxima()) {
        @Override
        double combine(double a, double b) {
            return Math.max(a, b);
        }

        @Override
        void lanes(float[] x, int at, int n, float[] lanes) {
            VectorSpecies<Float> s = Lanes.FLOATS;
            int l = Lanes.COUNT;
            FloatVector max0 = FloatVector.broadcast(s, Float.NEGATIVE_INFINITY);
            FloatVector max1 = FloatVector.broadcast(s, Float.NEGATIVE_INFINITY);
            FloatVector max2 = FloatVector.broadcast(s, Float.NEGATIVE_INFINITY);
            FloatVector max3 = FloatVector.broadcast(s, Float.NEGATIVE_INFINITY);
            for (int i = at; i < at + n; i += 4 * l) {
                max0 = max0.max(FloatVector.fromArray(s, x, i));
                max1 = max1.max(FloatVector.fromArray(s, x, i + l));
                max2 = max2.max(FloatVector.fromArray(s, x, i + 2 * l));
                max3 = max3.max(FloatVector.fromArray(s, x, i + 3 * l));
            }
            store(max0, max1, max2, max3, lanes);
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

    /// Combines the cells `at .. at+n-1` of a row into {@link #LANES} numbers; `n` is a multiple of that.
    abstract void lanes(float[] x, int at, int n, float[] lanes);

    private static void store(FloatVector a, FloatVector b, FloatVector c, FloatVector d, float[] lanes) {
        a.intoArray(lanes, 0);
        b.intoArray(lanes, Lanes.COUNT);
        c.intoArray(lanes, 2 * Lanes.COUNT);
        d.intoArray(lanes, 3 * Lanes.COUNT);
    }
}
