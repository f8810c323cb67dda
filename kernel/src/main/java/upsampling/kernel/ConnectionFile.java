package upsampling.kernel;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/// The file in which a front end tells the kernel where to listen, and the key that messages are signed with.
final class ConnectionFile {
    private ConnectionFile() { }

    /// Why there is nothing to serve; its message is one line for the log of the front end.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String file, String reason) {
            super("The kernel cannot use its connection file " + file + ": " + reason
                    + ". A front end such as ./course lab writes it and starts the kernel.");
        }
    }

    /// Reads a file.
    ///
    /// @throws Unusable unless it is there, is JSON, and has a transport, an address, a key and five ports
    static KernelConnectionProperties read(String file) throws Unusable {
        String content;
        try {
            content = Files.readString(Path.of(file));
        } catch (NoSuchFileException _) {
            throw new Unusable(file, "it does not exist");
        } catch (IOException | IllegalArgumentException failure) {
            throw new Unusable(file, failure.toString());
        }
        KernelConnectionProperties properties;
        try {
            properties = KernelConnectionProperties.parse(content);
        } catch (JsonParseException _) {
            throw new Unusable(file, "it is not JSON, or a port in it is no number");
        }
        if (properties == null) {
            throw new Unusable(file, "it is empty");
        }
        String missing = missing(properties);
        if (missing != null) {
            throw new Unusable(file, "\"" + missing + "\" is missing or out of range");
        }
        return properties;
    }

    private static String missing(KernelConnectionProperties properties) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("transport", properties.getTransport());
        fields.put("ip", properties.getIp());
        fields.put("key", properties.getKey());
        fields.put("shell_port", port(properties.getShellPort()));
        fields.put("control_port", port(properties.getControlPort()));
        fields.put("stdin_port", port(properties.getStdinPort()));
        fields.put("hb_port", port(properties.getHbPort()));
        fields.put("iopub_port", port(properties.getIopubPort()));
        return fields.entrySet().stream().filter(each -> each.getValue() == null).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    private static Integer port(int number) {
        return number >= 1 && number <= 65_535 ? number : null;
    }
}
