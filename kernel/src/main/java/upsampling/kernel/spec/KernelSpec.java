package upsampling.kernel.spec;
import java.nio.file.*; import java.io.*;
public record KernelSpec(Path java, Path jar) {
    public static KernelSpec of(Path java, Path jar) { return new KernelSpec(java, jar); }
    public static boolean isForeign(Path kernels, String name) { return false; }
    public Path install(Path kernels, String name, boolean force) {
        try { Path d = Files.createDirectories(kernels.resolve(name));
        Files.writeString(d.resolve("kernel.json"), "{\"argv\":[\""+java+"\",\"-ea\",\"-Xmx2g\",\"-XX:+UseSerialGC\",\"-Djava.awt.headless=true\",\"--add-modules\",\"jdk.incubator.vector\",\"--enable-native-access=ALL-UNNAMED\",\"-jar\",\""+jar+"\",\"{connection_file}\"],\"display_name\":\"Java 25 (upsampling)\",\"language\":\"java\",\"interrupt_mode\":\"message\"}");
        return d; } catch (IOException e) { throw new UncheckedIOException(e); }
    }
}
