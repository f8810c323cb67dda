package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Copies narrow strips of matrices.
final class Panel {
    private Panel() { }

    /// Copies two vectors of each row.
    static void copyTwo(int rows, float[] from, int atFrom, int strideFrom, float[] to, int atTo, int strideTo) {
        VectorSpecies<Float> s = Lanes.FLOATS;
        int l = Lanes.COUNT;
        for (int k = 0; k < rows; k++) {
            int source = atFrom + k * strideFrom;
            int target = atTo + k * strideTo;
            FloatVector a = FloatVector.fromArray(s, from, source);
            FloatVector b = FloatVector.fromArray(s, from, source + l);
            a.intoArray(to, target);
            b.intoArray(to, target + l);
        }
    }
}
