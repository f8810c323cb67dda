package upsampling.show;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shows things where no kernel is: the text on the console; page and first picture as `01.html`, `01.png` ... in a folder.
///
/// The folder is named by the property `upsampling.show.folder`, else it is a new temporary one. It is made, and said, with the first thing
/// shown. A folder that cannot be written to is said once, and the texts go on.
///
/// Of what is replaced again and again, such as a bar of progress, the first and the final text are printed, and one in five seconds
/// between them; only the final picture becomes a file.
public final class ConsoleDisplay implements Display {
    /// The property that names the folder.
    public static final String FOLDER = "upsampling.show.folder";
    private static final Pattern PICTURE = Pattern.compile("src=\"data:image/png;base64,([A-Za-z0-9+/=]+)\"");
    private static final String PAGE = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>shown</title><body style="margin:20px">
        %s</body></html>
        """;

    /// Lines stay on a console, so fewer are printed than a cell would show.
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private record Said(String text, long at) { }

    private final PrintStream out;
    private final LongSupplier clock;
    private final Map<String, Said> replaced = new HashMap<>();
    private Path folder;
    private boolean broken;
    private int count;

    public ConsoleDisplay(PrintStream out) {
        this(out, System::nanoTime);
    }

    ConsoleDisplay(PrintStream out, LongSupplier clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public synchronized void show(Shown shown) {
        out.println(shown.text());
        save(shown);
    }

    @Override
    public synchronized void replace(Shown shown, String id, boolean isFinal) {
        Said before = isFinal ? replaced.remove(id) : replaced.get(id);
        long now = clock.getAsLong();
        boolean isDue = before == null || isFinal || now - before.at >= PAUSE_NANOS;
        boolean isNew = before == null || !before.text.equals(shown.text());
        if (isDue && isNew) out.println(shown.text());
        if (isFinal) save(shown);
        else if (isDue) replaced.put(id, new Said(shown.text(), now));
    }

    private void save(Shown shown) {
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
