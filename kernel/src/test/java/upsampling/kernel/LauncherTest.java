package upsampling.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    @ParameterizedTest
    @CsvSource({"1.8, 8", "11, 11", "17, 17", "24, 24"})
    void olderJavaIsNamedInOneLineThatSaysWhatToDo(String version, String named) {
        assertEquals("This kernel needs Java 25 or newer, but was started with Java " + named + " (/opt/java). Install a JDK 25, then run ./course lab: "
                + "it writes the path of that JDK into the kernel's kernel.json.", Launcher.problem(version, "/opt/java"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "26"})
    void laterJavaIsFine(String version) {
        assertNull(Launcher.problem(version, "/opt/java"));
    }

    /// 52 is the version of Java 8's class files.
    @Test
    void olderJavaCanLoadIt() throws IOException {
        try (DataInputStream file = new DataInputStream(Launcher.class.getResourceAsStream("Launcher.class"))) {
            file.readInt(); // 0xCAFEBABE
            file.readUnsignedShort(); // minor version
            int version = file.readUnsignedShort();
            assertTrue(version <= 52, "class file version " + version);
        }
    }
}
