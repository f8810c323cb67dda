package upsampling.tensor;

/// Positions inside planes, such as the cells where max pooling found its maxima. They live where their backend wants them.
public interface Indices {
    /// Returns how many there are.
    int size();

    /// Returns them in row-major order, on the Java heap; not to be changed.
    int[] values();

    /// Returns indices on the Java heap.
    ///
    /// @param values not copied
    static Indices of(int... values) {
        return new Heap(values);
    }

    /// Indices on the Java heap.
    ///
    /// @param values not copied
    record Heap(int[] values) implements Indices {
        @Override
        public int size() {
            return values.length;
        }
    }
}
