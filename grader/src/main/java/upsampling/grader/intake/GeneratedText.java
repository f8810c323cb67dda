package upsampling.grader.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A source that is put together from cells, and where each of its lines comes from.
final class GeneratedText {
    private final StringBuilder text = new StringBuilder();
    private final List<int[]> places = new ArrayList<>(); // cell and line of each finished line
    private int[] current = {0, 0};

    /// Adds text that nobody wrote.
    GeneratedText own(String part) {
        append(part, 0, 0);
        return this;
    }

    /// Adds text of a cell.
    ///
    /// @param at where the text begins in the cell
    GeneratedText taken(String part, Cell cell, int at) {
        int line = 1;
        for (int i = 0; i < Math.min(at, cell.source().length()); i++) if (cell.source().charAt(i) == '\n') line++;
        append(part, cell.number(), line);
        return this;
    }

    private void append(String part, int cell, int line) {
        if (cell > 0 && !part.isEmpty()) current = new int[] {cell, line};
        for (int i = 0; i < part.length(); i++) {
            text.append(part.charAt(i));
            if (part.charAt(i) != '\n') continue;
            places.add(current);
            line++;
            current = cell > 0 ? new int[] {cell, line} : new int[] {0, 0};
        }
    }

    /// Returns this text and another one behind it, which must begin a line.
    GeneratedText join(GeneratedText next) {
        var all = new GeneratedText();
        all.text.append(text).append(next.text);
        all.places.addAll(places);
        all.places.addAll(next.places);
        all.current = next.current;
        return all;
    }

    /// Returns the words of the text: what an import may be needed for.
    Set<String> words() {
        return new HashSet<>(List.of(text.toString().split("[^\\p{javaJavaIdentifierPart}]+")));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    Origin.Cells origin(String notebook, int cell) {
        List<int[]> all = new ArrayList<>(places);
        all.add(current);
        return new Origin.Cells(notebook, cell, all.stream().mapToInt(place -> place[0]).toArray(), all.stream().mapToInt(place -> place[1]).toArray());
    }
}
