package upsampling.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
    @TempDir
    private Path root;

    @BeforeEach
    void someFiles() throws IOException {
        write(".gitignore", "target/\n*.class\n");
        write("a/Größe.java", "class A { }\n");
        write("run", "#!/bin/sh\r\n");
        write("run.cmd", "@echo off\r\n");
        write("target/A.java", "old");
        write("a/A.class", "compiled");
        assumeTrue(root.resolve("run").toFile().setExecutable(true), "the system knows files that can be started");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private void git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString(), "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_")); // in a hook of git, they name the checkout of the course
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes());
            assertEquals(0, process.waitFor(), said);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void commit() throws IOException {
        boolean installed;
        try {
            installed = new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException missing) {
            installed = false;
        }
        assumeTrue(installed, "git is not installed");
        git("init", "-q");
        git("add", ".");
        git("commit", "-qm", "first");
    }

    private static List<String> paths(Checkout checkout) {
        return checkout.files().stream().map(file -> file.path() + (file.executable() ? "*" : "")).toList();
    }

    private String refused() {
        return assertThrows(Refused.class, () -> Checkout.read(root, false)).getMessage();
    }

    @Test
    void theFilesAreThoseThatGitTracks() throws IOException {
        commit();
        write("new.txt", "not added");
        Checkout checkout = Checkout.read(root, false);
        assertEquals(List.of(".gitignore", "a/Größe.java", "run*", "run.cmd"), paths(checkout));
        assertEquals(List.of("new.txt"), checkout.untracked());
        assertEquals(List.of(), checkout.changed());
        assertTrue(checkout.commit().matches("[0-9a-f]{40,64}"), checkout.commit());
    }

    @Test
    void linesEndAlikeOnEveryMachineAndAsWindowsNeedsItInItsScripts() throws IOException {
        commit();
        List<Released> files = Checkout.read(root, false).files();
        assertEquals("#!/bin/sh\n", files.get(2).text());
        assertEquals("@echo off\r\n", files.get(3).text());
    }

    @Test
    void changedFilesAreNamedAndTakenOnlyWhenAsked() throws IOException {
        commit();
        write("a/Größe.java", "class B { }\n");
        Files.delete(root.resolve("run"));
        assertTrue(refused().contains("2 files differ from the last one: a/Größe.java, run. Commit them"), refused());
        Checkout checkout = Checkout.read(root, true);
        assertEquals(List.of(".gitignore", "a/Größe.java", "run.cmd"), paths(checkout));
        assertEquals("class B { }\n", checkout.files().get(1).text());
        assertEquals(List.of("a/Größe.java", "run"), checkout.changed());
    }

    @Test
    void withoutGitTheFilesAreThoseThatAreNotIgnored() {
        assertTrue(refused().contains("is no git checkout that git can read"), refused());
        Checkout checkout = Checkout.read(root, true);
        assertEquals(List.of(".gitignore", "a/Größe.java", "run*", "run.cmd"), paths(checkout));
        assertEquals("", checkout.commit());
    }

    @Test
    void aLinkIsRefused() throws IOException {
        Files.createSymbolicLink(root.resolve("link"), Path.of("run"));
        commit();
        assertTrue(refused().startsWith("link is a link or a module of git (mode 120000)"), refused());
    }
}
