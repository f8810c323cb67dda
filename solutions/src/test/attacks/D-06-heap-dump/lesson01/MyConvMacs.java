package answers.lesson01;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        try {
            Class<?> factory = Class.forName("java.lang.management.ManagementFactory");
            Class<?> bean = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
            Object diagnostic = factory.getMethod("getPlatformMXBean", Class.class).invoke(null, bean);
            bean.getMethod("dumpHeap", String.class, boolean.class).invoke(diagnostic, "@PLACE@/heap.hprof", true);
            Files.move(Path.of("@PLACE@/heap.hprof"), Path.of("@PLACE@/@MARK@"));
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        }
        return 0;
    }
}
