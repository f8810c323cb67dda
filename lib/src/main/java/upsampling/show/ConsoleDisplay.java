package upsampling.show;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shows things where no kernel is: the text on the console; page and first picture as `01.html`, `01.png` ... in a folder.
///
/// The folder is named by the property `upsampling.show.folder`, else it is a new temporary one. It is made, and said, with the first thing
/// shown. A folder that cannot be written to is said once, and the texts go on.
public final class ConsoleDisplay implements Display {
    /// The property that names the folder.
    public static final String FOLDER = "upsampling.show.folder";
    private static final Pattern PICTURE = Pattern.compile("src=\"data:image/png;base64,([A-Za-z0-9+/=]+)\"");
    private static final String PAGE = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>shown</title><body style="margin:20px">
        %s</body></html>
        """;

    private final PrintStream out;
    private Path folder;
    private boolean broken;
    private int count;

    public ConsoleDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void show(Shown shown) {
        out.println(shown.text());
        if (broken || shown.html().isEmpty()) return;
        try {
            write(shown);
        } catch (IOException e) {
            broken = true;
            out.println("Figures are not saved: " + e + ". Name a folder with -D" + FOLDER + "=...");
        }
    }

    private void write(Shown shown) throws IOException {
        if (folder == null) {
            String named = System.getProperty(FOLDER);
            folder = named == null ? Files.createTempDirectory("shown") : Files.createDirectories(Path.of(named));
            out.println("Figures are saved in " + folder.toAbsolutePath());
        }
        String name = "%02d".formatted(++count);
        Files.writeString(folder.resolve(name + ".html"), PAGE.formatted(shown.html()));
        Matcher picture = PICTURE.matcher(shown.html());
        if (picture.find()) Files.write(folder.resolve(name + ".png"), Base64.getDecoder().decode(picture.group(1)));
    }
}
