package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What of the checklist for figures a machine can see, tried on all samples. The rest needs eyes: open the page of {@link Gallery}.
class LooksTest {
    private static final double TEXT_CONTRAST = 4.5;
    private static final int LEAST_FONT = 13;
    private static final int MOST_ALT_WORDS = 40;
    private static final int MOST_CAPTION_WORDS = 45;
    private static final Pattern STYLE = Pattern.compile("style=\"([^\"]*)\"");
    private static final Pattern HEX = Pattern.compile("#[0-9A-Fa-f]{6}\\b");
    private static final Pattern SCRIPT = Pattern.compile("(?s)<script>.*?</script>");
    private static final Color CODE = new Color(0xEEF0F3);

    private static Stream<DynamicTest> forAll(Consumer<Shown> rule) {
        return Gallery.samples().entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> rule.accept(e.getValue().get())));
    }

    private static String still(Shown shown) {
        return SCRIPT.matcher(shown.html()).replaceAll("");
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) found.add(matcher.group(matcher.groupCount() == 0 ? 0 : 1));
        return found;
    }

    @TestFactory
    Stream<DynamicTest> textCanBeReadOnItsBackground() {
        return forAll(shown -> {
            for (String style : all(STYLE, still(shown))) {
                List<String> text = all(Pattern.compile("(?:^|;)color:(#[0-9A-F]{6})"), style);
                List<String> ground = all(Pattern.compile("(?:^|;)background:(#[0-9A-F]{6})"), style);
                if (text.isEmpty()) continue;
                Color on = ground.isEmpty() ? Ink.PAPER : Color.decode(ground.getFirst());
                double contrast = Ink.contrast(Color.decode(text.getFirst()), on);
                assertTrue(contrast >= TEXT_CONTRAST, contrast + ":1 in " + style);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> noColourIsOutsideThePalette() {
        Set<String> palette = new HashSet<>();
        for (Ink ink : Ink.values()) for (Color c : new Color[] {ink.fill, ink.deep, ink.tint}) palette.add(Ink.hex(c));
        for (Color c : new Color[] {Ink.PAPER, Ink.TEXT, Ink.QUIET, Ink.LINE, Ink.EMPTY, CODE, ChartStyle.GRID}) palette.add(Ink.hex(c));
        return forAll(shown -> {
            for (String style : all(STYLE, still(shown))) for (String hex : all(HEX, style)) assertTrue(palette.contains(hex), hex + " in " + style);
        });
    }

    @TestFactory
    Stream<DynamicTest> nothingInHtmlIsSetSmallerThanThirteen() {
        return forAll(shown -> {
            for (String size : all(Pattern.compile("font-size:(\\d+)px"), still(shown))) assertTrue(Integer.parseInt(size) >= LEAST_FONT, size + " px");
        });
    }

    @TestFactory
    Stream<DynamicTest> altTextAndCaptionAreShortAndDiffer() {
        return forAll(shown -> {
            for (String alt : all(Pattern.compile("<img alt=\"([^\"]+)\""), still(shown))) {
                if (shown.html().contains("<figcaption") && !shown.text().contains("[")) assertTrue(words(alt) <= MOST_ALT_WORDS, words(alt) + " words: " + alt);
            }
            for (String caption : all(Pattern.compile("<figcaption[^>]*>(.*?)</figcaption>"), still(shown))) {
                String plain = caption.replaceAll("<[^>]*>", "");
                assertTrue(words(plain) <= MOST_CAPTION_WORDS, words(plain) + " words: " + plain);
            }
        });
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }

    @TestFactory
    Stream<DynamicTest> aFigureBeginsItsCaptionWithAClaim() {
        return forAll(shown -> {
            for (String caption : all(Pattern.compile("<figcaption[^>]*>(.*?)</figcaption>"), still(shown))) {
                boolean isUncaptioned = caption.startsWith("Tensor ");
                assertTrue(isUncaptioned || caption.matches("<b [^>]*>[^<]+[.!?]</b>.*"), caption);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> twoRunsAreEqualByteForByte() {
        return Gallery.samples().entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(),
            () -> assertEquals(e.getValue().get().html(), e.getValue().get().html())));
    }

    @TestFactory
    Stream<DynamicTest> nothingNeedsALayoutThatUntrustedViewersDrop() {
        return forAll(shown -> {
            String html = still(shown);
            for (String word : new String[] {"<style", "<svg", "<canvas", "<iframe", "position:", "onclick", "onerror", "javascript:", " class=", " id="}) {
                assertFalse(html.contains(word), word);
            }
        });
    }
}
