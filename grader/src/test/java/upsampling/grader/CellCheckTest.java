package upsampling.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import upsampling.grader.toy.Counting;
import upsampling.show.Show;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class CellCheckTest {
    @Test
    void aLoopWithoutEndIsACardAndTheNextTaskIsGraded() {
        List<String> cards = new ArrayList<>();
        Show.to(card -> cards.add(card.text()));
        var stop = new AtomicBoolean();
        new CellCheck(Duration.ofMinutes(1)).check(new Counting() { // so that the limit below is not spent on loading JUnit
            @Override
            public long twice(long n) {
                return n + n;
            }
        });
        cards.clear();
        new CellCheck(Duration.ofSeconds(3)).check(new Counting() {
            @Override
            public long twice(long n) {
                while (!stop.get()) Thread.onSpinWait();
                return 0;
            }

            @Override
            public Tensor negated(Tensor x) {
                return Tensor.of(Shape.of(1, 2, 1, 2), -1, 2, 3, -4);
            }
        });
        stop.set(true);
        assertEquals(2, cards.size());
        assertTrue(cards.get(0).contains("Task 99.1 TIMEOUT") && cards.get(0).contains("The answer did not end within 3 s"), cards.get(0));
        assertTrue(cards.get(1).contains("in channel 1: 2 of 2 values differ"), cards.get(1));
    }
}
