package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShownTest {
    private static final Tile TILE = PixelMap.of("", Ink.INPUT, new double[][] {{1}});

    private static String words(int count) {
        return "word ".repeat(count).strip();
    }

    private static String refused(Tile tile, String claim, String detail, String alt) {
        return assertThrows(IllegalArgumentException.class, () -> Shown.figure(tile, claim, detail, alt)).getMessage();
    }

    @Test
    void aFigureHasClaimDetailAndAltText() {
        Shown figure = Shown.figure(TILE, "Claim.", "Detail with `code`.", "A \"one\".");
        assertEquals("Claim.\nA \"one\".", figure.text());
        assertTrue(figure.html().startsWith("<figure data-lu-values=\""));
        assertTrue(figure.html().contains("alt=\"A &quot;one&quot;.\""));
        assertTrue(figure.html().matches("(?s).*<figcaption[^>]*><b[^>]*>Claim\\.</b> Detail with <code[^>]*>code</code>\\.</figcaption>.*"));
    }

    @Test
    void altTextIsMandatoryAndShort() {
        assertTrue(refused(TILE, "Claim.", "", " ").contains("alt text is empty"));
        assertTrue(refused(TILE, "Claim.", "", words(41)).contains("alt text has 41 words, at most 40"));
        Shown.figure(TILE, "Claim.", "", words(40));
    }

    @Test
    void aCaptionBeginsWithAClaimAndIsShort() {
        assertTrue(refused(TILE, "", "Detail.", "Alt.").contains("claim is empty"));
        assertTrue(refused(TILE, words(10), words(36), "Alt.").contains("caption has 46 words, at most 45"));
        Shown.figure(TILE, words(10), words(35), "Alt.");
    }

    @Test
    void aPictureThatWouldBeMadeSmallerIsRefused() {
        assertTrue(refused(PixelMap.of("", Ink.INPUT, new double[1][20]), "Claim.", "", "Alt.").contains("680 px wide, at most 612"));
        Shown.figure(PixelMap.of("", Ink.INPUT, new double[1][18]), "Claim.", "", "Alt.");
    }
}
