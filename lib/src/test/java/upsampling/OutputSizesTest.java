package upsampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Output sizes are computed in one place, `Window`.
///
/// Every such formula, forward or transposed, takes the padding twice, once per side. So this looks for a doubled padding in the code of all
/// other classes; comments may explain the formula.
class OutputSizesTest {
    private static final Path SOURCES = Path.of("src/main/java/upsampling");
    private static final Pattern DOUBLED_PADDING = Pattern.compile(
            "(?i)\\b2L? ?\\* ?[\\w.()]*padding|padding\\w*(\\(\\))? ?\\* ?2|padding\\w*(\\(\\))? ?\\+ ?[\\w.()]*padding");

    private static List<String> formulas(String name, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String code = lines.get(i).replaceFirst("//.*", "").replaceAll("\"[^\"]*\"", "\"\"");
            if (DOUBLED_PADDING.matcher(code).find()) found.add(name + ":" + (i + 1) + " " + lines.get(i).strip());
        }
        return found;
    }

    @Test
    void onlyWindowKnowsTheFormula() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            for (Path path : paths.filter(p -> p.toString().endsWith(".java")).toList()) {
                if (!path.endsWith("tensor/Window.java")) found.addAll(formulas(path.getFileName().toString(), Files.readAllLines(path)));
            }
        }
        assertEquals("", String.join("\n", found), "use Window.outputSize or Window.transposedOutputSize");
    }

    @Test
    void aSecondFormulaIsFound() throws IOException {
        assertTrue(formulas("Window", Files.readAllLines(SOURCES.resolve("tensor/Window.java"))).size() >= 2, "that of Window itself");
        assertEquals(1, formulas("A", List.of("int out = (in + 2 * window.padding() - k) / s + 1;")).size());
        assertEquals(1, formulas("A", List.of("int out = s * (in - 1) - padding * 2 + k;")).size());
        assertEquals(1, formulas("A", List.of("int padded = in + paddingTop + paddingBottom;")).size());
        assertEquals(0, formulas("A", List.of("/// floor((in + 2*padding - keff) / s) + 1", "String s = \"2 * padding\";", "int p = padding + 1;")).size());
    }
}
