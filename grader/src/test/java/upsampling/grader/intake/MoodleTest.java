package upsampling.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.intake.Submission.Status;

/// The zips that Moodle makes of all submissions.
final class MoodleTest {
    @TempDir
    Path folder;

    private Map<String, Submission> read(ZipMaker zip) throws Exception {
        Map<String, Submission> read = new TreeMap<>();
        for (Submission one : Read.zip(folder, zip)) read.put(one.id(), one);
        return read;
    }

    private static void assertOne(Map<String, Submission> read, String id, String name) {
        assertEquals(List.of(id), List.copyOf(read.keySet()));
        assertEquals(name, read.get(id).name());
        assertEquals(List.of("99/MyTwice.java"), Read.names(read.get(id)));
    }

    private Map<String, Submission> readOne(String entry) throws Exception {
        return read(new ZipMaker().add(entry, Read.answer("MyTwice")));
    }

    @Test
    void readsEveryVariantOfTheName() throws Exception {
        assertOne(readOne("Ada Lovelace_12345_assignsubmission_file/lesson99/MyTwice.java"), "12345", "Ada Lovelace");
        assertOne(readOne("Ada Lovelace_12345_assignsubmission_file_/lesson99/MyTwice.java"), "12345", "Ada Lovelace"); // Moodle <= 4.0
        assertOne(readOne("Ada Lovelace_12345_assignsubmission_file_MyTwice.java"), "12345", "Ada Lovelace"); // folders off
        assertOne(readOne("Participant_12345_assignsubmission_file/MyTwice.java"), "12345", "Participant"); // blind
        assertOne(readOne("Team A_77_assignsubmission_file/MyTwice.java"), "77", "Team A");
        assertOne(readOne("course-pooling-99/Ada Lovelace_12345_assignsubmission_file/MyTwice.java"), "12345", "Ada Lovelace"); // packed anew
    }

    @Test
    void joinsTheFilesOfAStudent() throws Exception {
        Map<String, Submission> read = read(new ZipMaker()
            .add("Ada_1_assignsubmission_file/A.java", Read.answer("A"))
            .add("Bob_2_assignsubmission_file/C.java", Read.answer("C"))
            .add("Ada_1_assignsubmission_file/B.java", Read.answer("B"))
            .add("Ada_1_assignsubmission_onlinetext/onlinetext.html", "<p>done"));
        assertEquals(List.of("99/A.java", "99/B.java"), Read.names(read.get("1")));
        assertEquals(List.of("onlinetext.html"), read.get("1").ignored());
        assertEquals(List.of("99/C.java"), Read.names(read.get("2")));
    }

    /// With a greedy pattern the student's own file name would say whose the file is.
    @Test
    void aFileNameCannotClaimAnotherStudent() throws Exception {
        Map<String, Submission> read = read(new ZipMaker()
            .add("Ada_1_assignsubmission_file/x_9_assignsubmission_file_y.java", Read.answer("A"))
            .add("Ada_1_assignsubmission_file_Bob_9_assignsubmission_file_y.java", Read.answer("B"))
            .add("Bob_9_assignsubmission_file/C.java", Read.answer("C")));
        assertEquals(List.of("1", "9"), List.copyOf(read.keySet()));
        assertEquals(List.of("99/A.java", "99/B.java"), Read.names(read.get("1")));
        assertEquals(List.of("99/C.java"), Read.names(read.get("9")));
    }

    @Test
    void anEntryThatClimbsStaysItsOwnersAndIsRefused() throws Exception {
        Map<String, Submission> read = read(new ZipMaker()
            .add("Ada_1_assignsubmission_file/../Bob_9_assignsubmission_file/C.java", Read.answer("Evil"))
            .add("Ada_1_assignsubmission_file/A.java", Read.answer("A"))
            .add("Bob_9_assignsubmission_file/C.java", Read.answer("C")));
        assertEquals(Status.REJECTED, read.get("1").status());
        assertEquals(Status.OK, read.get("9").status());
        assertTrue(Read.text(read.get("9"), "C.java").contains("class C "));
    }

    @Test
    void aTeamWithoutNumberGetsAnIdOfItsName() throws Exception {
        Map<String, Submission> read = read(new ZipMaker().add("Default group_assignsubmission_file_5_assignsubmission_file_A.java", Read.answer("A")));
        Submission team = read.values().iterator().next();
        assertTrue(team.id().matches("Default-group-[0-9a-f]{8}"), team::id);
        assertEquals("Default group", team.name());
        assertEquals(Status.WARNED, team.status());
        assertEquals("the team has no number in Moodle: enter its grade by hand", team.remarks().getFirst());
    }

    @Test
    void oneNumberWithTwoNamesIsForAPerson() throws Exception {
        Map<String, Submission> read = read(new ZipMaker()
            .add("Ada_1_assignsubmission_file/A.java", Read.answer("A"))
            .add("Bob_1_assignsubmission_file/B.java", Read.answer("B"))
            .add("Eve_2_assignsubmission_file/C.java", Read.answer("C")));
        assertEquals(Status.REJECTED, read.get("1").status());
        assertTrue(read.get("1").remarks().getFirst().contains("several names: Ada, Bob"), () -> read.get("1").remarks().toString());
        assertEquals(Status.OK, read.get("2").status());
    }

    @Test
    void aBombCostsItsOwnerAlone() throws Exception {
        byte[] bomb = new ZipMaker().add("lesson99/Big.java", new byte[3 << 20]).bytes();
        ZipMaker zip = new ZipMaker().add("Ada_1_assignsubmission_file/homework.zip", bomb).add("Bob_2_assignsubmission_file/MyTwice.java", Read.answer("MyTwice"))
            .add("Cy_3_assignsubmission_file/Big.java", new byte[3 << 20]);
        for (int i = 0; i < 10_001; i++) zip.add("Dora_4_assignsubmission_file/f" + i, new byte[0]);
        Map<String, Submission> read = read(zip);
        assertEquals(List.of(Status.REJECTED, Status.OK, Status.REJECTED, Status.REJECTED), read.values().stream().map(Submission::status).toList());
        assertTrue(read.get("1").remarks().getFirst().contains("more than 100 times"));
        assertTrue(read.get("4").remarks().getFirst().contains("more than 10000 files"));
    }

    @Test
    void namesEntriesOfNobody() throws Exception {
        Map<String, Submission> read = read(new ZipMaker()
            .add("Ada_1_assignsubmission_file/A.java", Read.answer("A"))
            .add("../Bob_2_assignsubmission_file/B.java", Read.answer("B"))
            .add("__MACOSX/Ada_1_assignsubmission_file/._A.java", "x")
            .add("readme.txt", "x"));
        assertEquals(List.of("1", "of-no-student"), List.copyOf(read.keySet()));
        assertEquals(2, read.get("of-no-student").remarks().size(), () -> read.get("of-no-student").remarks().toString());
    }

    @Test
    void readsAZipOfFoldersToo() throws Exception {
        Map<String, Submission> read = read(new ZipMaker()
            .add("all/ada/lesson99/MyTwice.java", Read.answer("MyTwice"))
            .add("all/bob/homework/lesson99/MyTwice.java", Read.answer("MyTwice"))
            .add("all/cy.zip", new ZipMaker().add("lesson99/MyTwice.java", Read.answer("MyTwice")).bytes()));
        assertEquals(List.of("ada", "bob", "cy"), List.copyOf(read.keySet()));
        for (Submission one : read.values()) assertEquals(List.of("99/MyTwice.java"), Read.names(one));
        assertOne(readOne("ada/lesson99/MyTwice.java"), "ada", "ada");
        assertOne(readOne("lesson99/MyTwice.java"), "all", "all");
    }

    @Test
    void theOrderOfEntriesChangesNothing() throws Exception {
        List<String> entries = List.of("Ada_1_assignsubmission_file/a/MyTwice.java", "Ada_1_assignsubmission_file/b/MyTwice.java", "Ada_1_assignsubmission_file/x.txt",
            "Bob_2_assignsubmission_file/MyTwice.java", "loose.txt");
        ZipMaker forward = new ZipMaker();
        ZipMaker backward = new ZipMaker();
        for (int i = 0; i < entries.size(); i++) {
            forward.add(entries.get(i), Read.answer("MyTwice") + "// " + entries.get(i));
            String other = entries.get(entries.size() - 1 - i);
            backward.add(other, Read.answer("MyTwice") + "// " + other);
        }
        assertEquals(told(Read.zip(folder, forward)), told(Read.zip(folder, backward)));
    }

    private static String told(List<Submission> all) {
        var text = new StringBuilder();
        for (Submission one : all) {
            text.append(one.id()).append(one.status()).append(one.remarks()).append(one.ignored());
            for (SourceFile file : one.files()) text.append(new String(file.bytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
