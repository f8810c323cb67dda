package upsampling.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.intake.Submission.Status;

/// Archives that students hand in, the hostile ones made byte by byte.
final class ArchiveTest {
    private static final String GOOD = "lesson99/MyTwice.java";

    @TempDir
    Path folder;

    private static ZipMaker good() {
        return new ZipMaker().add(GOOD, Read.answer("MyTwice"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The bad entry is refused and named, and what is good is graded.
    private void refused(ZipMaker zip, String remark) throws Exception {
        Submission read = Read.archive(folder, zip.bytes());
        assertEquals(Status.WARNED, read.status());
        assertEquals(List.of("99/MyTwice.java"), Read.names(read), "the good entry is graded");
        assertTrue(read.remarks().stream().anyMatch(one -> one.contains(remark)), () -> read.remarks() + " names " + remark);
    }

    private void rejected(byte[] archive, String remark) throws Exception {
        Submission read = Read.archive(folder, archive);
        assertEquals(Status.REJECTED, read.status());
        assertTrue(read.remarks().getFirst().contains(remark), () -> read.remarks() + " says " + remark);
    }

    @Test
    void readsAPlainArchive() throws Exception {
        Submission read = Read.archive(folder, good().add("notes.txt", "hello").bytes());
        assertEquals(Status.OK, read.status());
        assertEquals(Read.answer("MyTwice"), Read.text(read, "MyTwice.java"));
        assertEquals(List.of("student.zip/notes.txt"), read.ignored());
        assertEquals("MyTwice.java:3", read.files().getFirst().origin().at(3));
    }

    @Test
    void refusesEntriesThatLeaveTheArchive() throws Exception {
        rejected(good().add("../lesson99/MyEvil.java", Read.answer("MyEvil")).bytes(), "../lesson99/MyEvil.java leaves the archive");
        rejected(good().add("a\\..\\..\\MyEvil.java", Read.answer("MyEvil")).bytes(), "leaves the archive");
    }

    @Test
    void refusesAbsoluteNames() throws Exception {
        rejected(good().add("/lesson99/MyEvil.java", Read.answer("MyEvil")).bytes(), "absolute name");
        rejected(good().add("C:\\lesson99\\MyEvil.java", Read.answer("MyEvil")).bytes(), "absolute name");
    }

    @Test
    void refusesLinksAndDevices() throws Exception {
        rejected(good().add("lesson99/MyEvil.java", bytes("/etc/passwd"), ZipMaker.LINK).bytes(), "MyEvil.java is a link");
        rejected(good().add("lesson99/MyEvil.java", bytes(""), ZipMaker.DEVICE).bytes(), "is a device");
    }

    @Test
    void linksInFoldersOfToolsAreNoNews() throws Exception {
        Submission read = Read.archive(folder, good().add(".course/venv/bin/python", bytes("/usr/bin/python3"), ZipMaker.LINK).bytes());
        assertEquals(Status.OK, read.status(), () -> "whoever packs the whole course packs Python's links: " + read.remarks());
        assertEquals(List.of("student.zip/.course/"), read.ignored());
    }

    @Test
    void noFolderOfToolsHidesAWayOut() throws Exception {
        rejected(good().add(".course/../../MyEvil.java", Read.answer("MyEvil")).bytes(), "leaves the archive");
    }

    @Test
    void refusesTheSecondOfTwoEntriesOfOneName() throws Exception {
        refused(good().add(GOOD, Read.answer("MyTwice").replace("n + n", "0")), "is there twice");
        assertTrue(Read.text(Read.archive(folder, good().add(GOOD, "class Other { }").bytes()), "MyTwice.java").contains("n + n"), "the first one counts");
    }

    @Test
    void refusesNamesThatAreOneOnOtherSystems() throws Exception {
        refused(good().add("lesson99/mytwice.JAVA", Read.answer("mytwice")), "where case or accents do not count");
        String composed = "lesson99/\u00c4.java";
        String decomposed = "lesson99/A\u0308.java";
        Submission read = Read.archive(folder, new ZipMaker().add(composed, Read.answer("\u00c4")).add(decomposed, Read.answer("B")).bytes());
        assertEquals(List.of("99/\u00c4.java"), Read.names(read));
    }

    @Test
    void refusesAnEntryWithTwoNames() throws Exception {
        refused(good().add(bytes("lesson99/MyEvil.java"), 0, bytes(Read.answer("MyEvil")), Read.answer("MyEvil").length(), ZipMaker.REGULAR, bytes("lesson99/Harmless.txt")),
            "has two names");
    }

    @Test
    void refusesNamesThatAreTooLong() throws Exception {
        refused(good().add("lesson99/" + "x".repeat(251) + ".java", Read.answer("X")), "more than 255 bytes");
    }

    @Test
    void readsNamesOfMsDos() throws Exception {
        byte[] name = "L\u00f6sung/lesson99/MyTwice.java".getBytes(Charset.forName("IBM437"));
        byte[] text = bytes(Read.answer("MyTwice"));
        byte[] note = "L\u00f6sung/gr\u00fc\u00dfe.txt".getBytes(Charset.forName("IBM437"));
        Submission read = Read.archive(folder, new ZipMaker().add(name, 0, text, text.length, 0, null).add(note, 0, text, text.length, 0, null).bytes());
        assertEquals(List.of("99/MyTwice.java"), Read.names(read));
        assertEquals(List.of("student.zip/L\u00f6sung/gr\u00fc\u00dfe.txt"), read.ignored());
    }

    @Test
    void rejectsABombByRatio() throws Exception {
        rejected(good().add("lesson99/MyBomb.java", new byte[2 << 20]).bytes(), "more than 100 times");
    }

    @Test
    void rejectsABombBySize() throws Exception {
        byte[] noise = new byte[400_000];
        new Random(7).nextBytes(noise);
        Arrays.fill(noise, 50_000, noise.length, (byte) 0); // well packed, but not too well
        ZipMaker zip = good();
        for (int i = 0; i < 3; i++) zip.add("data" + i + ".bin", noise);
        Files.write(folder.resolve("student.zip"), zip.bytes());
        Files.write(folder.resolve("other.zip"), good().add("data.bin", noise).bytes());
        var caps = new Caps(100, 1 << 20, 100, 1 << 20, 3, 255, 2_048, 1 << 20, 1 << 20, 1 << 20);
        List<Submission> read = Intake.read(folder, Read.LESSONS, caps);
        assertEquals(List.of(Status.OK, Status.REJECTED), read.stream().map(Submission::status).toList());
        assertTrue(read.getLast().remarks().getFirst().contains("it holds more than 1 MiB"), () -> read.getLast().remarks().toString());
        assertEquals(200L << 20, Caps.STANDARD.bytes());
    }

    @Test
    void rejectsABombByNumber() throws Exception {
        ZipMaker zip = good();
        for (int i = 0; i < 10_000; i++) zip.add("f" + i, new byte[0]);
        rejected(zip.bytes(), "10001 entries");
    }

    @Test
    void countsTheEntriesOfAllArchivesTogether() throws Exception {
        ZipMaker half = new ZipMaker();
        for (int i = 0; i < 6_000; i++) half.add("f" + i, new byte[0]);
        rejected(good().add("a.zip", half.bytes()).add("b.zip", half.bytes()).bytes(), "more than 10000 files");
    }

    @Test
    void refusesAnEntryThatIsLargerThanItSays() throws Exception {
        byte[] text = bytes(Read.answer("MyEvil") + "x".repeat(100_000));
        refused(good().add(bytes("lesson99/MyEvil.java"), 0, text, 50, ZipMaker.REGULAR, null), "larger than it says");
    }

    @Test
    void opensArchivesInArchives() throws Exception {
        byte[] one = good().bytes();
        byte[] two = new ZipMaker().add("one.zip", one).bytes();
        Submission read = Read.archive(folder, two);
        assertEquals(List.of("99/MyTwice.java"), Read.names(read));
        read = Read.archive(folder, new ZipMaker().add("two.zip", two).bytes());
        assertEquals(List.of("99/MyTwice.java"), Read.names(read), "the third is still opened");
    }

    @Test
    void rejectsArchivesFourDeep() throws Exception {
        byte[] archive = good().bytes();
        for (int i = 0; i < 3; i++) archive = new ZipMaker().add("inner.zip", archive).bytes();
        rejected(archive, "archive inside 3 others");
    }

    @Test
    void rejectsABrokenArchive() throws Exception {
        byte[] whole = good().bytes();
        rejected(Arrays.copyOf(whole, whole.length / 2), "its end is missing");
        rejected(bytes("this is no zip"), "it is no zip");
        rejected(new byte[0], "it is no zip");
    }

    @Test
    void everyTruncationAndEveryFlippedByteEndsInASubmission() throws Exception {
        byte[] whole = good().add("../x", "y").bytes();
        var random = new Random(11);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k <= i % 3; k++) damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            if (i % 5 == 0) damaged = Arrays.copyOf(damaged, random.nextInt(whole.length));
            Submission read = Read.archive(folder, damaged);
            assertTrue(read.files().stream().allMatch(file -> new String(file.bytes(), StandardCharsets.UTF_8).equals(Read.answer("MyTwice"))), "no damaged text is graded");
            assertTrue(read.remarks().stream().noneMatch(remark -> remark.contains("the grader failed")), () -> "refused on purpose: " + read.remarks());
        }
    }

    @Test
    void writesNothing() throws Exception {
        Path apart = Files.createDirectory(folder.resolve("apart"));
        Read.archive(apart, good().add("../escaped.java", "x").add("/escaped.java", "x").bytes());
        try (var files = Files.walk(folder)) {
            assertEquals(List.of("", "apart", "apart/other.zip", "apart/student.zip"), files.map(file -> folder.relativize(file).toString()).sorted().toList());
        }
    }
}
