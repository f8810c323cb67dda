package upsampling.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.intake.Submission.Status;

/// A folder with a folder for each student.
final class FolderTest {
    @TempDir
    Path folder;

    private Submission only() throws IntakeException {
        List<Submission> read = Read.all(folder);
        assertEquals(1, read.size(), () -> "one submission: " + read);
        return read.getFirst();
    }

    private void write(String path, String text) throws Exception {
        Read.write(folder.resolve(path), text);
    }

    @Test
    void findsAnswersInEveryUsualPlace() throws Exception {
        write("ada/work/answers/lesson99/A.java", Read.answer("A"));
        write("ada/answers/lesson99/B.java", Read.answer("B"));
        write("ada/lesson99/C.java", Read.answer("C"));
        write("ada/my homework/D.java", Read.answer("D"));
        assertEquals(List.of("99/A.java", "99/B.java", "99/C.java", "99/D.java"), Read.names(only()));
        assertEquals(Status.OK, only().status());
    }

    @Test
    void takesNothingElse() throws Exception {
        write("ada/lesson99/A.java", Read.answer("A"));
        write("ada/pom.xml", "<project/>");
        write("ada/src/main/java/upsampling/tensor/Tensor.java", "package upsampling.tensor; public class Tensor { }");
        write("ada/Tensor.java", "package upsampling.tensor; public class Tensor { }");
        write("ada/lesson98/Unknown.java", "package answers.lesson98; class Unknown { }");
        write("ada/exercises/starters/lesson99/MyTwice.java", Read.starter("MyTwice"));
        write("ada/lesson99/module-info.java", "module x { }");
        write("ada/.git/objects/ab", "x");
        write("ada/target/A.class", "x");
        assertEquals(List.of("99/A.java"), Read.names(only()));
        assertEquals(List.of(".git/", "Tensor.java", "exercises/starters/lesson99/MyTwice.java", "lesson98/Unknown.java", "lesson99/module-info.java", "pom.xml",
            "src/main/java/upsampling/tensor/Tensor.java", "target/"), only().ignored());
    }

    @Test
    void anAnswerInACommentIsNoPackage() throws Exception {
        write("ada/Loose.java", "/* package answers.lesson99; */ class Loose { }");
        assertEquals(List.of(), Read.names(only()));
        assertTrue(only().remarks().getFirst().contains("holds no answer"));
    }

    @Test
    void ofTwoFilesOfOneNameTheWrittenOneCounts() throws Exception {
        write("ada/work/answers/lesson99/MyTwice.java", Read.starter("MyTwice"));
        write("ada/upload/MyTwice.java", Read.answer("MyTwice"));
        assertEquals(Read.answer("MyTwice"), Read.text(only(), "MyTwice.java"));
        assertEquals(Status.OK, only().status(), "a starter beside it is no news");
        assertEquals(List.of("work/answers/lesson99/MyTwice.java"), only().ignored());
    }

    @Test
    void ofTwoWrittenFilesTheCoursesFolderWins() throws Exception {
        write("ada/aaa/MyTwice.java", Read.answer("MyTwice").replace("n + n", "0"));
        write("ada/work/answers/lesson99/MyTwice.java", Read.answer("MyTwice"));
        assertTrue(Read.text(only(), "MyTwice.java").contains("n + n"));
        assertEquals(Status.WARNED, only().status());
        assertEquals(List.of("aaa/MyTwice.java does not count: work/answers/lesson99/MyTwice.java has the same name and does"), only().remarks());
    }

    @Test
    void mendsTheNameThatABrowserGave() throws Exception {
        write("ada/lesson99/MyTwice (1).java", Read.answer("MyTwice"));
        assertEquals(List.of("99/MyTwice.java"), Read.names(only()));
        assertEquals("MyTwice (1).java:4", only().files().getFirst().origin().at(4));
    }

    @Test
    void dropsAByteOrderMark() throws Exception {
        write("ada/lesson99/MyTwice.java", "\ufeff" + Read.answer("MyTwice"));
        assertEquals(Read.answer("MyTwice"), Read.text(only(), "MyTwice.java"));
    }

    @Test
    void keepsAFileWithErrorsForTheCompiler() throws Exception {
        write("ada/lesson99/MyTwice.java", "package answers.lesson99;\npublic class MyTwice { int x = ; }");
        assertEquals(List.of("99/MyTwice.java"), Read.names(only()));
        write("ada/lesson99/Deep.java", "package answers.lesson99; class Deep { int x = " + "(".repeat(100_000) + "; }");
        assertEquals(List.of("99/Deep.java", "99/MyTwice.java"), Read.names(only()));
    }

    @Test
    void doesNotFollowLinks() throws Exception {
        Path secret = Files.writeString(folder.resolve("../secret-" + folder.getFileName() + ".java"), Read.answer("Secret"));
        try {
            write("ada/lesson99/A.java", Read.answer("A"));
            Files.createSymbolicLink(folder.resolve("ada/lesson99/Secret.java"), secret.toAbsolutePath());
            Files.createSymbolicLink(folder.resolve("ada/up"), folder);
            assertEquals(List.of("99/A.java"), Read.names(only()));
            assertEquals(List.of("lesson99/Secret.java is a link; it is refused", "up is a link; it is refused"), only().remarks());
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void refusesNamesThatAreOneOnOtherSystems() throws Exception {
        write("ada/lesson99/AA.java", Read.answer("AA"));
        write("ada/lesson99/aa.java", Read.answer("aa"));
        assertEquals(List.of("99/AA.java"), Read.names(only()));
        assertEquals(List.of("lesson99/aa.java is one file with lesson99/AA.java where case or accents do not count; it is refused"), only().remarks());
    }

    @Test
    void rejectsAFolderThatIsALink() throws Exception {
        write("ada/lesson99/A.java", Read.answer("A"));
        Files.createSymbolicLink(folder.resolve("bob"), folder.resolve("ada"));
        assertEquals(List.of(Status.OK, Status.REJECTED), Read.all(folder).stream().map(Submission::status).toList());
    }

    @Test
    void aHugeFolderCostsOneSubmission() throws Exception {
        for (int i = 0; i < 12; i++) write("ada/f" + i, "x");
        write("bob/lesson99/B.java", Read.answer("B"));
        var few = new Caps(10, 1 << 20, 100, 1 << 20, 3, 255, 1024, 1 << 20, 1 << 20, 1 << 20);
        assertEquals(List.of(Status.REJECTED, Status.OK), Intake.read(folder, Read.LESSONS, few).stream().map(Submission::status).toList());
    }

    @Test
    void refusesAHugeFileAlone() throws Exception {
        write("ada/lesson99/A.java", Read.answer("A"));
        write("ada/lesson99/B.java", "x".repeat((1 << 20) + 1));
        assertEquals(List.of("99/A.java"), Read.names(only()));
        assertTrue(only().remarks().getFirst().contains("larger than a Java file may be"));
    }

    @Test
    void idsAreFileNamesAndNamesStayAsTheyAre() throws Exception {
        for (String name : List.of("ada", "Zo\u00eb O'Hara", "CON", "x; rm -rf", "Ada")) write(name + "/lesson99/A.java", Read.answer("A"));
        List<Submission> read = Read.all(folder);
        assertEquals(List.of("Ada", "CON", "Zo\u00eb O'Hara", "ada", "x; rm -rf"), read.stream().map(Submission::name).sorted().toList());
        assertEquals(read.size(), read.stream().map(one -> one.id().toLowerCase(java.util.Locale.ROOT)).distinct().count(), "no two differ in case alone");
        for (Submission one : read) {
            assertTrue(one.id().matches("[A-Za-z0-9][A-Za-z0-9._-]*"), one::id);
            assertTrue(!one.id().equalsIgnoreCase("con"), "a device of Windows");
        }
        assertEquals(read.stream().map(Submission::id).toList(), Read.all(folder).stream().map(Submission::id).toList());
        assertEquals(read.stream().map(Submission::id).sorted().toList(), read.stream().map(Submission::id).toList());
    }

    @Test
    void aFolderWithAnswersIsOneSubmission() throws Exception {
        write("work/answers/lesson99/A.java", Read.answer("A"));
        write("notebooks/x.txt", "x");
        assertEquals(List.of("99/A.java"), Read.names(only()));
        assertEquals(folder.getFileName().toString(), only().name());
    }

    @Test
    void readsFoldersThatWereUnpackedFromMoodle() throws Exception {
        write("Ada Lovelace_12345_assignsubmission_file/A.java", Read.answer("A"));
        write("Ada Lovelace_12345_assignsubmission_onlinetext/onlinetext.html", "<p>hello");
        Submission read = only();
        assertEquals("12345", read.id());
        assertEquals("Ada Lovelace", read.name());
        assertEquals(List.of("99/A.java"), Read.names(read));
        assertEquals(List.of("onlinetext.html"), read.ignored());
    }

    @Test
    void namesFilesOfNobody() throws Exception {
        write("ada/lesson99/A.java", Read.answer("A"));
        write("grades.csv", "x");
        List<Submission> read = Read.all(folder);
        assertEquals(List.of("ada", "of-no-student"), read.stream().map(Submission::id).toList());
        assertEquals(List.of("grades.csv belongs to no student: its name does not say whose it is"), read.getLast().remarks());
    }

    @Test
    void saysWhatToGiveWhenThereIsNothing() throws Exception {
        assertTrue(assertThrows(IntakeException.class, () -> Read.all(folder)).getMessage().contains("a folder or a zip for each student"));
        assertTrue(assertThrows(IntakeException.class, () -> Read.all(folder.resolve("none"))).getMessage().contains("does not exist"));
        Path broken = Files.write(folder.resolve("moodle.zip"), "PK no".getBytes(StandardCharsets.UTF_8));
        assertTrue(assertThrows(IntakeException.class, () -> Read.all(broken)).getMessage().contains("damaged zip"));
        Path picture = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff});
        assertTrue(assertThrows(IntakeException.class, () -> Read.all(picture)).getMessage().contains("git repository a line"));
    }
}
