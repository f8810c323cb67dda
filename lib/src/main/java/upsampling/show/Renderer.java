package upsampling.show;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import tech.tablesaw.api.Table;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Pictures of values that come without a caption: what a cell's last line shows.
final class Renderer {
    private static final int MOST_PLANES = 4;
    private static final int WIDTH = Shown.MOST_WIDTH;
    private static final int GAP = 16;
    /// Planes of at most so many cells are also written down in words.
    private static final int MOST_WORDED = 144;

    private Renderer() { }

    /// Returns the picture or text of a value; null if it has no other form than `toString()`.
    static Shown render(Object value) {
        return switch (value) {
            case null -> null;
            case Shown shown -> shown;
            case Tensor tensor -> tensor(tensor);
            case double[][] rows when isMap(rows) -> map(rows, "double");
            case float[][] rows when isMap(widened(rows)) -> map(widened(rows), "float");
            case BarChart bars -> uncaptioned(bars, bars.words(), bars.words());
            case Tile tile -> uncaptioned(tile, tile.getClass().getSimpleName(), tile.getClass().getSimpleName());
            case JFreeChart chart -> chart(ChartTile.of(chart));
            case Table table -> table.columnCount() == 0 ? text(table.name() + ": no columns") : HtmlTable.any(table);
            case BufferedImage image -> uncaptioned(new ImageTile(image), size(image), size(image));
            case Collection<?> _, Map<?, ?> _, Record _ -> text(DeepText.of(value));
            default -> value.getClass().isArray() ? text(DeepText.of(value)) : null;
        };
    }

    /// Returns text as it is, on paper.
    static Shown text(String text) {
        ValueDigest digest = new ValueDigest("text").text(text);
        return new Shown(Html.line(digest, Html.preformatted(text)), text);
    }

    private static String size(BufferedImage image) {
        return "image, " + image.getHeight() + "×" + image.getWidth() + " pixels";
    }

    private static Shown chart(ChartTile chart) {
        String title = chart.title().isEmpty() ? "chart" : "chart: " + chart.title();
        return uncaptioned(chart, title, title);
    }

    private static boolean isMap(double[][] rows) {
        if (rows.length == 0 || rows[0] == null || rows[0].length == 0) return false;
        for (double[] row : rows) {
            if (row == null || row.length != rows[0].length) return false;
        }
        return true;
    }

    private static double[][] widened(float[][] rows) {
        double[][] wide = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r] == null) continue;
            wide[r] = new double[rows[r].length];
            for (int c = 0; c < rows[r].length; c++) wide[r][c] = rows[r][c];
        }
        return wide;
    }

    private static Shown map(double[][] rows, String type) {
        String about = type + "[" + rows.length + "][" + rows[0].length + "]: " + Statistics.of(List.<double[][]>of(rows)).sentence();
        return uncaptioned(plane("", rows, Scale.of(rows)), about, about + words("", rows));
    }

    private static Shown tensor(Tensor tensor) {
        Shape shape = tensor.shape();
        List<double[][]> planes = new ArrayList<>();
        for (int i = 0; i < shape.planes(); i++) planes.add(tensor.plane(i / shape.c(), i % shape.c()));
        List<double[][]> shown = planes.subList(0, Math.min(MOST_PLANES, planes.size()));
        Scale shared = Scale.of(shown.toArray(double[][][]::new));
        List<Tile> maps = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < shown.size(); i++) {
            String title = planes.size() == 1 ? "" : "n " + i / shape.c() + ", c " + i % shape.c();
            maps.add(plane(title, shown.get(i), shared));
            words.append(words(title, shown.get(i)));
        }
        String about = "Tensor " + shape + " on " + tensor.backend().name() + ": " + Statistics.of(planes).sentence()
            + (planes.size() > shown.size() ? "; " + shown.size() + " of " + planes.size() + " planes shown" : "");
        return uncaptioned(Tile.rows(GAP, maps.toArray(Tile[]::new)), about, about + words);
    }

    private static PixelMap plane(String title, double[][] values, Scale scale) {
        int rows = Math.min(WIDTH, values.length);
        int columns = Math.min(WIDTH, values[0].length);
        if (rows == values.length && columns == values[0].length) {
            return PixelMap.of(title, Ink.PLAIN, values).scale(scale).cell(cell(Math.max(rows, columns)));
        }
        double[][] corner = new double[rows][columns];
        for (int r = 0; r < rows; r++) System.arraycopy(values[r], 0, corner[r], 0, columns);
        return PixelMap.of((title.isEmpty() ? "" : title + ": ") + "top left " + rows + "×" + columns, Ink.PLAIN, corner).scale(scale).cell(1);
    }

    private static int cell(int cells) {
        if (cells <= 8) return 34;
        if (cells <= 16) return 24;
        if (cells <= 26) return 18;
        return Math.clamp(480 / cells, 1, 12);
    }

    private static String words(String title, double[][] rows) {
        if (rows.length * rows[0].length > MOST_WORDED) return "";
        StringBuilder words = new StringBuilder(title.isEmpty() ? "" : "\n" + title);
        for (double[] row : rows) {
            words.append('\n');
            for (int c = 0; c < row.length; c++) words.append(c == 0 ? "" : " ").append(Numbers.text(row[c]));
        }
        return words.toString();
    }

    private static Shown uncaptioned(Tile tile, String about, String text) {
        ValueDigest digest = new ValueDigest("value").text(about);
        tile.digest(digest);
        return new Shown(Html.sheet("figure", null, digest, Html.image(tile.image(), about) + Html.quietCaption(about)), text);
    }
}
