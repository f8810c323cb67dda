package upsampling.show;

import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.data.xy.DefaultXYDataset;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/// The way from a cell or the library to whatever shows things: a kernel below the cell, otherwise the console and a folder.
public final class Show {
    private static volatile Display display = new ConsoleDisplay(System.out);

    private Show() { }

    /// Sets where shown things go; called once by a kernel at its start.
    public static void to(Display newDisplay) {
        display = newDisplay;
    }

    /// Shows a figure, table or card.
    public static void show(Shown shown) {
        display.show(shown);
    }

    /// Shows any value: tensors and `double[][]` as pixel maps, charts, Tablesaw tables and images as they are, everything else as text.
    public static void show(Object value) {
        show(shown(value));
    }

    /// Returns a place below the cell whose content is replaced, such as a training curve that grows; see there.
    public static Live live() {
        return new Live(System::nanoTime);
    }

    /// Removes what the present cell has put out so far. A console keeps it.
    public static void clear() {
        display.clear(false);
    }

    /// Removes what the present cell has put out so far as soon as it puts out something else: an animation does not flicker. A console keeps it.
    public static void clearBeforeNext() {
        display.clear(true);
    }

    static void replace(Shown shown, String id, boolean isFinal) {
        display.replace(shown, id, isFinal);
    }

    static Shown shown(Object value) {
        Shown shown = render(value);
        return shown != null ? shown : Renderer.text(DeepText.of(value));
    }

    /// Returns how a value is shown; null if it has no other form than its text (null, strings, single numbers, unknown classes).
    public static Shown render(Object value) {
        return Renderer.render(value);
    }

    /// Returns what draws one picture, one chart and one table for nobody: the first of each costs half a second, which a kernel can spend after its
    /// start. In steps, so that it can give way to cells between them: fonts, a picture, JFreeChart alone, a chart as lessons have it, and a table, whose
    /// library searches the whole class path at its first use.
    public static List<Runnable> warmUps() {
        double[] two = {0, 1};
        return List.of(
            () -> Type.forText(Type.BODY, "warm"),
            () -> render(new double[][] {two}),
            () -> ChartFactory.createXYLineChart("warm", "x", "y", new DefaultXYDataset()).createBufferedImage(120, 80),
            () -> Charts.lines("x", "y", Curve.of("warm", Ink.PLAIN, two, two)).image(),
            () -> render(Table.create("warm").addColumns(DoubleColumn.create("x", two))));
    }
}
