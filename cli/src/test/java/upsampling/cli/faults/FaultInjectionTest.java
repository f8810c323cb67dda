package upsampling.cli.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every claim cell notices when an operator it uses is false. A claim that survives is a defect of its lesson, unless it is excused by name and reason.
class FaultInjectionTest {
    private static final Path LESSONS = Path.of("../notebooks");
    /// `01-pooling cell-id Operator KIND | reason`
    private static final Path EXCUSED = Path.of("src/test/faults.txt");

    @TempDir
    private Path folder;

    @Test
    void everyOperatorIsWoven() throws IOException {
        Set<String> woven = FaultWeaver.weave(folder);
        assertTrue(woven.containsAll(Set.of("AvgPool2d", "MaxPool2d", "AdaptiveAvgPool2d", "GlobalAvgPool2d", "Relu")), woven.toString());
    }

    /// The machinery itself, on a lesson of three cells: a claim that sees everything, one that sees the size only, and one without an operator.
    @Test
    void aClaimThatSeesOnlyTheShapeSurvives() throws IOException, InterruptedException {
        Path lesson = Files.writeString(folder.resolve("01-toy.ipynb"), """
            {"cells": [%s, %s, %s], "metadata": {"kernelspec": {"name": "java"}}, "nbformat": 4, "nbformat_minor": 5}
            """.formatted(
            cell("sees", "import static upsampling.lesson.Lesson.*; import upsampling.op.*; import upsampling.tensor.*;\\nvar x = Tensor.image(new double[][] {{1, 3, 5, 9}});"
                + "\\nvar y = AvgPool2d.of(1, 2).forward(x);\\nclaim(\\\"means\\\", new double[][] {{2, 4, 7}}, AvgPool2d.of(1, 2).withStride(1, 1).forward(x).plane(0, 0));"),
            cell("blind", "claim(\\\"one row\\\", 1, AvgPool2d.of(1, 2).forward(x).shape().h());"),
            cell("none", "claim(\\\"two\\\", 1 + 1 == 2);")));
        List<String> tries = run(lesson);
        assertEquals(List.of("killed sees AvgPool2d OFFSET", "killed sees AvgPool2d FLIPPED", "survived blind AvgPool2d OFFSET",
            "survived blind AvgPool2d FLIPPED"), tries);
    }

    private static String cell(String id, String source) {
        return "{\"cell_type\": \"code\", \"execution_count\": null, \"id\": \"" + id + "\", \"metadata\": {}, \"outputs\": [], \"source\": [\"" + source + "\"]}";
    }

    @TestFactory
    Stream<DynamicTest> everyClaimOfEveryLessonNotices() throws IOException {
        Assumptions.assumeTrue(Boolean.getBoolean("course.full"), "takes minutes: ./course test --full");
        List<Path> lessons;
        try (Stream<Path> files = Files.list(LESSONS)) {
            lessons = files.filter(f -> f.getFileName().toString().matches("\\d\\d-.*\\.ipynb")).sorted().toList();
        }
        List<String> excused = Files.readAllLines(EXCUSED).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        return lessons.stream().map(lesson -> DynamicTest.dynamicTest(lesson.getFileName().toString(), () -> {
            String name = lesson.getFileName().toString().replace(".ipynb", "");
            List<String> survivors = new ArrayList<>();
            List<String> tries = run(lesson);
            for (String one : tries) {
                if (one.startsWith("survived ")) survivors.add(name + one.substring("survived".length()));
            }
            List<String> known = excused.stream().filter(line -> line.startsWith(name + " ")).toList();
            for (String line : known) {
                int bar = line.indexOf('|');
                assertTrue(bar > 0 && !line.substring(bar + 1).isBlank(), "faults.txt gives no reason: " + line);
                assertTrue(survivors.remove(line.substring(0, bar).strip()), "faults.txt excuses what does not survive: " + line);
            }
            System.out.println(name + ": " + tries.stream().filter(one -> one.startsWith("killed")).count() + " faults noticed, " + known.size() + " excused, "
                + survivors.size() + " survive");
            assertEquals("", String.join("\n", survivors), "claims that notice nothing (cell, operator, fault)");
        }));
    }

    /// Runs a lesson in a Java of its own and returns what it printed about the faults.
    private List<String> run(Path lesson) throws IOException, InterruptedException {
        Path woven = folder.resolve("woven");
        FaultWeaver.weave(woven);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path printed = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(java, "-ea", "-Xmx1g", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "--add-modules", "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8", "-cp", woven + File.pathSeparator + System.getProperty("java.class.path"),
            FaultRun.class.getName(), lesson.toString()).redirectOutput(printed.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            assertEquals(0, process.waitFor());
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(printed).stream().filter(line -> line.matches("(killed|survived|unchanged) .*")).toList();
    }
}
