package upsampling.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import upsampling.backend.ScalarBackend;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// How two results are compared and what is said about it, without libtorch.
class ReportTest {

    @Test
    void aDifferenceIsMeasuredByTheBound() {
        Comparison comparison = new Comparison(Bound.ABSOLUTE_SUM);
        double allowed = 4 * 0x1p-24 * 3 * 2; // nine terms whose absolute sum is 2
        comparison.add("result", Tensor.of(Shape.plane(1, 2), 0, 1), new double[] {allowed / 2, 1}, new double[] {2, 2}, 9);
        assertEquals(0.5, comparison.outcome().worst(), 1e-6);
        assertNull(comparison.outcome().problem());
        comparison.add("gradient of x", Tensor.of(Shape.plane(1, 2), 0, 1), new double[] {0, 1 + 3 * allowed}, new double[] {2, 2}, 9);
        assertEquals(3, comparison.outcome().worst(), 1e-6);
        assertEquals("gradient of x", comparison.outcome().where());
        assertTrue(comparison.outcome().problem().contains("gradient of x, value 1: ours 1.0"), comparison.outcome().problem());
        assertTrue(comparison.outcome().problem().contains("1 of 2 differ"), comparison.outcome().problem());
    }

    @Test
    void nanDiffersFromANumberOnly() {
        Comparison same = new Comparison(Bound.EQUAL);
        same.add("result", Tensor.of(Shape.plane(1, 1), Float.NaN), new double[] {Double.NaN}, new double[] {0}, 0);
        assertNull(same.outcome().problem());
        Comparison other = new Comparison(Bound.ROUNDINGS);
        other.add("result", Tensor.of(Shape.plane(1, 1), Float.NaN), new double[] {1}, new double[] {1}, 0);
        assertFalse(other.outcome().problem() == null);
        Comparison indices = new Comparison(Bound.EQUAL);
        indices.addIndices(new int[] {1, 2}, new double[] {1, 3});
        assertEquals("index 1: ours 2, libtorch's 3", indices.outcome().problem());
    }

    @Test
    void aMessageMustHoldTheNumberItself() {
        Fault fault = Fault.of("stride below 1", Parameters.of(), "stride", ">= 1", -3);
        assertNull(fault.missingIn("Window: stride must be >= 1, but was -3"));
        assertEquals("-3", fault.missingIn("Window: stride must be >= 1, but was -31"));
        assertEquals("stride", fault.missingIn("Window: strides must be >= 1, but was -3".replace("strides", "step")));
        assertEquals("3", Fault.of("x", Parameters.of(), 3).missingIn("13 and 0.3 and k3"));
    }

    @Test
    void aFailureNamesTheCommandThatRepeatsIt() {
        Report.Disagreement wrong = Report.Disagreement.of(new ConvTwin(), ScalarBackend.INSTANCE, 7, 1234, true, "N=1", "differs");
        Report report = new Report("Conv2d", "scalar", 7, 1000, 300, 500, 1.5, 1234, "result", Map.of(), List.of(wrong), 12);
        String text = report.toText();
        assertTrue(text.startsWith("✗ Conv2d"), text);
        assertTrue(text.contains("repeat: ./course bench --check 1 --op Conv2d --backend scalar --seed 7 --from 1234"), text);
        assertTrue(text.contains("go on with: ./course bench --check 200 --op Conv2d --backend scalar --seed 7 --from 1300"), text);
    }

    @Test
    void theRestIsEstimatedFromWhatIsDone() {
        assertEquals("100 of 400 cases (25 %), about 30 s left", CheckProgress.line(100, 400, 10));
        assertEquals("1 of 1000 cases (0 %), about 17 min left", CheckProgress.line(1, 1000, 1));
    }

    @Test
    void optionsAreNamedWhenTheyAreWrong() {
        assertEquals("./course bench --check 5 --op Conv2d --backend scalar --seed 3 --from 2",
                CheckOptions.of("--check", "5", "--op", "conv2d", "--seed", "3", "--from", "2", "--backend", "scalar", "--json").command());
        String message = assertThrows(IllegalArgumentException.class, () -> CheckOptions.of("--op", "Conv3d")).getMessage();
        assertTrue(message.startsWith("--op must be one of Conv2d, ConvTranspose2d, ") && message.endsWith("but was Conv3d"), message);
        assertThrows(IllegalArgumentException.class, () -> CheckOptions.of("--check", "0"));
        String backend = assertThrows(IllegalArgumentException.class, () -> CheckOptions.of("--backend", "gpu")).getMessage();
        assertEquals("--backend must be vector, scalar or cuda, but was gpu", backend);
    }

    @Test
    void thePageSaysHowItWasMade() {
        CheckOptions options = CheckOptions.of("--check", "10", "--op", "Conv2d", "--backend", "scalar");
        String page = ResultFile.text(options, List.of(new Report("Conv2d", "scalar", 1, 0, 10, 10, 0.25, 3, "result", Map.of("a", 10), List.of(), 1)), "2.10.0");
        assertTrue(page.contains("`./course bench --check 10 --op Conv2d --backend scalar --seed 1 --out FILE`"), page);
        assertTrue(page.contains("| Conv2d | 0..9 | 0.250 (result, case 3) | 1 | 0 | 0 | 1 |"), page);
        for (String difference : Differences.all()) assertTrue(page.contains(difference), page);
        for (Coverage row : Coverage.all()) assertTrue(page.contains(row.toRow()), page);
    }
}
