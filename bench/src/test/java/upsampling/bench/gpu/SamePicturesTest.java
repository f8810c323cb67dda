package upsampling.bench.gpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.backend.ScalarBackend;
import upsampling.bench.speed.Direction;
import upsampling.bench.speed.Entry;
import upsampling.bench.speed.OurSide;
import upsampling.bench.speed.WorkloadText;

/// One picture in float64 checks a batch of the same pictures: on the plain loops, which need no GPU.
class SamePicturesTest {
    static Stream<Entry> tiny() {
        return GpuTable.tiny().stream();
    }

    private static List<float[]> results(Entry entry, SamePictures pictures) {
        try (OurSide side = new OurSide(entry.workload(), entry.direction(), pictures.inputs(), ScalarBackend.INSTANCE)) {
            side.call();
            return side.results().stream().map(float[]::clone).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("tiny")
    void rightResultsAreAllowedAndWrongOnesAreNot(Entry entry) {
        SamePictures pictures = SamePictures.of(entry.workload(), entry.direction());
        List<float[]> results = results(entry, pictures);
        SamePictures.Difference difference = pictures.difference(results);
        assertTrue(difference.isAllowed(), difference.toString());
        for (int r = 0; r < results.size(); r++) { // in each result, in the last picture
            List<float[]> wrong = new ArrayList<>(results.stream().map(float[]::clone).toList());
            float[] values = wrong.get(r);
            values[values.length - 1] += 0.01f;
            assertFalse(pictures.difference(wrong).isAllowed());
            values[values.length - 1] = Float.NaN;
            assertEquals(Double.MAX_VALUE, pictures.difference(wrong).size());
        }
    }

    @Test
    void everyPictureIsTheFirst() {
        SamePictures pictures = SamePictures.of(WorkloadText.parse("avgpool k2 1@4x2 n3"), Direction.BACKWARD);
        assertEquals(3 * 8, pictures.inputs().x().length);
        float[] gradOutput = pictures.inputs().gradOutput();
        assertArrayEquals(new float[] {gradOutput[0], gradOutput[1], gradOutput[0], gradOutput[1], gradOutput[0], gradOutput[1]}, gradOutput);
        double quarter = gradOutput[0] / 4.0; // of each cell of the first window
        assertArrayEquals(new double[] {quarter, quarter, quarter, quarter}, Arrays.copyOf(pictures.exact().getFirst(), 4));
    }

    @Test
    void aResizedLineIsWhatTheFormulaSays() {
        SamePictures pictures = SamePictures.of(WorkloadText.parse("bilinear to1x4 1@1x2"), Direction.FORWARD);
        float[] x = pictures.inputs().x();
        assertArrayEquals(new double[] {x[0], 0.75 * x[0] + 0.25 * x[1], 0.25 * x[0] + 0.75 * x[1], x[1]}, pictures.exact().getFirst(), 1e-15);
    }
}
