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
public record JailedProgram(JailRoot root, String main, List<String> flags, boolean usesScratch, int scratchMebibytes) {
    /// No compiler that needs much time to start, a small heap, nothing native, no attaching, the same language and time zone everywhere; and
    /// what the virtual machine itself has to say must not stand between the frames on standard output.
    private static final List<String> FLAGS = List.of("-ea", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData",
        "-XX:+DisableAttachMechanism", "-XX:-EnableDynamicAgentLoading", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null", "-Xlog:disable", "-Xlog:all=warning:stderr", "-XX:+DisplayVMOutputToStderr", "--illegal-native-access=deny",
        "--sun-misc-unsafe-memory-access=deny", "--finalization=disabled", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC",
        "-Duser.language=en", "-Duser.country=US");
    private static final List<String> ANSWER_MEMORY = List.of("-Xmx256m", "-Xss512k", "-XX:MaxMetaspaceSize=64m", "-XX:MaxDirectMemorySize=32m");
    private static final List<String> COMPILER_MEMORY = List.of("-Xmx384m", "-Xss4m", "-XX:MaxMetaspaceSize=128m");

    /// Returns the program that holds an answer.
    public static JailedProgram answers(JailRoot root) {
        return new JailedProgram(root, "upsampling.grader.jailed.AnswerHost", flags(ANSWER_MEMORY), false, 8);
    }

    /// Returns the program that compiles answers.
    public static JailedProgram compiler(JailRoot root) {
        return new JailedProgram(root, "upsampling.grader.jailed.CompileHost", flags(COMPILER_MEMORY), true, 32);
    }

    /// Returns the program that tries the wall.
    static JailedProgram probe(JailRoot root, int scratchMebibytes) {
        return new JailedProgram(root, "upsampling.grader.jailed.ProbeHost", flags(ANSWER_MEMORY), false, scratchMebibytes);
    }

    private static List<String> flags(List<String> memory) {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.addAll(memory);
        return List.copyOf(flags);
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
