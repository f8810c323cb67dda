package upsampling.grader.jail;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// A Java program for the jail.
///
/// @param root its files
/// @param main its class
/// @param flags of its virtual machine
/// @param usesScratch whether its argument is a folder that it may write to
/// @param scratchMebibytes how much fits there, as far as the wall can limit it
/// @param memoryMebibytes how much memory it may hold together with what it starts; a machine that keeps the limits of its flags stays far below
public record JailedProgram(JailRoot root, String main, List<String> flags, boolean usesScratch, int scratchMebibytes, int memoryMebibytes) {
    /// No compiler that needs much time to start, a small heap, nothing native, no attaching, the same language and time zone everywhere; and
    /// what the virtual machine itself has to say must not stand between the frames on standard output.
    private static final List<String> FLAGS = List.of("-ea", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData",
        "-XX:+DisableAttachMechanism", "-XX:-EnableDynamicAgentLoading", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null", "-Xlog:disable", "-Xlog:all=warning:stderr", "-XX:+DisplayVMOutputToStderr", "--illegal-native-access=deny",
        "--sun-misc-unsafe-memory-access=deny", "--finalization=disabled", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC",
        "-Duser.language=en", "-Duser.country=US");
    private static final List<String> ANSWER_MEMORY = List.of("-Xmx256m", "-Xss512k", "-XX:MaxMetaspaceSize=64m", "-XX:MaxDirectMemorySize=32m");
    private static final List<String> COMPILER_MEMORY = List.of("-Xmx384m", "-Xss4m", "-XX:MaxMetaspaceSize=128m");
    private static final int MEMORY_MEBIBYTES = 1024;
    private static final int PROBE_MEBIBYTES = 384; // so that more can be tried without harm to a small machine

    /// Returns the program that holds an answer.
    public static JailedProgram answers(JailRoot root) {
        return new JailedProgram(root, "upsampling.grader.jailed.AnswerHost", flags(ANSWER_MEMORY), false, 8, MEMORY_MEBIBYTES);
    }

    /// Returns the program that compiles answers.
    public static JailedProgram compiler(JailRoot root) {
        return new JailedProgram(root, "upsampling.grader.jailed.CompileHost", flags(COMPILER_MEMORY), true, 32, MEMORY_MEBIBYTES);
    }

    /// Returns the program that tries the wall.
    static JailedProgram probe(JailRoot root, int scratchMebibytes) {
        return new JailedProgram(root, "upsampling.grader.jailed.ProbeHost", flags(ANSWER_MEMORY), false, scratchMebibytes, PROBE_MEBIBYTES);
    }

    private static List<String> flags(List<String> memory) {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.addAll(memory);
        return List.copyOf(flags);
    }

    /// Returns the command line behind a wall with the root as its own: a user without rights, within limits.
    ///
    /// @param slot tells programs that run at the same time apart, from 0
    List<String> inRoot(int slot) {
        List<String> command = new ArrayList<>(Users.withoutRights("/tools/setpriv", slot));
        command.addAll(limitedInRoot("/tmp"));
        return command;
    }

    /// Returns the command line behind such a wall if that has taken user and rights away itself.
    ///
    /// @param scratch the folder it may write to, as the program sees it
    List<String> limitedInRoot(String scratch) {
        List<String> command = new ArrayList<>(Limits.command("/tools/prlimit"));
        command.addAll(command("/java/bin/java", "/course/main.jar", scratch));
        return command;
    }

    /// Returns the command line.
    ///
    /// @param java the launcher, as the program sees it
    /// @param jar the classes, as the program sees them
    /// @param scratch the folder it may write to, as the program sees it
    List<String> command(String java, String jar, String scratch) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(flags);
        if (Files.exists(root.path().resolve(JailRoot.CACHE))) command.add("-XX:AOTCache=" + jar.replaceFirst("jar$", "aot"));
        command.addAll(List.of("-Djava.io.tmpdir=" + scratch, "-cp", jar, main));
        if (usesScratch) command.add(scratch);
        return command;
    }
}
