package upsampling.backend.vector;

/// How {@link Direct} computes one phase of what a group writes, from the copies that it has made.
interface PhaseSums {
    /// Returns how many packed weights a group needs.
    int size();

    /// Packs the weights of one group.
    ///
    /// @param first where the group begins in `weights`
    void pack(Weights weights, int first, float[] packed, int at);

    /// Computes all outputs at some places in a row, and some more beyond the last one.
    ///
    /// @param atWeights where the packed weights begin
    /// @param scratch memory for {@link Tile#depth} rows of a tile's columns
    /// @param sums receives them, `[outputs][stride]`
    void sum(float[] packed, int atWeights, float[] copy, int places, float[] scratch, float[] sums, int at, int stride);

    /// The kernels of a layer.
    ///
    /// @param outputStride distance of two channels that are written
    /// @param inputStride distance of two channels that are read
    /// @param kernelWidth taps in a row of a kernel
    record Weights(float[] values, int groupStride, int outputStride, int inputStride, int kernelWidth) {
        float get(int first, int output, int input, int tap) {
            return values[first + output * outputStride + input * inputStride + tap];
        }
    }
}
