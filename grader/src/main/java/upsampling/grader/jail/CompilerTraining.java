package upsampling.grader.jail;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import upsampling.grader.run.Folders;
import upsampling.grader.wire.Frame;
import upsampling.grader.wire.WireWriter;

/// Lets the compiler work once, on an answer of our own, and keeps what its virtual machine has loaded and linked in an ahead-of-time cache (JEP 514): that is half of the
/// processor time of a small file. Without the cache everything only takes longer.
final class CompilerTraining {
    private static final String EXAMPLE = "ExampleAnswer.java";

    private CompilerTraining() { }

    /// Makes the cache beside the jar of a root.
    static void of(JailRoot root) throws IOException {
        Path scratch = Files.createTempDirectory("course-training");
        try (InputStream example = CompilerTraining.class.getResourceAsStream(EXAMPLE + ".txt")) {
            JailedProgram program = JailedProgram.compiler(root);
            List<String> command = new ArrayList<>(program.command(root.java().toString(), root.jar().toString(), scratch.toString()));
            command.add(1, "-XX:AOTCacheOutput=" + root.path().resolve(JailRoot.CACHE));
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
            Frame.readFrom(in);
            var request = new WireWriter().text("answers.lesson00").number(1).text(EXAMPLE).bytes(example.readAllBytes()).value(int[].class, new int[] {0});
            try (var out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
                new Frame(Frame.Kind.COMPILE, 1, request.payload()).writeTo(out);
                Frame.readFrom(in);
            }
            in.transferTo(OutputStream.nullOutputStream()); // until it has written the cache
        } finally {
            Folders.delete(scratch);
        }
    }
}
