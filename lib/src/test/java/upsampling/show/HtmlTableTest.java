package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class HtmlTableTest {

    private static Table sizes() {
        return Table.create("sizes").addColumns(StringColumn.create("layer", "conv <k3>", "pool"), IntColumn.create("input", 12, 6),
            DoubleColumn.create("offset", Double.NaN, -.5), IntColumn.create("MACs", 1327104, 0));
    }

    @Test
    void textHasAlignedColumnsAndNumbersOfTheCourse() {
        assertEquals("""
            Sizes.
            layer      input  offset       MACs
            conv <k3>     12       –  1\u202F327\u202F104
            pool           6     −.5          0""", HtmlTable.of(sizes(), "Sizes.", "").text());
    }

    @Test
    void htmlHasCaptionScopesAndEscapedValues() {
        String html = HtmlTable.of(sizes(), "Sizes.", "In px.").html();
        assertTrue(html.matches("(?s).*<caption[^>]*><b[^>]*>Sizes\\.</b> In px\\.</caption>.*"));
        assertEquals(4, html.split("<th scope=\"col\"", -1).length - 1);
        assertTrue(html.contains("conv &lt;k3&gt;") && !html.contains("<k3>"));
        assertEquals(2 * 3 + 3, html.split("text-align:right", -1).length - 1, "numbers and their heads stand on the right");
    }

    @Test
    void rowsBeyondTwentyAreCounted() {
        Table many = Table.create("many").addColumns(IntColumn.create("n", IntStream.range(0, 23).toArray()));
        Shown shown = HtmlTable.of(many, "Many.", "");
        assertTrue(shown.html().contains("3 more rows") && shown.text().endsWith("3 more rows"));
        assertEquals(20, shown.html().split("<td", -1).length - 1);
    }

    @Test
    void anAuthorMustChooseSixColumnsButAnyTableIsShown() {
        Table wide = Table.create("wide");
        for (int i = 0; i < 8; i++) wide.addColumns(IntColumn.create("c" + i, 1, 2));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> HtmlTable.of(wide, "Wide.", "")).getMessage().contains("'wide' has 8"));
        assertTrue(Show.render(wide).html().contains("2 more columns"));
    }
}
