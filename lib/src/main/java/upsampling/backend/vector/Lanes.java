package upsampling.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The vectors that all kernels use: the widest that this machine has.
///
/// Tests run with `-Dupsampling.vector.bits=128`, 256 and 512, so that every width is tested on every machine; narrower vectors are always there, wider ones
/// are slow but right.
final class Lanes {
    static final VectorSpecies<Float> FLOATS = species(Integer.getInteger("upsampling.vector.bits"));

    /// How many floats a vector holds.
    static final int COUNT = FLOATS.length();

    private Lanes() { }

    /// Returns the sum of a vector's lanes that were stored, in their order: how the processor itself would add them up is not defined.
    static float total(float[] lanes, int at) {
        float sum = 0;
        for (int lane = 0; lane < COUNT; lane++) sum += lanes[at + lane];
        return sum;
    }

    private static VectorSpecies<Float> species(Integer bits) {
        if (bits == null) return FloatVector.SPECIES_PREFERRED;
        return switch (bits) {
            case 128 -> FloatVector.SPECIES_128;
            case 256 -> FloatVector.SPECIES_256;
            case 512 -> FloatVector.SPECIES_512;
            default -> throw new IllegalArgumentException("upsampling.vector.bits must be 128, 256 or 512, but was " + bits);
        };
    }
}
