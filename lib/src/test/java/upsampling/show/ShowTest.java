package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.data.category.DefaultCategoryDataset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

class ShowTest {

    private record Pooled(double[] values, int[] indices) { }

    @AfterEach
    void showOnTheConsoleAgain() {
        Show.to(new ConsoleDisplay(System.out));
        System.clearProperty(ConsoleDisplay.FOLDER);
    }

    @Test
    void aKernelReceivesWhatIsShown() {
        List<Shown> received = new ArrayList<>();
        Show.to(received::add);
        Shown card = Cards.claim("statement", "");
        Show.show(card);
        Show.show((Object) card);
        Show.show("words");
        Show.show(.4917123);
        Show.show((Object) null);
        assertEquals(List.of("✓ statement", "✓ statement", "words", ".4917", "null"), received.stream().map(Shown::text).toList());
        assertSame(card, received.get(1));
    }

    @Test
    void whatHasNoOtherFormThanItsTextIsNotRendered() {
        assertNull(Show.render(null));
        assertNull(Show.render("text"));
        assertNull(Show.render(3.5));
        assertNull(Show.render(new Object()));
    }

    @Test
    void aTensorIsShownAsItsPlanesAndInWords() {
        Shown shown = Show.render(Tensor.image(new double[] {1, 8}, new double[] {7, .25}));
        assertEquals("Tensor [1, 1, 2, 2] on scalar: from .25 to 8, mean 4.063\n1 8\n7 .25", shown.text());
        assertTrue(shown.html().contains("<img alt=\"Tensor [1, 1, 2, 2] on scalar"));
    }

    @Test
    void ofManyPlanesAFewAreShown() {
        Shown shown = Show.render(Tensor.zeros(2, 3, 2, 2));
        assertTrue(shown.text().startsWith("Tensor [2, 3, 2, 2] on scalar: from 0 to 0, mean 0; 4 of 6 planes shown\nn 0, c 0\n0 0"), shown.text());
        assertTrue(shown.text().contains("n 1, c 0") && !shown.text().contains("n 1, c 1"));
    }

    @Test
    void everyValueOfATensorIsInItsHash() {
        float[] values = new float[12];
        String before = Hashes.of(Show.render(Tensor.of(Shape.of(1, 1, 3, 4), values)));
        for (int i = 0; i < 12; i++) {
            values[i] = 1;
            assertNotEquals(before, Hashes.of(Show.render(Tensor.of(Shape.of(1, 1, 3, 4), values))), "value " + i);
            values[i] = 0;
        }
    }

    @Test
    void mapsLargerThanAFigureShowTheirCorner() {
        Shown shown = Show.render(new double[700][900]);
        assertTrue(shown.text().startsWith("double[700][900]: from 0 to 0"), shown.text());
        assertTrue(shown.html().contains("width=\"620\""));
    }

    @Test
    void numbersThatAreNotFiniteAreCounted() {
        assertTrue(Show.render(new float[][] {{1, Float.NaN}, {3, Float.NEGATIVE_INFINITY}}).text().startsWith(
            "float[2][2]: from 1 to 3, mean 2, 2 NaN or infinite"));
        assertTrue(Show.render(new double[][] {{Double.NaN}}).text().startsWith("double[1][1]: 1 NaN or infinite"));
    }

    @Test
    void arraysCollectionsAndRecordsAreShownInWords() {
        assertEquals("{1, 6, 13, 10}", Show.render(new int[] {1, 6, 13, 10}).text());
        assertEquals("{{1, 6},\n {13}}", Show.render(new int[][] {{1, 6}, {13}}).text());
        assertEquals("{{1},\n {.5, 2}}", Show.render(new double[][] {{1}, {.5, 2}}).text(), "ragged rows are no map");
        assertEquals("[.25, \"a\", {1}]", Show.render(List.of(.25, "a", new int[] {1})).text());
        assertEquals("{\"k\"=.5}", Show.render(Map.of("k", .5)).text());
        assertEquals("Pooled[values={8, 4.75}, indices={1, 6}]", Show.render(new Pooled(new double[] {8, 4.75}, new int[] {1, 6})).text());
        assertEquals("k2 s2", Show.render(new Window(2, 2, 0, 1)).text(), "a record that words itself is taken at its word");
        assertTrue(Show.render(new int[1000]).text().endsWith("… 960 more}"));
    }

    private static JFreeChart chart(double value, String title) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        data.addValue(value, "row", "column");
        return ChartFactory.createBarChart(title, "x", "y", data);
    }

    @Test
    void anyChartIsShownWithTheHashOfItsData() {
        Shown shown = Show.render(chart(1, "title"));
        assertEquals("chart: title", shown.text());
        assertEquals(Hashes.of(shown), Hashes.of(Show.render(chart(1, "title"))));
        assertNotEquals(Hashes.of(shown), Hashes.of(Show.render(chart(1.01, "title"))));
        assertNotEquals(Hashes.of(shown), Hashes.of(Show.render(chart(1, "other"))));
    }

    @Test
    void imagesAreEnlargedByRepetition() {
        BufferedImage image = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, 0xFF8000);
        BufferedImage drawn = new ImageTile(image).image();
        assertEquals((4 * 80 + 8) * 2, drawn.getWidth());
        for (int y = 0; y < 160; y++) for (int x = 0; x < 160; x++) assertEquals(0xFFFF8000, drawn.getRGB(8 + 160 + x, 8 + 160 + y));
        assertEquals(0xFF000000, drawn.getRGB(8 + 159, 8 + 200));
        assertEquals("image, 2×4 pixels", Show.render(image).text());
        assertEquals(Shown.MOST_WIDTH, new ImageTile(new BufferedImage(2000, 10, BufferedImage.TYPE_INT_RGB)).width());
    }

    @Test
    void withoutAKernelTextGoesToTheConsoleAndFilesToAFolder(@TempDir Path folder) throws IOException {
        System.setProperty(ConsoleDisplay.FOLDER, folder.resolve("figures é").toString());
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Show.to(new ConsoleDisplay(new PrintStream(console, true, StandardCharsets.UTF_8)));
        Show.show(new double[][] {{1, 2}});
        Show.show("100 % of it");
        String text = console.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("double[1][2]: from 1 to 2, mean 1.5\n1 2"), text);
        assertEquals(2, text.split("Figures are saved in", -1).length, "said once");
        assertTrue(Files.readString(folder.resolve("figures é/01.html")).contains("<figure"));
        assertTrue(Files.readString(folder.resolve("figures é/02.html")).contains("100 % of it"));
        assertEquals(2 * (2 * 34 + 8), ImageIO.read(folder.resolve("figures é/01.png").toFile()).getWidth());
        assertTrue(Files.notExists(folder.resolve("figures é/02.png")));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidOnce(@TempDir Path folder) throws IOException {
        System.setProperty(ConsoleDisplay.FOLDER, Files.createFile(folder.resolve("file")).toString());
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Show.to(new ConsoleDisplay(new PrintStream(console, true, StandardCharsets.UTF_8)));
        Show.show("one");
        Show.show("two");
        String text = console.toString(StandardCharsets.UTF_8);
        assertEquals(2, text.split("Figures are not saved", -1).length, text);
        assertTrue(text.contains("one\n") && text.endsWith("two\n"), text);
    }

    @Test
    void warmingUpShowsNothing() {
        List<Shown> received = new ArrayList<>();
        Show.to(received::add);
        Show.warmUps().forEach(Runnable::run);
        assertEquals(List.of(), received);
    }
}
