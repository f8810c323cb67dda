package upsampling.tasks;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static upsampling.grader.Check.check;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import upsampling.show.Show;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

class CheckTest {
    private final List<String> shown = new ArrayList<>();

    @BeforeEach
    void collectCards() {
        Show.to(card -> shown.add(card.text()));
    }

    @Test
    void aCellWithOneMethodGetsACardWithPoints() {
        check(new Pooling() {
            @Override
            public Pooled maxPool2d(Tensor x, Window window) {
                return new Pooled(Tensor.of(Shape.plane(1, 1), 5), new int[] {0});
            }
        });
        System.out.println(shown);
        assertTrue(shown.getFirst().contains("0.67 of 4 points"), shown.toString());
    }
}
