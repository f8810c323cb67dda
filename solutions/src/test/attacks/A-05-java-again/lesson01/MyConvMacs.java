package answers.lesson01;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        try {
            String java = System.getProperty("java.home") + "/bin/java";
            Path program = Files.createTempFile("Wait", ".java");
            Files.writeString(program, "void main() throws Exception { Thread.sleep(3_000_000); }");
            new ProcessBuilder(java, "-Dname=@MARK@", "-Xmx16m", "-XX:+UseSerialGC", "-version").start().waitFor();
            new ProcessBuilder("/bin/sh", "-c", java + " -Dname=@MARK@ " + program + " </dev/null >/dev/null 2>&1 & exit 0").start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 0;
    }
}
