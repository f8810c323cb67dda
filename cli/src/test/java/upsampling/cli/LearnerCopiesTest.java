package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import upsampling.kernel.notebook.Notebook;

class LearnerCopiesTest {
    @TempDir
    private Path checkout;
    private Place place;
    private Path copy;

    @BeforeEach
    void aCheckoutWithOneLesson() throws IOException {
        place = new Place(checkout, checkout);
        copy = place.work().resolve("notebooks/01-pooling.ipynb");
        Files.createDirectories(place.notebooks());
        Files.writeString(place.notebooks().resolve("01-pooling.ipynb"), lesson("first"));
    }

    private static String lesson(String text) {
        return """
            {"cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["%s"]}],
             "metadata": {"kernelspec": {"name": "java"}}, "nbformat": 4, "nbformat_minor": 5}
            """.formatted(text);
    }

    private String copied() {
        return Notebook.read(copy).cells().getFirst().source();
    }

    @Test
    void aLessonIsCopiedOnce() {
        assertEquals(List.of(copy), new LearnerCopies(place).refresh().made());
        assertEquals("first", copied());
        assertEquals(new LearnerCopies.Result(List.of(), List.of()), new LearnerCopies(place).refresh());
    }

    @Test
    void anUpdateNeverTouchesTheLearnersCopyButIsSaid() throws IOException {
        new LearnerCopies(place).refresh();
        Files.writeString(copy, "mine");
        Files.writeString(place.notebooks().resolve("01-pooling.ipynb"), lesson("second"));
        assertEquals(List.of(copy), new LearnerCopies(place).refresh().outdated());
        assertEquals("mine", Files.readString(copy));
    }

    @Test
    void pagesThatALessonLinksToLieBesideItsCopyAndAreRenewed() throws IOException {
        Files.writeString(place.notebooks().resolve("01-pooling.ipynb"), lesson("[All](../README.md#lessons) [far](https://example.org/x.md) `[code](../c.md)`"));
        Files.writeString(checkout.resolve("README.md"), "![picture](docs/a.png) [one](notebooks/01-pooling.ipynb) [out](../secret.md)");
        Files.writeString(checkout.resolve("c.md"), "only named in code");
        Files.createDirectories(checkout.resolve("docs"));
        Files.write(checkout.resolve("docs/a.png"), new byte[] {1, -2, 3});
        new LearnerCopies(place).refresh();
        assertArrayEquals(new byte[] {1, -2, 3}, Files.readAllBytes(place.work().resolve("docs/a.png")));
        assertFalse(Files.exists(place.work().resolve("c.md")));
        Files.writeString(checkout.resolve("README.md"), "new");
        new LearnerCopies(place).refresh();
        assertEquals("new", Files.readString(place.work().resolve("README.md")));
    }

    /// The lessons of the course themselves, and copies of them in an empty folder.
    @Test
    void everyLinkOfEveryLessonAndOfItsCopyLeadsSomewhere() throws IOException {
        Place course = new Place(Path.of("..").toAbsolutePath().normalize(), checkout.resolve("data"));
        List<Path> copies = new LearnerCopies(course).refresh().made();
        List<Path> pages = new ArrayList<>(copies);
        for (LessonFiles.Lesson lesson : LessonFiles.in(course.notebooks())) pages.add(lesson.file());
        try (Stream<Path> files = Files.walk(course.work())) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : pages) {
            for (String target : LinkedPages.targets(page)) {
                links++;
                if (!Files.exists(page.resolveSibling(target))) dead.add(page + " -> " + target);
            }
        }
        assertTrue(links > 4 * copies.size(), "only " + links + " links were found in " + pages);
        assertTrue(pages.contains(course.work().resolve("README.md")), "lessons link to the README: " + pages);
        assertEquals(List.of(), dead);
    }

    @Test
    void renamingTheCopyBringsTheNewVersion() throws IOException {
        new LearnerCopies(place).refresh();
        Files.writeString(place.notebooks().resolve("01-pooling.ipynb"), lesson("second"));
        Files.move(copy, copy.resolveSibling("mine.ipynb"));
        assertEquals(List.of(copy), new LearnerCopies(place).refresh().made());
        assertEquals("second", copied());
        assertEquals(List.of(), new LearnerCopies(place).refresh().outdated());
    }

    @TestFactory
    List<DynamicTest> noOpenCodeOfACopyAnswersItsQuestion() {
        return LessonFiles.in(Path.of("..", "notebooks")).stream().map(lesson -> DynamicTest.dynamicTest(lesson.toString(), () -> {
            Files.copy(lesson.file(), place.notebooks().resolve(lesson.file().getFileName()), StandardCopyOption.REPLACE_EXISTING);
            new LearnerCopies(place).refresh();
            String open = "";
            for (Notebook.Cell cell : Notebook.read(place.work().resolve("notebooks").resolve(lesson.file().getFileName())).cells()) {
                if (!cell.isCode()) continue;
                String source = "\n" + cell.source();
                if (source.contains("\npredict(")) {
                    open = cell.id();
                } else if (!open.isEmpty()) {
                    boolean names = source.contains("\ncompare(") || source.contains("claim(");
                    assertTrue(!names || cell.isFolded(), "cell " + cell.number() + " answers " + open + " in open code");
                    if (!cell.isFolded()) continue;
                    String first = cell.source().lines().findFirst().orElse(""); // JupyterLab shows it of folded code
                    assertTrue(first.startsWith("//"), "cell " + cell.number() + " shows its first line: " + first);
                }
                if (source.contains("\ncompare(")) open = "";
            }
            assertEquals("", open, "a question that no cell answers");
        })).toList();
    }
}
