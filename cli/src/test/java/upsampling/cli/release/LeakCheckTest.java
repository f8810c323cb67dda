package upsampling.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import upsampling.cli.release.LeakCheck.Leak;

/// A solution planted in each kind of file is found, and its two places are told.
class LeakCheckTest {
    private static final String METHOD = """
        public int outputSize(int size, Window window) {
            int span = window.dilation() * (window.kernel() - 1) + 1;
            return Math.floorDiv(size + 2 * window.padding() - span, window.stride()) + 1;
        }
        """;
    private static final Released SOLUTION = file("solutions/Reference.java", "package p;\n\nimport q.R;\n\nclass Reference {\n    // by the formula\n    @Ours\n" + METHOD + "}\n");

    private final LeakCheck check = new LeakCheck(List.of(SOLUTION));

    private static Released file(String path, String text) {
        return new Released(path, false, new byte[0]).withText(text);
    }

    private static JsonObject cell(String type, String source) {
        var cell = new JsonObject();
        cell.addProperty("cell_type", type);
        var lines = new JsonArray();
        for (String line : source.split("(?<=\n)")) lines.add(line);
        cell.add("source", lines);
        return cell;
    }

    private static Released notebook(JsonObject... cells) {
        var root = new JsonObject();
        var all = new JsonArray();
        for (JsonObject cell : cells) all.add(cell);
        root.add("cells", all);
        return file("notebooks/01.ipynb", root.toString());
    }

    private static JsonObject withOutput(String kind, String text) {
        JsonObject cell = cell("code", "1 + 1");
        var output = new JsonObject();
        if (kind.equals("stream")) {
            output.add("text", new JsonPrimitive(text));
        } else {
            var data = new JsonObject();
            data.add(kind, new JsonPrimitive(text));
            output.add("data", data);
        }
        var outputs = new JsonArray();
        outputs.add(output);
        cell.add("outputs", outputs);
        return cell;
    }

    private void assertLeaks(Released file, String place) {
        List<Leak> leaks = check.leaks(file);
        assertEquals(1, leaks.size(), leaks.toString());
        assertEquals(place, leaks.getFirst().student());
        assertEquals("solutions/Reference.java:8", leaks.getFirst().solution());
        assertTrue(leaks.getFirst().start().startsWith("public int outputSize ( int size , Window"), leaks.getFirst().start());
    }

    @Test
    void inAStarter() {
        assertLeaks(file("exercises/starters/My.java", "class My {\n\n" + METHOD + "}"), "exercises/starters/My.java:3");
    }

    @Test
    void withOtherCommentsAndLayout() {
        String other = METHOD.replace("\n", " ").replace("int span", "/* all of it */ int span").replace("return", "// at last\nreturn");
        assertLeaks(file("My.java", "class My {\n" + other + "}"), "My.java:2");
    }

    @Test
    void inACommentAndInAStringOfATest() {
        assertLeaks(file("My.java", "class My {\n    /*\n" + METHOD.indent(4).replaceAll("(?m)^    ", "     * ") + "    */\n}"), "My.java:3");
        assertLeaks(file("My.java", "class My {\n" + METHOD.indent(4).replaceAll("(?m)^    ", "    // ") + "}"), "My.java:2");
        assertLeaks(file("MyTest.java", "String s = \"\"\"\n" + METHOD + "\"\"\";"), "MyTest.java:2");
    }

    @Test
    void inACellOfANotebook() {
        assertLeaks(notebook(cell("markdown", "# Pooling"), cell("code", "int a;\n" + METHOD)), "notebooks/01.ipynb, cell 2:2");
        assertLeaks(notebook(cell("markdown", "A hint, see https://example.org:\n\n```java\n" + METHOD + "```")), "notebooks/01.ipynb, cell 1:4");
    }

    @Test
    void inAStoredOutput() {
        assertLeaks(notebook(withOutput("stream", "yours was\n" + METHOD)), "notebooks/01.ipynb, cell 1, output:2");
        assertLeaks(notebook(withOutput("text/plain", METHOD)), "notebooks/01.ipynb, cell 1, output:1");
        String html = "<pre>" + METHOD.replace("&", "&amp;").replace("<", "&lt;").replace("int ", "<span class=\"k\">int</span> ").replace("*", "<b>*</b>") + "</pre>";
        assertLeaks(notebook(withOutput("text/html", html)), "notebooks/01.ipynb, cell 1, output:1");
    }

    @Test
    void inAMarkdownPageBehindAStrayBeginOfAComment() {
        assertLeaks(file("docs/a.md", "all of src/**/*.java:\n\n    int a;\n" + METHOD.indent(4)), "docs/a.md:4");
    }

    @Test
    void inAJar() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("META-INF/sources/My.java"));
            zip.write(METHOD.getBytes(StandardCharsets.UTF_8));
        }
        assertLeaks(new Released("a.jar", false, bytes.toByteArray()), "a.jar!/META-INF/sources/My.java:1");
    }

    @Test
    void aJarWithCompiledSolutionsIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("upsampling/solutions/lesson01/Reference.class"));
        }
        assertTrue(assertThrows(Refused.class, () -> check.leaks(new Released("a.jar", false, bytes.toByteArray()))).getMessage().contains("a.jar holds the solutions, compiled"));
    }

    @Test
    void aNotebookThatCannotBeReadIsRefused() {
        assertTrue(assertThrows(Refused.class, () -> check.leaks(file("a.ipynb", "{\"cells\": [{}]}"))).getMessage().startsWith("a.ipynb is no notebook that can be read"));
        assertThrows(Refused.class, () -> check.leaks(file("a.ipynb", "[]")));
    }

    @Test
    void aRunOfTwentyFourTokensIsNoLeakAndOneMoreIs() {
        String run = String.join(" ", JavaTokens.of(METHOD, JavaTokens.Comments.SKIPPED).stream().limit(24).map(JavaTokens.Token::text).toList());
        assertEquals(List.of(), check.leaks(file("My.java", run + " other")));
        String next = JavaTokens.of(METHOD, JavaTokens.Comments.SKIPPED).get(24).text();
        assertEquals(25, check.leaks(file("My.java", run + " " + next + " other")).getFirst().tokens());
    }

    @Test
    void twoPlacesAreTwoLeaksOfOneName() {
        List<Leak> leaks = check.leaks(file("My.java", METHOD + "int other;\n" + METHOD));
        assertEquals(List.of("My.java:1", "My.java:6"), leaks.stream().map(Leak::student).toList());
        assertEquals(leaks.getFirst().name(), leaks.getLast().name());
    }

    @Test
    void oneThatIsExcusedHidesNoOtherInTheSameLine() {
        String line = METHOD.replace("\n", " ");
        List<Leak> leaks = check.leaks(file("My.java", line + " int other; /* " + line.replace("size", "length") + "*/"));
        assertEquals(2, leaks.size(), leaks.toString());
    }

    @Test
    void theNameDependsOnTheRunAndNotOnItsLine() {
        String name = check.leaks(file("My.java", METHOD)).getFirst().name();
        assertEquals(name, check.leaks(file("My.java", "\n\nint a;\n" + METHOD)).getFirst().name());
        assertTrue(name.matches("My\\.java [0-9a-f]{8}"), name);
        assertTrue(!name.equals(check.leaks(file("My.java", METHOD.replace("+ 1;\n}", "+ 2;\n}"))).getFirst().name()), "a shorter run is another one");
    }

    @Test
    void aPictureHoldsNoText() {
        assertEquals(List.of(), check.leaks(new Released("a.png", false, (METHOD + "\0").getBytes(StandardCharsets.UTF_8))));
    }
}
