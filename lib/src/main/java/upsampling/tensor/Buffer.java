package upsampling.tensor;

/// Where the values of a tensor live: an array on the Java heap, or memory of a device. Only the backend that made it computes with it.
public interface Buffer {
    /// Returns the number of values.
    int size();

    /// Returns one value. On a device this is a transfer of its own: for looking, not for loops.
    float get(int index);

    /// Returns a copy on the Java heap.
    float[] toArray();

    /// Returns the values themselves, not a copy, if they are on the Java heap, else null. Whoever gets them may keep them: this memory is never used for
    /// other values.
    default float[] onHeap() {
        return null;
    }

    /// Gives the memory back. Called once.
    default void close() { }

    /// An array on the Java heap.
    ///
    /// @param values not copied
    record Heap(float[] values) implements Buffer {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public float get(int index) {
            return values[index];
        }

        @Override
        public float[] toArray() {
            return values.clone();
        }

        @Override
        public float[] onHeap() {
            return values;
        }
    }
}
