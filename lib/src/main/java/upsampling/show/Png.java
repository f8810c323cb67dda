package upsampling.show;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// PNG with a palette of up to 256 colours: our pictures have few, and this makes them about three times smaller than true colour.
///
/// A photograph, in which a palette would be seen, is written in true colour. No time or other metadata: equal pictures have equal bytes.
/// Source: W3C, Portable Network Graphics (PNG) Specification, third edition, 2025.
public final class Png {
    private static final int PALETTE = 256;
    private static final byte[] FIRST_IS_TRANSPARENT = {0};
    private static final byte INDEXED = 3;
    private static final byte TRUE_COLOUR = 2;
    /// Squared distance in RGB from which it is seen that two colours share a place of the palette ...
    private static final int SEEN = 3 * 16 * 16;
    /// ... and the share of such pixels that is only the edges of letters, not a photograph.
    private static final double EDGES = 0.02;
    /// Stands for "as in the picture below" among the colours, which have 24 bits.
    private static final int TRANSPARENT = 1 << 24;
    /// Device pixels around a change that are drawn too: where a viewer makes a picture smaller, edges mix with what lies below.
    private static final int AROUND = 4;

    private Png() { }

    /// Returns the picture as the address of an `img` element.
    public static String dataUri(BufferedImage image) {
        return uri(bytes(image));
    }

    private static String uri(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /// Returns signature, header, palette if there is one, one deflated block of unfiltered rows, end: smaller than what ImageIO writes.
    public static byte[] bytes(BufferedImage image) {
        int[] pixels = pixels(image);
        byte[] indexed = indexed(image, pixels);
        return indexed != null ? indexed : trueColour(image, pixels);
    }

    /// Returns the address of what a picture changes in another one of its size: transparent where both are equal, so laid over the other one
    /// it is the picture. Frames of a stepper share most pixels.
    ///
    /// @throws IllegalArgumentException unless both have the same size
    public static String changesUri(BufferedImage below, BufferedImage image) {
        if (below.getWidth() != image.getWidth() || below.getHeight() != image.getHeight()) {
            throw new IllegalArgumentException("Png: a picture of %d×%d cannot be laid over one of %d×%d; both need the same size"
                .formatted(image.getWidth(), image.getHeight(), below.getWidth(), below.getHeight()));
        }
        int[] pixels = pixels(image);
        byte[] indexed = indexed(image, changes(pixels(below), pixels, image.getWidth()));
        return uri(indexed != null ? indexed : trueColour(image, pixels));
    }

    private static int[] pixels(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) pixels[i] &= 0xFFFFFF;
        return pixels;
    }

    private static int[] changes(int[] below, int[] pixels, int width) {
        int[] changes = new int[pixels.length];
        Arrays.fill(changes, TRANSPARENT);
        for (int i = 0; i < pixels.length; i++) {
            if (below[i] == pixels[i]) continue;
            int left = Math.max(0, i % width - AROUND);
            int right = Math.min(width - 1, i % width + AROUND);
            for (int y = Math.max(0, i / width - AROUND); y <= Math.min(pixels.length / width - 1, i / width + AROUND); y++) {
                System.arraycopy(pixels, y * width + left, changes, y * width + left, right - left + 1);
            }
        }
        return changes;
    }

    // null: a palette would be seen
    private static byte[] indexed(BufferedImage image, int[] pixels) {
        Map<Integer, Integer> count = count(pixels);
        List<Integer> colours = frequent(count);
        Map<Integer, Integer> index = index(colours, count, EDGES * pixels.length);
        if (index == null) return null;
        int n = Math.min(PALETTE, colours.size());
        ByteBuffer palette = ByteBuffer.allocate(3 * n);
        for (int i = 0; i < n; i++) put(palette, colours.get(i));
        ByteBuffer rows = ByteBuffer.allocate((image.getWidth() + 1) * image.getHeight());
        byte place = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (i % image.getWidth() == 0) rows.put((byte) 0);
            if (i == 0 || pixels[i] != pixels[i - 1]) place = index.get(pixels[i]).byteValue();
            rows.put(place);
        }
        return file(image, INDEXED, palette.array(), colours.get(0) == TRANSPARENT ? FIRST_IS_TRANSPARENT : null, rows.array());
    }

    private static byte[] trueColour(BufferedImage image, int[] pixels) {
        ByteBuffer rows = ByteBuffer.allocate((3 * image.getWidth() + 1) * image.getHeight());
        for (int i = 0; i < pixels.length; i++) {
            if (i % image.getWidth() == 0) rows.put((byte) 0);
            put(rows, pixels[i]);
        }
        return file(image, TRUE_COLOUR, null, null, rows.array());
    }

    private static void put(ByteBuffer target, int rgb) {
        target.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
    }

    private static byte[] file(BufferedImage image, byte kind, byte[] palette, byte[] transparency, byte[] rows) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(image.getWidth()).putInt(image.getHeight()).put((byte) 8).put(kind);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(out, "IHDR", header.array());
        if (palette != null) chunk(out, "PLTE", palette);
        if (transparency != null) chunk(out, "tRNS", transparency);
        chunk(out, "IDAT", deflate(rows));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] deflate(byte[] data) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
            return out.toByteArray();
        }
    }

    private static Map<Integer, Integer> count(int[] pixels) {
        int[] sorted = pixels.clone();
        Arrays.sort(sorted);
        Map<Integer, Integer> count = new HashMap<>();
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i < sorted.length && sorted[i] == sorted[from]) continue;
            count.put(sorted[from], i - from);
            from = i;
        }
        return count;
    }

    // all colours, transparent and then the most frequent first; the edges of letters come last and may share
    private static List<Integer> frequent(Map<Integer, Integer> count) {
        List<Integer> colours = new ArrayList<>(count.keySet());
        colours.sort(Comparator.<Integer>comparingInt(c -> c == TRANSPARENT ? Integer.MIN_VALUE : -count.get(c)).thenComparingInt(c -> c));
        return colours;
    }

    // the place of each colour in the palette; null: a palette would be seen
    private static Map<Integer, Integer> index(List<Integer> colours, Map<Integer, Integer> count, double mostSeen) {
        Map<Integer, Integer> index = new HashMap<>();
        int seen = 0;
        for (int i = 0; i < colours.size(); i++) {
            int colour = colours.get(i);
            int place = i < PALETTE ? i : nearest(colour, colours);
            if (i >= PALETTE && distance(colour, colours.get(place)) > SEEN) seen += count.get(colour);
            if (seen > mostSeen) return null;
            index.put(colour, place);
        }
        return index;
    }

    private static int nearest(int colour, List<Integer> colours) {
        int best = colours.get(0) == TRANSPARENT ? 1 : 0;
        for (int i = best + 1; i < PALETTE; i++) {
            if (distance(colour, colours.get(i)) < distance(colour, colours.get(best))) best = i;
        }
        return best;
    }

    private static int distance(int p, int q) {
        int red = (p >> 16 & 255) - (q >> 16 & 255);
        int green = (p >> 8 & 255) - (q >> 8 & 255);
        int blue = (p & 255) - (q & 255);
        return red * red + green * green + blue * blue;
    }
}
