package upsampling.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import upsampling.kernel.spec.KernelSpec;

/// A machine without a font, as many containers are.
@Timeout(180)
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux lets a process see no fonts, and only there they may be missing")
class NoFontTest {
    @TempDir
    private Path folder;

    @Test
    void everyFigureSaysWhatToInstallAndTheKernelGoesOn() throws IOException {
        Path none = Files.writeString(folder.resolve("fonts.conf"),
                "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(KernelSpec.FLAGS);
        command.add("-Duser.home=" + folder); // Java keeps there what fontconfig has said
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Kernel.class.getName()));
        try (Client client = new Client(folder, command, Map.of("FONTCONFIG_FILE", none.toString()))) {
            client.awaitReady();
            for (int attempt = 0; attempt < 2; attempt++) { // the second time, Java only says that a class could not be initialised
                for (String figure : List.of("upsampling.tensor.Tensor.image(new double[][] {{1, 2}, {3, 4}})",
                        "new java.awt.image.BufferedImage(9, 9, 1).createGraphics().drawString(\"text\", 1, 8);",
                        "java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()")) {
                    Client.Received reply = client.reply(client.execute(figure));
                    assertEquals("error", reply.text("status"), figure);
                    assertTrue(reply.text("evalue").contains("no font was found on this machine")
                            && reply.text("evalue").contains("apt install fontconfig fonts-liberation"), figure + ": " + reply.text("evalue"));
                }
            }
            assertEquals("ok", client.reply(client.execute("6 * 7")).text("status"));
        }
    }
}
