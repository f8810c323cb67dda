package upsampling.show;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A picture that changes step by step: for what happens in an order. All frames are made here, in Java; the script only swaps them. Without
/// scripts the most informative frame, the still, and the sheet of all frames remain. The other frames are kept as what they change in the still,
/// since they share most pixels with it.
///
/// A stepper does not change: every method returns another one.
public final class Stepper {
    private static final int MOST_BYTES = 200_000;
    private static final int MOST_FRAMES = 50;
    private static final String PNG = "data:image/png;base64,";

    private record Frame(Tile tile, Tile small, String sentence) { }

    private final String claim;
    private final String detail;
    private final List<Frame> frames;
    private final int still;
    private final int across;

    private Stepper(String claim, String detail, List<Frame> frames, int still, int across) {
        this.claim = claim;
        this.detail = detail;
        this.frames = frames;
        this.still = still;
        this.across = across;
    }

    /// Returns a stepper without frames, under a caption that begins with its claim in bold.
    ///
    /// @throws IllegalArgumentException unless the claim is given and the caption has at most 45 words
    public static Stepper of(String claim, String detail) {
        Shown.requireCaption("Stepper", claim, detail);
        return new Stepper(claim, detail, List.of(), 0, 4);
    }

    /// Returns this stepper with one more frame.
    ///
    /// @param tile the picture
    /// @param small what of it goes into the sheet of all frames
    /// @param sentence what happens in this step, with its numbers; also the picture's alt text, so at most 36 words
    public Stepper frame(Tile tile, Tile small, String sentence) {
        Shown.requireAlt("Stepper", stepOf(frames.size() + 1, frames.size() + 1) + sentence);
        List<Frame> more = new ArrayList<>(frames);
        more.add(new Frame(tile, small, sentence));
        return new Stepper(claim, detail, more, still, across);
    }

    /// Returns this stepper with another frame to show at first, the only one where scripts do not run: the most informative one.
    public Stepper still(int index) {
        return new Stepper(claim, detail, frames, index, across);
    }

    /// Returns this stepper with so many frames in a row of the sheet.
    public Stepper across(int framesInRow) {
        return new Stepper(claim, detail, frames, still, framesInRow);
    }

    /// Returns the output.
    ///
    /// @throws IllegalStateException unless there are 2 to 50 frames, the still is one of them and all fit into 200 kB
    public Shown shown() {
        if (frames.size() < 2 || frames.size() > MOST_FRAMES) {
            throw new IllegalStateException("Stepper: 2 to " + MOST_FRAMES + " frames are needed (4 to 12 are best), but there are " + frames.size());
        }
        if (still < 0 || still >= frames.size()) {
            throw new IllegalStateException("Stepper: still must be a frame 0 to " + (frames.size() - 1) + ", but was " + still);
        }
        ValueDigest digest = digest();
        String alt = stepOf(still + 1, frames.size()) + frames.get(still).sentence;
        String all = "All " + frames.size() + " steps";
        BufferedImage stillPicture = picture(still);
        String body = Html.image(stillPicture, alt)
            + Html.controls()
            + "<div style=\"margin:8px 0 0 0;color:#22262E\"><span data-lu=\"say\">" + Html.escape(alt) + "</span></div>"
            + Html.caption(claim, detail)
            + Html.details(all + " side by side", Html.image(sheetOfAll(), all + " in reading order. " + claim))
            + "<script>(" + Html.resource("stepper.js").strip() + ")(\"" + digest.hex() + "\", " + still + ", " + data(stillPicture) + ");</script>";
        String html = Html.sheet("figure", null, digest, body);
        int bytes = html.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalStateException("Stepper: " + bytes + " bytes, at most " + MOST_BYTES + ". Use smaller cells or fewer frames");
        }
        return new Shown(html, claim + "\n" + alt);
    }

    private static String stepOf(int step, int all) {
        return "Step " + step + " of " + all + ". ";
    }

    private ValueDigest digest() {
        ValueDigest digest = new ValueDigest("stepper").text(claim).text(detail).counts(still, across, frames.size());
        for (Frame frame : frames) {
            digest.text(frame.sentence);
            frame.tile.digest(digest);
            frame.small.digest(digest);
        }
        return digest;
    }

    // what each picture changes in the still, which is on the page already, and the sentences
    private String data(BufferedImage stillPicture) {
        StringBuilder data = new StringBuilder("[");
        for (int i = 0; i < frames.size(); i++) {
            String picture = i == still ? PNG : Png.changesUri(stillPicture, picture(i));
            data.append(i == 0 ? "" : ",").append('[').append(Html.json(picture)).append(',').append(Html.json(frames.get(i).sentence)).append(']');
        }
        return data.append(']').toString();
    }

    // all frames have the size of the largest, so that nothing below them jumps
    private BufferedImage picture(int index) {
        int width = frames.stream().mapToInt(f -> f.tile.width()).max().orElseThrow();
        int height = frames.stream().mapToInt(f -> f.tile.height()).max().orElseThrow();
        Sheet sheet = new Sheet(width + 2 * Tile.MARGIN, height + 2 * Tile.MARGIN);
        frames.get(index).tile.paint(sheet, Tile.MARGIN, Tile.MARGIN);
        return sheet.image();
    }

    private BufferedImage sheetOfAll() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) words.add("step " + (i + 1));
        List<Tile> pictures = frames.stream().map(Frame::small).toList();
        return new ContactSheet(words, pictures, across).image();
    }
}
