package upsampling.show;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Writes all samples onto one page and prints the size of each and the time of its first and of a warm call. Look at the page before and after
/// a change of the visual language.
///
/// ```
/// java -Djava.awt.headless=true -cp ... upsampling.show.Gallery gallery.html
/// ```
public final class Gallery {
    private static final int WARM_CALLS = 4;
    private static final double NANOS_PER_MILLI = 1e6;

    private Gallery() { }

    static Map<String, Supplier<Shown>> samples() {
        Map<String, Supplier<Shown>> samples = new LinkedHashMap<>();
        samples.put("pooling", Samples::pooling);
        samples.put("walk", Samples::walk);
        samples.put("explorer", OperatorSamples::explorer);
        samples.put("explorerOfImages", OperatorSamples::explorerOfImages);
        samples.put("explorerOfModes", ResizeSamples::explorer);
        samples.put("explorerOfScales", ResizeSamples::explorerOfImages);
        samples.put("explorerOfMany", ResizeSamples::explorerOfMany);
        samples.put("explorerOfLargeImages", ResizeSamples::explorerOfLargeImages);
        samples.put("stamps", OperatorSamples::stamps);
        samples.put("kernels", ResizeSamples::kernels);
        samples.put("resampled", ResizeSamples::resampled);
        samples.put("positions", ResizeSamples::positions);
        samples.put("cells", ResizeSamples::cells);
        samples.put("matrices", ResizeSamples::matrices);
        samples.put("spectra", ResizeSamples::spectra);
        samples.put("images", ResizeSamples::images);
        DataSamples.addTo(samples);
        samples.put("noise", Samples::noise);
        samples.put("growth", Samples::growth);
        samples.put("errors", Samples::errors);
        samples.put("spreads", Samples::spreads);
        samples.put("prices", Samples::prices);
        samples.put("parameters", Samples::parameters);
        samples.put("matrix", Samples::matrix);
        samples.put("signed", Samples::signed);
        samples.put("pattern", Samples::pattern);
        samples.put("crowded", Samples::crowded);
        samples.put("table", Samples::table);
        samples.put("predict", Samples::predict);
        samples.put("compared", Samples::compared);
        samples.put("score", Samples::score);
        samples.put("claim", Samples::claim);
        samples.put("passed", Samples::passed);
        samples.put("failed", Samples::failed);
        samples.put("failedLarge", Samples::failedLarge);
        samples.put("failedText", Samples::failedText);
        samples.put("notStarted", Samples::notStarted);
        samples.put("task", Samples::task);
        samples.put("error", Samples::error);
        samples.put("tensor", () -> Show.render(tensor()));
        samples.put("array", () -> Show.render(new int[][] {{1, 6}, {13, 10}}));
        return samples;
    }

    private static Tensor tensor() {
        float[] values = new float[2 * 3 * 4 * 5];
        for (int i = 0; i < values.length; i++) values[i] = (i * 7 % 23 - 8) / 4f;
        return Tensor.of(Shape.of(2, 3, 4, 5), values);
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Gallery</title>")
            .append("<body style=\"margin:20px;background:#fff\">\n");
        out.printf("%-21s %8s %9s %8s%n", "sample", "kB", "first ms", "warm ms");
        for (Map.Entry<String, Supplier<Shown>> sample : samples().entrySet()) {
            long start = System.nanoTime();
            Shown shown = sample.getValue().get();
            long first = System.nanoTime();
            for (int i = 0; i < WARM_CALLS; i++) sample.getValue().get();
            long warm = System.nanoTime();
            out.printf("%-21s %8.1f %9.0f %8.0f%n", sample.getKey(), shown.kilobytes(), (first - start) / NANOS_PER_MILLI,
                (warm - first) / NANOS_PER_MILLI / WARM_CALLS);
            page.append(shown.html());
        }
        Files.writeString(Path.of(arguments.length > 0 ? arguments[0] : "gallery.html"), page.append("</body></html>\n"));
    }
}
