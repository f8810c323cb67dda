package upsampling.show;

import java.nio.charset.StandardCharsets;

/// What a cell shows: HTML for front ends, and a sentence for terminals, screen readers and comparisons.
///
/// @param html one element with inline styles only; it names its hash in the attribute `data-lu-values`
/// @param text the same in words, for a console
public record Shown(String html, String text) {
    private static final int MOST_ALT_WORDS = 40;
    private static final int MOST_CAPTION_WORDS = 45;
    /// What a sheet has inside, less the margin of a picture; a wider one would be made smaller, and then its pixels are no longer exact.
    static final int MOST_WIDTH = 612;

    /// Returns a still figure: the picture, a caption that begins with its claim in bold, and the picture in words.
    ///
    /// @param tile the picture, at most 612 px wide
    /// @param claim what the figure shows, as one sentence; with the detail at most 45 words
    /// @param detail what to look at, then the parameters; may be empty
    /// @param alt what is in the picture with its decisive numbers, for those who cannot see it; at most 40 words
    /// @throws IllegalArgumentException unless claim and alt text are given and everything keeps its limit
    public static Shown figure(Tile tile, String claim, String detail, String alt) {
        requireCaption("figure", claim, detail);
        requireAlt("figure", alt);
        if (tile.width() > MOST_WIDTH) {
            throw new IllegalArgumentException("figure: the picture is " + tile.width() + " px wide, at most " + MOST_WIDTH
                + " fit. Use smaller cells, or put tiles below each other with Tile.column(...)");
        }
        ValueDigest digest = new ValueDigest("figure").text(claim).text(detail).text(alt);
        tile.digest(digest);
        String body = Html.image(tile.image(), alt) + Html.caption(claim, detail);
        return new Shown(Html.sheet("figure", null, digest, body), claim + "\n" + alt);
    }

    /// Returns the size of the HTML in kB, as the budgets count it.
    public double kilobytes() {
        return html.getBytes(StandardCharsets.UTF_8).length / 1000.0;
    }

    static void requireCaption(String who, String claim, String detail) {
        if (claim.isBlank()) throw new IllegalArgumentException(who + ": the claim is empty. Say in one sentence what is to be seen.");
        requireWords(who, "caption", claim + " " + detail, MOST_CAPTION_WORDS);
    }

    static void requireAlt(String who, String alt) {
        if (alt.isBlank()) throw new IllegalArgumentException(who + ": the alt text is empty. Say in one sentence what the picture shows.");
        requireWords(who, "alt text", alt, MOST_ALT_WORDS);
    }

    private static void requireWords(String who, String what, String text, int most) {
        int words = text.strip().split("\\s+").length;
        if (words > most) throw new IllegalArgumentException(who + ": the " + what + " has " + words + " words, at most " + most
            + " are read: " + text);
    }
}
