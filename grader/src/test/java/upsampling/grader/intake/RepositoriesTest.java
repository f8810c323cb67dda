package upsampling.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import upsampling.grader.intake.Submission.Status;
import upsampling.grader.run.WorkFolder;

/// A list of git repositories, here made on the spot.
final class RepositoriesTest {
    @TempDir
    Path folder;

    private void git(Path in, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
    }

    private Path repository(String name) throws Exception {
        Path repository = Files.createDirectories(folder.resolve(name));
        Read.write(repository.resolve("work/answers/lesson99/MyTwice.java"), Read.answer("MyTwice"));
        git(repository, "init", "-q");
        return commit(repository);
    }

    private Path commit(Path repository) throws Exception {
        git(repository, "add", "-A");
        git(repository, "commit", "-q", "-m", "answers");
        return repository;
    }

    private List<Submission> read(String... lines) throws IOException, IntakeException {
        return Read.all(Files.write(folder.resolve("list.txt"), List.of(lines)));
    }

    @Test
    void readsRepositoriesByPathAndAddress() throws Exception {
        Path ada = repository("ada");
        Path bob = repository("bob");
        Read.write(bob.resolve("lesson99/Second.java"), Read.answer("Second"));
        commit(bob);
        List<Submission> read = read("# the class of 2026", "", ada.toString(), bob.toUri() + "  4711");
        assertEquals(List.of("4711", "ada"), read.stream().map(Submission::id).toList());
        assertEquals(List.of("99/MyTwice.java", "99/Second.java"), Read.names(read.getFirst()));
        assertEquals(Read.answer("MyTwice"), Read.text(read.getLast(), "MyTwice.java"));
        assertEquals(Status.OK, read.getLast().status());
        assertEquals(List.of("ada"), read("ada").stream().map(Submission::id).toList(), "a path may start from the list");
    }

    @Test
    void whatFailsIsOneSubmissionWithGitsReason() throws Exception {
        repository("ada");
        Files.createDirectories(folder.resolve("empty"));
        git(folder.resolve("empty"), "init", "-q");
        List<Submission> read = read("ada", "nothing-there", "empty", "ext::sh -c true bob", "--upload-pack=true eve", "https://user:secret@localhost:1/x.git carl");
        assertEquals(List.of("ada"), read.stream().filter(one -> one.status() == Status.OK).map(Submission::id).toList());
        assertEquals(5, read.stream().filter(one -> one.status() == Status.REJECTED).count());
        Submission missing = read.stream().filter(one -> one.id().equals("nothing-there")).findFirst().orElseThrow();
        assertTrue(missing.remarks().getFirst().contains("repository 'nothing-there' does not exist"), () -> missing.remarks().toString());
        assertFalse(read.toString().contains("secret"), "no password in a report");
    }

    @Test
    void runsNothingOfARepositoryAndFollowsNoLink() throws Exception {
        Path marker = folder.resolve("ran");
        Path ada = repository("ada");
        Files.createSymbolicLink(ada.resolve("work/answers/lesson99/Secret.java"), Path.of("/etc/hostname"));
        Read.write(ada.resolve(".gitattributes"), "*.java filter=evil\n");
        commit(ada);
        git(ada, "config", "filter.evil.smudge", "touch " + marker);
        for (String hook : List.of("post-checkout", "pre-upload", "post-upload-pack")) {
            Path file = ada.resolve(".git/hooks/" + hook);
            Read.write(file, "#!/bin/sh\ntouch " + marker + "\n");
            assertTrue(file.toFile().setExecutable(true));
        }
        Submission read = read("ada").getFirst();
        assertEquals(List.of("99/MyTwice.java"), Read.names(read));
        assertEquals(List.of("work/answers/lesson99/Secret.java is a link; it is refused"), read.remarks());
        assertFalse(Files.exists(marker), "nothing ran");
    }

    @Test
    void doesNotFetchSubmodules() throws Exception {
        Path inner = repository("inner");
        Path ada = repository("ada");
        git(ada, "-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.toString(), "sub");
        commit(ada);
        Submission read = read("ada").getFirst();
        assertEquals(List.of("99/MyTwice.java"), Read.names(read));
        assertEquals(List.of("sub is another repository; it is refused"), read.remarks());
    }

    @Test
    void manyAreFetchedAtATimeAndKeepTheirNames() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 10; i < 22; i++) {
            Path one = repository("student" + i);
            Read.write(one.resolve("work/answers/lesson99/MyTwice.java"), Read.answer("MyTwice") + "// " + i + "\n");
            commit(one);
            lines.add(one + " s" + i);
        }
        List<Submission> read = read(lines.toArray(String[]::new));
        assertEquals(IntStream.range(10, 22).mapToObj(i -> "s" + i).toList(), read.stream().map(Submission::id).toList());
        for (Submission one : read) assertTrue(Read.text(one, "MyTwice.java").contains("// " + one.id().substring(1)), () -> one.id() + " has its own files");
    }

    @Test
    void theIdsAreKnownWithoutFetching() throws Exception {
        Path ada = repository("ada");
        Path list = Files.write(folder.resolve("list.txt"), List.of(ada.toString(), ada + " 4711", "nothing-there"));
        assertEquals(Read.all(list).stream().map(Submission::id).toList(), Intake.ids(list));
        Files.move(ada, folder.resolve("elsewhere"));
        assertEquals(List.of("4711", "ada", "nothing-there"), Intake.ids(list));
    }

    @Test
    void saysHowFarItIs() throws Exception {
        repository("ada");
        List<List<Integer>> steps = new ArrayList<>();
        Intake.read(Files.write(folder.resolve("list.txt"), List.of("ada", "nothing-there")), (done, total) -> steps.add(List.of(done, total)));
        assertEquals(List.of(List.of(1, 2), List.of(2, 2)), steps);
    }

    @Test
    void leavesNoCloneBehind() throws Exception {
        repository("ada");
        long before = clones();
        read("ada", "nothing-there");
        assertEquals(before, clones());
    }

    private static long clones() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("course-check")).count();
        }
    }

    @Test
    void aCommandThatHangsIsEnded() throws Exception {
        long start = System.nanoTime();
        try (WorkFolder work = WorkFolder.create()) {
            GitRun run = GitRun.of(work, folder, Duration.ofMillis(300), 10, "-c", "alias.hang=!sleep 60", "hang");
            assertTrue(run.timedOut());
        }
        assertTrue(System.nanoTime() - start < 20_000_000_000L, "it does not wait for the child");
    }
}
