package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    private static final int COLOUR_TYPE = 25;

    private static BufferedImage read(BufferedImage image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Png.bytes(image)));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void aPictureOfUpTo256ColoursIsExact() throws IOException {
        BufferedImage image = new BufferedImage(37, 23, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 23; y++) for (int x = 0; x < 37; x++) image.setRGB(x, y, (y * 37 + x) % 256 * 0x010307);
        assertArrayEquals(pixels(image), pixels(read(image)));
        assertEquals(3, Png.bytes(image)[COLOUR_TYPE], "with a palette");
    }

    @Test
    void aPhotographIsExactToo() throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int y = 0; y < 30; y++) for (int x = 0; x < 40; x++) image.setRGB(x, y, random.nextInt(1 << 24));
        assertArrayEquals(pixels(image), pixels(read(image)));
        assertEquals(2, Png.bytes(image)[COLOUR_TYPE], "in true colour");
    }

    @Test
    void lettersKeepThePaletteAndStayAsTheyLook() throws IOException {
        Sheet sheet = new Sheet(500, 200);
        for (int i = 0; i < 40; i++) {
            Color color = Ramp.SIGNED.at(i / 39.0);
            sheet.fill(i % 10 * 50, i / 10 * 50, 49, 49, color);
            sheet.centred("−." + i, i % 10 * 50, i / 10 * 50, 49, 49, new Font(Font.SANS_SERIF, Font.PLAIN, 14), Ink.on(color));
        }
        int[] before = pixels(sheet.image());
        int[] after = pixels(read(sheet.image()));
        assertEquals(3, Png.bytes(sheet.image())[COLOUR_TYPE]);
        int far = 0;
        for (int i = 0; i < before.length; i++) {
            if (Vision.NORMAL.distance(new Color(before[i]), new Color(after[i])) > 10) far++;
        }
        assertTrue(far < before.length / 200, far + " of " + before.length + " pixels are far from their colour");
    }

    @Test
    void itIsSmallerThanWhatImageIoWrites() throws IOException {
        BufferedImage image = PixelMap.of("input", Ink.INPUT, new double[][] {{1, 8, 2}, {7, 3, 5}}).image();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        ImageIO.write(image, "png", other);
        assertTrue(Png.bytes(image).length < 0.7 * other.size(), Png.bytes(image).length + " against " + other.size());
    }

    @Test
    void changesLaidOverAnotherPictureAreThePicture() throws IOException {
        PixelMap map = PixelMap.of("input", Ink.INPUT, new double[][] {{1, 8, 2}, {7, 3, 5}, {1, 1, 1}});
        BufferedImage below = map.ring(0, 0, 1, 1, Ink.ACCENT).image();
        BufferedImage image = map.ring(2, 2, 1, 1, Ink.ACCENT).image();
        String uri = Png.changesUri(below, image);
        BufferedImage changes = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1))));
        assertEquals(0, changes.getRGB(changes.getWidth() / 2, 150) >>> 24, "the middle is transparent");
        below.createGraphics().drawImage(changes, 0, 0, null);
        assertArrayEquals(pixels(image), pixels(below));
        assertTrue(uri.length() < 0.5 * Png.dataUri(image).length(), uri.length() + " against " + Png.dataUri(image).length());
    }

    @Test
    void changesOfAPhotographAreDrawnWhole() throws IOException {
        BufferedImage below = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int y = 0; y < 30; y++) for (int x = 0; x < 40; x++) image.setRGB(x, y, random.nextInt(1 << 24));
        String uri = Png.changesUri(below, image);
        assertArrayEquals(pixels(image), pixels(ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1))))));
        assertEquals("Png: a picture of 40×30 cannot be laid over one of 4×3; both need the same size", assertThrows(IllegalArgumentException.class,
            () -> Png.changesUri(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), image)).getMessage());
    }
}
