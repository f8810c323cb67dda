package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What holds for every output, tried on all samples.
class GalleryTest {
    private static final double FIGURE_KB = 40;
    private static final double CARD_KB = 10;
    private static final double SCRIPT_KB = 120;

    @TestFactory
    Stream<DynamicTest> everySampleKeepsTheRules() {
        return Gallery.samples().entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(e.getValue())));
    }

    private static void check(Supplier<Shown> sample) {
        Shown shown = sample.get();
        String html = shown.html();
        boolean scripted = html.contains("<script>");
        boolean picture = html.contains("<img");
        double budget = scripted ? SCRIPT_KB : picture ? FIGURE_KB : CARD_KB;
        String open = html.substring(0, html.indexOf('>'));
        assertAll(
            () -> assertTrue(shown.kilobytes() <= budget, shown.kilobytes() + " kB, at most " + budget),
            () -> assertTrue(open.contains("data-lu-values=") && open.contains("background:#FCFCFA") && open.contains("color:#22262E"), open),
            () -> assertFalse(html.contains("<style") || html.contains("<svg") || html.contains("http:") || html.contains("https:"), "self-contained"),
            () -> assertFalse(shown.text().isBlank() || shown.text().contains("<b") || shown.text().contains("**"), shown.text()),
            () -> assertEquals(count(html, "<img "),
                count(html, "<img alt=\"[^\"]+\" width=\"\\d+\" src=\"data:image/png;base64,[^\"]{100,}\""), "alt texts"),
            () -> assertEquals(count(html, "<summary"), count(html, "<summary data-lm-suppress-shortcuts=\"true\"")),
            () -> assertEquals(count(html, "<code"), count(html, "<code style=\"background:#EEF0F3;color:#22262E;")),
            () -> assertEquals(count(html, "<th "), count(html, "<th scope=\"col\"")),
            () -> assertEquals(0, count(html, "<th [^>]*></th>"), "every column has a name"));
        Matcher width = Pattern.compile("<img [^>]*? width=\"(\\d+)\"").matcher(html);
        while (width.find()) assertTrue(Integer.parseInt(width.group(1)) <= 620, "a picture of " + width.group(1) + " px");
    }

    private static int count(String html, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        int count = 0;
        while (matcher.find()) count++;
        return count;
    }

    @Test
    void thePageHoldsEverySample(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("gallery.html");
        Gallery.main(new String[] {page.toString()});
        String html = Files.readString(page);
        for (Map.Entry<String, Supplier<Shown>> sample : Gallery.samples().entrySet()) {
            assertTrue(html.contains(Hashes.of(sample.getValue().get())), sample.getKey());
        }
    }
}
