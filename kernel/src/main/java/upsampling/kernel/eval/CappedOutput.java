package upsampling.kernel.eval;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Lets the first 10,000 lines or 1 MB of a cell's text through; what follows goes to a file. A browser freezes with more, and the notebook
/// would carry it for ever. At the end of the cell one line says how much is missing and where all of it lies.
///
/// Figures pass. Whoever removes the output, as an animation does, begins to count anew.
final class CappedOutput implements CellOutput {
    /// Lines of one cell that are shown.
    static final int LINES = 10_000;
    /// Characters of one cell that are shown.
    static final int CHARACTERS = 1_000_000;
    /// An endless loop must not fill the disk either.
    static final int FILE_CHARACTERS = 20_000_000;

    private final CellOutput target;
    private final int cell;
    private final StringBuilder shown = new StringBuilder();
    private int shownLines;
    private long droppedLines;
    private long droppedCharacters;
    private int written;
    private Path file;
    private Writer writer;
    private boolean ended;
    private boolean said;

    /// @param cell the number that the file's name has
    CappedOutput(CellOutput target, int cell) {
        this.target = target;
        this.cell = cell;
    }

    @Override
    public synchronized void stream(StreamName name, String text) {
        int end = droppedCharacters > 0 ? 0 : fitting(text);
        if (end > 0) {
            shown.append(text, 0, end);
            target.stream(name, text.substring(0, end));
        }
        if (end < text.length()) {
            drop(text.substring(end));
        }
    }

    /// How many characters of the text can still be shown; counts their lines.
    private int fitting(String text) {
        int room = Math.min(text.length(), CHARACTERS - shown.length());
        for (int i = 0; i < room; i++) {
            if (text.charAt(i) == '\n') {
                shownLines++;
                if (shownLines == LINES) {
                    return i + 1;
                }
            }
        }
        if (shownLines >= LINES) {
            return 0;
        }
        boolean halved = room > 0 && room < text.length() && Character.isHighSurrogate(text.charAt(room - 1));
        return halved ? room - 1 : room;
    }

    private void drop(String text) {
        if (droppedCharacters == 0) {
            open();
        }
        droppedCharacters += text.length();
        droppedLines += text.chars().filter(c -> c == '\n').count();
        write(text);
        if (ended) { // output of a thread that has outlived its cell
            tell();
        }
    }

    private void open() {
        try {
            file = Files.createTempFile("output-of-cell-" + cell + "-", ".txt");
            writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            written = 0;
            write(shown.toString());
        } catch (IOException failure) {
            giveUp();
        }
        shown.setLength(0);
        shown.trimToSize();
    }

    private void write(String text) {
        if (writer == null) {
            return;
        }
        try {
            String part = text.substring(0, Math.min(text.length(), FILE_CHARACTERS - written));
            writer.write(part);
            written += part.length();
            if (ended || written == FILE_CHARACTERS) {
                writer.flush();
            }
        } catch (IOException failure) {
            giveUp();
        }
    }

    /// No room on the disk: the rest of the text is lost, the cell goes on.
    private void giveUp() {
        close();
        file = null;
    }

    private void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException _) {
            // it could not be written, which the line below the output says
        }
        writer = null;
    }

    @Override
    public synchronized void display(Bundle bundle, String displayId) {
        target.display(bundle, displayId);
    }

    @Override
    public synchronized void clear(boolean wait) {
        close();
        shown.setLength(0);
        shownLines = 0;
        droppedLines = 0;
        droppedCharacters = 0;
        said = false;
        target.clear(wait);
    }

    /// The cell has ended: says what was dropped.
    synchronized void end() {
        ended = true;
        if (droppedCharacters > 0) {
            tell();
        }
    }

    private void tell() {
        if (said) {
            return;
        }
        said = true;
        flushFile();
        String where;
        if (file == null) {
            where = "they are lost, since no file could be written in " + System.getProperty("java.io.tmpdir");
        } else if (written == FILE_CHARACTERS) {
            where = String.format(Locale.ROOT, "the first %,d characters of the output are in %s", FILE_CHARACTERS, file);
        } else {
            where = "the whole output is in " + file;
        }
        target.stream(StreamName.STDOUT, String.format(Locale.ROOT, "\n... %,d more lines (%,d characters) are not shown; %s\n",
                droppedLines, droppedCharacters, where));
    }

    private void flushFile() {
        try {
            if (writer != null) {
                writer.flush();
            }
        } catch (IOException failure) {
            giveUp();
        }
    }
}
