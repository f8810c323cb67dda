package upsampling.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Memory that is used again, with a source that only counts.
class FreeListTest {
    /// So many bytes; it notes what it was asked for.
    private static final class Memory implements FreeList.Source {
        private long left;
        private final List<String> calls = new ArrayList<>();

        Memory(long bytes) {
            left = bytes;
        }

        @Override
        public Optional<DeviceMemory> allocate(long bytes) {
            boolean isEnough = bytes <= left;
            calls.add((isEnough ? "allocate " : "refuse ") + bytes);
            if (!isEnough) return Optional.empty();
            left -= bytes;
            DeviceMemory memory = new DeviceMemory();
            memory.allocated(bytes);
            return Optional.of(memory);
        }

        @Override
        public void free(DeviceMemory memory) {
            calls.add("free " + memory.bytes());
            left += memory.bytes();
        }
    }

    private final Memory source = new Memory(10_000);
    private final FreeList list = new FreeList(source, false);

    @Test
    void sizesWasteAtMostAnEighth() {
        for (long bytes = 1; bytes < 1L << 40; bytes += 1 + bytes / 1000) {
            long size = FreeList.sizeClass(bytes);
            assertTrue(size >= bytes, bytes + " bytes get " + size);
            assertTrue(size - bytes < 256 || 8 * (size - bytes) < bytes, bytes + " bytes get " + size);
            assertEquals(size, FreeList.sizeClass(size), "a size is its own class");
        }
    }

    /// Otherwise nothing would be found again.
    @Test
    void sizesAreFew() {
        long sizes = 0;
        for (long bytes = 1 << 20; bytes < 2 << 20; bytes = FreeList.sizeClass(bytes) + 1) sizes++;
        assertTrue(sizes <= 9, sizes + " sizes between one and two mebibytes");
        assertEquals(256, FreeList.sizeClass(0));
        assertEquals(256, FreeList.sizeClass(256));
        assertEquals(512, FreeList.sizeClass(257));
    }

    @Test
    void whatIsGivenIsTakenAgain() {
        DeviceMemory first = list.take(1000).orElseThrow();
        DeviceMemory second = list.take(1000).orElseThrow();
        assertNotSame(first, second);
        list.give(first);
        assertSame(first, list.take(900).orElseThrow(), "of the same class");
        list.give(second);
        assertNotSame(second, list.take(300).orElseThrow(), "of another class");
        assertEquals(List.of("allocate 1024", "allocate 1024", "allocate 512"), source.calls);
    }

    @Test
    void whatIsFreeMakesRoom() {
        for (DeviceMemory memory : List.of(list.take(2048).orElseThrow(), list.take(4096).orElseThrow())) list.give(memory);
        assertEquals(8192, list.take(8192).orElseThrow().bytes());
        assertEquals(List.of("allocate 2048", "allocate 4096", "refuse 8192"), source.calls.subList(0, 3));
        assertEquals("allocate 8192", source.calls.getLast());
    }

    @Test
    void nothingWhereThereIsNotEnough() {
        DeviceMemory taken = list.take(8192).orElseThrow();
        assertEquals(Optional.empty(), list.take(4096));
        assertEquals(1, list.piecesInUse(), "what was not given is not counted");
        assertEquals(8192, list.bytesInUse());
        list.give(taken);
        assertTrue(list.take(4096).isPresent());
    }

    @Test
    void countsWhatIsInUseAndWhatWasForgotten() {
        DeviceMemory closed = list.take(1000).orElseThrow();
        DeviceMemory forgotten = list.take(100).orElseThrow();
        assertEquals(2, list.piecesInUse());
        assertEquals(1024 + 256, list.bytesInUse());
        list.give(closed);
        list.giveForgotten(forgotten);
        assertEquals(0, list.piecesInUse());
        assertEquals(0, list.bytesInUse());
        assertEquals(1, list.leaks());
        assertSame(forgotten, list.take(100).orElseThrow());
    }

    @Test
    void exactMemoryIsAsLongAsAskedForAndGoesBackAtOnce() {
        FreeList exact = new FreeList(source, true);
        exact.give(exact.take(24).orElseThrow());
        exact.give(exact.take(24).orElseThrow());
        assertEquals(List.of("allocate 24", "free 24", "allocate 24", "free 24"), source.calls);
    }
}
