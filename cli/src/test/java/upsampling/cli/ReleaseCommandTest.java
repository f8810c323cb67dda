package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import upsampling.grader.plan.Lessons;
import upsampling.grader.run.Starters;

/// `release student`, on a small course of its own and on this one. Students do not get this file, see `solutions/src/release/left-out.txt`.
class ReleaseCommandTest extends CommandTests {
    private static final String METHOD = """
            public int outputSize(int size, Window window) {
                int span = window.dilation() * (window.kernel() - 1) + 1;
                return Math.floorDiv(size + 2 * window.padding() - span, window.stride()) + 1;
            }
        """;

    private void write(String path, String text) throws IOException {
        Files.createDirectories(checkout.resolve(path).getParent());
        Files.writeString(checkout.resolve(path), text);
    }

    private void aSmallCourse() throws IOException {
        write(".gitignore", "work/\n");
        write("pom.xml", "<project><modules><module>lib</module><module>solutions</module></modules></project>");
        write("README.md", "# A course\n");
        write("lib/pom.xml", "<project/>");
        write("solutions/pom.xml", "<project/>");
        write("solutions/src/main/java/Reference.java", "class Reference {\n@Ours" + METHOD + "}\n");
        write(ReleaseCommand.LEFT_OUT, "# what\nsolutions/** | the answers\n");
        write("exercises/starters/My.java", "class My { }\n");
    }

    private Path zip() {
        return checkout.resolve("work/students.zip");
    }

    private int release(String... more) throws IOException {
        Files.createDirectories(zip().getParent());
        List<String> arguments = new java.util.ArrayList<>(List.of("release", "student", "--allow-dirty", "--out", zip().toString()));
        arguments.addAll(List.of(more));
        return course(arguments.toArray(String[]::new));
    }

    @Test
    void aloneItSaysWhatItCanMake() {
        assertEquals(Exit.USAGE, course("release"));
        assertTrue(err.toString().contains("course release: of what? ./course release student makes the students' copy"), err.toString());
    }

    @Test
    void aLeakFailsTheReleaseAndBothPlacesArePrinted() throws IOException {
        aSmallCourse();
        write("exercises/starters/My.java", "class My {\n\n" + METHOD + "}\n");
        assertEquals(Exit.PERSON, release());
        assertTrue(said().contains(" tokens of solutions/src/main/java/Reference.java:2 stand in exercises/starters/My.java:3: public int outputSize ("), said());
        assertTrue(said().contains("No release was written."), said());
        assertFalse(Files.exists(zip()));
        release("--json");
        JsonObject document = JsonParser.parseString(said()).getAsJsonObject();
        String name = document.getAsJsonArray("leaks").get(0).getAsJsonObject().get("name").getAsString();
        assertTrue(document.get("file").isJsonNull(), said());

        write(ReleaseCommand.EXCUSED, name + " | students have seen it\n");
        assertEquals(Exit.OK, release());
        assertTrue(said().contains("but for 1 excused by reason"), said());
        write(ReleaseCommand.EXCUSED, name + " |\n");
        assertEquals(Exit.PERSON, release());
        assertTrue(said().contains("excused.txt gives no reason: " + name), said());
    }

    @Test
    void anExcuseForNothingFailsTheRelease() throws IOException {
        aSmallCourse();
        assertEquals(Exit.OK, release());
        write(ReleaseCommand.EXCUSED, "My.java 01234567 | once upon a time\n");
        assertEquals(Exit.PERSON, release());
        assertTrue(said().contains("excused.txt excuses what does not survive: My.java 01234567"), said());
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() throws IOException {
        aSmallCourse();
        assertEquals(Exit.USAGE, course("release", "student", "--out", checkout.toString()));
        assertTrue(err.toString().contains("is a folder; name a file, such as "), err.toString());
        assertEquals(Exit.USAGE, course("release", "student", "--out", checkout.resolve("none/a.zip").toString()));
        assertTrue(err.toString().contains("there is no folder "), err.toString());
    }

    @Test
    void aFolderThatGitDoesNotKnowIsRefusedUnlessAllowed() throws IOException {
        aSmallCourse();
        assertEquals(Exit.PERSON, course("release", "student", "--out", checkout.resolve("a.zip").toString()));
        assertTrue(err.toString().contains("or with --allow-dirty"), err.toString());
    }

    /// The course that these tests belong to. A leak in it fails here, with both places.
    @Test
    void theReleaseOfThisCourse() throws Exception {
        System.setProperty("course.home", Path.of("..").toAbsolutePath().normalize().toString());
        assertEquals(Exit.OK, release(), () -> said() + err);
        byte[] first = Files.readAllBytes(zip());
        assertEquals(Exit.OK, release());
        assertArrayEquals(first, Files.readAllBytes(zip()), "the same files give the same bytes");

        Map<String, byte[]> entries = entries(first);
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            assertFalse(entry.getKey().matches("solutions/.*|.*bugs-\\d+\\.json|\\.git/.*|\\.ci/.*|.*/target/.*|.*\\.class"), entry.getKey());
            assertFalse(text(entry.getValue()).startsWith("package upsampling.solutions"), entry.getKey());
        }
        for (String file : List.of("course", "course.cmd", "README.md", "notebooks/00-start.ipynb", "work/answers/README.md")) assertTrue(entries.containsKey(file), file);
        Lessons.all().forEach(lesson -> {
            assertTrue(entries.containsKey("exercises/src/main/resources/upsampling/tasks/misconceptions-%02d.json".formatted(lesson.number())), "the misconceptions of " + lesson.number());
            lesson.tasks().forEach(task -> assertTrue(entries.containsKey("exercises/starters/" + Starters.nameOf(lesson, task)), task.id()));
        });
        assertTrue(text(entries.get(".gitignore")).contains("work/*\n!work/answers/\n"), "answers are tracked");
        NodeList modules = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(entries.get("pom.xml"))).getElementsByTagName("module");
        assertTrue(modules.getLength() >= 5, "modules of the parent");
        for (int i = 0; i < modules.getLength(); i++) {
            assertTrue(entries.containsKey(modules.item(i).getTextContent() + "/pom.xml"), modules.item(i).getTextContent());
        }
        for (String page : List.of("README.md", "notebooks/00-start.ipynb")) {
            for (String command : List.of("./course solution", "./course hunt", "./course release")) assertFalse(text(entries.get(page)).contains(command), page + " names " + command);
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    /// Returns the files of a zip by their paths inside its one folder.
    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertTrue(entry.getName().startsWith("course-student/"), entry.getName());
                entries.put(entry.getName().substring("course-student/".length()), in.readAllBytes());
            }
        }
        return entries;
    }
}
