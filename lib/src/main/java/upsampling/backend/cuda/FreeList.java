package upsampling.backend.cuda;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Memory of the device that is not in use, kept to be used again: to give it back to the driver, all work must end first.
///
/// All launches are in one stream, so memory may be used again as soon as its owner is closed: whatever still reads it was launched before.
final class FreeList {
    /// Where memory comes from.
    interface Source {
        /// Returns memory, or nothing if there is not enough.
        Optional<DeviceMemory> allocate(long bytes);

        /// Gives memory back, after all work on it.
        void free(DeviceMemory memory);
    }

    private static final long SMALLEST = 256;

    private final Source source;
    private final boolean isExact;
    private final Map<Long, Deque<DeviceMemory>> free = new HashMap<>();
    private long bytesInUse;
    private int piecesInUse;
    private long leaks;

    /// @param isExact whether memory is exactly as long as was asked for, and none is kept: whoever writes behind its end, or after its owner is closed, is found
    FreeList(Source source, boolean isExact) {
        this.source = source;
        this.isExact = isExact;
    }

    /// Returns memory of at least so many bytes, whose values are whatever they were.
    ///
    /// @return nothing if there is not enough, also after all that is free was given back
    synchronized Optional<DeviceMemory> take(long bytes) {
        long size = isExact ? Math.max(bytes, 1) : sizeClass(bytes);
        Deque<DeviceMemory> same = free.get(size);
        Optional<DeviceMemory> memory = same == null || same.isEmpty() ? Optional.empty() : Optional.of(same.pop());
        if (memory.isEmpty()) memory = source.allocate(size);
        if (memory.isEmpty()) {
            freeAll();
            memory = source.allocate(size);
        }
        memory.ifPresent(taken -> {
            bytesInUse += taken.bytes();
            piecesInUse++;
        });
        return memory;
    }

    /// Takes back what {@link #take} returned.
    synchronized void give(DeviceMemory memory) {
        bytesInUse -= memory.bytes();
        piecesInUse--;
        if (isExact) source.free(memory);
        else free.computeIfAbsent(memory.bytes(), _ -> new ArrayDeque<>()).push(memory);
    }

    /// As {@link #give}, for memory whose owner was forgotten.
    synchronized void giveForgotten(DeviceMemory memory) {
        leaks++;
        give(memory);
    }

    /// Gives back to the driver what is not in use.
    synchronized void freeAll() {
        for (Deque<DeviceMemory> same : free.values()) while (!same.isEmpty()) source.free(same.pop());
    }

    /// Few sizes, so that memory is found again; at most an eighth is wasted.
    static long sizeClass(long bytes) {
        long step = Math.max(SMALLEST, Long.highestOneBit(bytes) / 8);
        return Math.ceilDiv(Math.max(bytes, 1), step) * step;
    }

    synchronized long bytesInUse() {
        return bytesInUse;
    }

    synchronized int piecesInUse() {
        return piecesInUse;
    }

    /// Returns how often the garbage collector had to give memory back, because nobody closed its owner.
    synchronized long leaks() {
        return leaks;
    }
}
