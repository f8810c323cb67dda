package upsampling.show;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The frame that every output has: a sheet of paper with its own background and its own text colour, so that it reads the same in light and
/// dark themes. All styles are inline: viewers that do not trust a notebook drop style elements and scripts, but keep these.
public final class Html {
    static final int WIDTH = 660;
    private static final String FONT = "font-family:Helvetica Neue,Arial,Liberation Sans,sans-serif;";
    private static final String TEXT = Ink.hex(Ink.TEXT);
    private static final String PAPER = Ink.hex(Ink.PAPER);
    private static final String CODE = "background:#EEF0F3;color:" + TEXT + ";";
    private static final Pattern PIXELS = Pattern.compile("data:image/png;base64,[A-Za-z0-9+/=]*");
    private static final Pattern IMAGE_WIDTH = Pattern.compile("(<img [^>]*?) width=\"\\d+\"");

    private Html() { }

    /// Returns an output without what depends on the fonts of a machine: pixels, and the width of pictures. What a figure says stays in the
    /// attribute `data-lu-values`, so two outputs that are equal here show the same.
    public static String withoutPixels(String html) {
        return IMAGE_WIDTH.matcher(PIXELS.matcher(html).replaceAll("data:image/png;base64,")).replaceAll("$1");
    }

    /// Returns a sheet around a body of HTML.
    ///
    /// @param edge colours its left side; null: none
    static String sheet(String tag, Color edge, ValueDigest digest, String body) {
        String left = edge == null ? "" : "border-left:5px solid " + Ink.hex(edge) + ";";
        return open(tag, digest) + "box-sizing:border-box;max-width:" + WIDTH + "px;margin:10px 0;padding:14px 16px;background:" + PAPER
            + ";color:" + TEXT + ";border:1px solid " + Ink.hex(Ink.LINE) + ";" + left + "border-radius:6px;" + FONT
            + "font-size:14px;line-height:1.5;text-align:left\">" + body + "</" + tag + ">\n";
    }

    /// Returns one quiet line without a frame, for what needs no attention. Several of them join: on a dark page no dark stripe lies between.
    static String line(ValueDigest digest, String body) {
        return open("div", digest) + "box-sizing:border-box;max-width:" + WIDTH + "px;margin:0;padding:4px 16px;background:" + PAPER
            + ";color:" + TEXT + ";" + FONT + "font-size:14px;line-height:1.5;text-align:left\">" + body + "</div>\n";
    }

    private static String open(String tag, ValueDigest digest) {
        return "<" + tag + " data-lu-values=\"" + digest.hex() + "\" style=\"";
    }

    /// Returns a picture with its words. In a narrow cell it becomes smaller, but not below 460 px, at which numbers of a wide picture have some
    /// 9 px; then it is scrolled sideways. (The width is no style of the picture itself, since it depends on the fonts of a machine.)
    static String image(BufferedImage image, String alt) {
        // the picture has 4 px of paper around it; shifted left, its content aligns with the caption
        return "<div style=\"overflow-x:auto;margin:0 0 0 -" + Tile.MARGIN + "px\"><img alt=\"" + escape(alt) + "\" width=\""
            + image.getWidth() / Sheet.SCALE + "\" src=\"" + Png.dataUri(image) + "\" style=\"display:block;max-width:max(100%,460px);height:auto;background:"
            + PAPER + "\"></div>";
    }

    /// Returns the caption: one sentence that says what to see, in bold, then the detail.
    static String caption(String claim, String detail) {
        return "<figcaption style=\"margin:10px 0 0 0;color:" + TEXT + ";font-size:14px;line-height:1.45;text-align:left\">" + bold(claim)
            + (detail.isEmpty() ? "" : " " + text(detail)) + "</figcaption>";
    }

    /// Returns what a picture is when nobody has written a claim for it.
    static String quietCaption(String about) {
        return "<figcaption style=\"margin:8px 0 0 0;color:" + Ink.hex(Ink.QUIET) + ";font-size:13px;line-height:1.45;text-align:left\">"
            + escape(about) + "</figcaption>";
    }

    static String details(String summary, String body) {
        return "<details style=\"margin:10px 0 0 0\"><summary data-lm-suppress-shortcuts=\"true\" style=\"cursor:pointer;color:"
            + Ink.hex(Ink.PLAIN.deep) + ";font-size:13px\">" + text(summary) + "</summary>" + body + "</details>";
    }

    static String paragraph(String text) {
        return "<div style=\"margin:6px 0 0 0\">" + text(text) + "</div>";
    }

    static String note(String text) {
        return "<div style=\"margin:4px 0 0 0;color:" + Ink.hex(Ink.QUIET) + ";font-size:13px\">" + text(text) + "</div>";
    }

    /// Returns the place for controls, which a script fills. Without scripts a line stands there that says how to get them.
    static String controls() {
        return "<div data-lu=\"controls\">" + note("A still picture. Run this cell, or trust the notebook, and controls appear here.") + "</div>";
    }

    /// Returns text as it is, in a fixed width. A line that is too long breaks between words; JupyterLab's own style would break words.
    static String preformatted(String text) {
        return "<pre style=\"margin:8px 0 4px 0;padding:8px 10px;" + CODE
            + "border:0;border-radius:4px;font-size:13px;line-height:1.45;white-space:pre-wrap;word-break:normal;overflow-wrap:anywhere\">" + escape(text) + "</pre>";
    }

    /// Returns the head line of a card: a sign, a word in the card's colour, and what it is about.
    static String head(Color color, String sign, String word, String about) {
        String subject = about.isEmpty() ? "" : " <span style=\"color:" + TEXT + ";font-weight:700\">" + text(about) + "</span>";
        return "<div style=\"margin:0;font-size:15px;line-height:1.4\"><span style=\"color:" + Ink.hex(color) + ";font-weight:700\">" + sign + " "
            + text(word) + "</span>" + subject + "</div>";
    }

    static String bold(String text) {
        return "<b style=\"color:" + TEXT + "\">" + text(text) + "</b>";
    }

    /// Returns escaped text in which `` `code` `` is set in a fixed width and `**words**` are bold.
    static String text(String s) {
        return escape(s)
            .replaceAll("`([^`]+)`", "<code style=\"" + CODE + "padding:1px 4px;border-radius:3px;font-size:13px\">$1</code>")
            .replaceAll("\\*\\*([^*]+)\\*\\*", "<b style=\"color:" + TEXT + "\">$1</b>");
    }

    static String escape(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /// Returns a JavaScript string; `<` is written as a number, so that no text can end or open a script.
    static String json(String s) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : s.toCharArray()) {
            if (c < ' ' || c == '<') quoted.append("\\u%04x".formatted((int) c));
            else if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    static String resource(String name) {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("resource " + name + " is missing from the jar of lib");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
