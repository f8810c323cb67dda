package upsampling.show;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Something with a size that can be drawn and that knows what it says. Figures are tiles in rows and columns; sizes are CSS pixels.
public interface Tile {
    /// Paper around a picture, so that a ring at its edge is not cut.
    int MARGIN = 4;
    /// Paper between rows of tiles.
    int ROW_GAP = 12;

    int width();

    int height();

    /// Draws the tile with its top left corner at `(x, y)`.
    void paint(Sheet sheet, int x, int y);

    /// Adds everything the tile says: values, titles, scale, rings; nothing that depends on fonts.
    void digest(ValueDigest d);

    /// Returns the tile alone on paper, with a small margin.
    default BufferedImage image() {
        Sheet sheet = new Sheet(width() + 2 * MARGIN, height() + 2 * MARGIN);
        paint(sheet, MARGIN, MARGIN);
        return sheet.image();
    }

    /// Returns tiles beside each other, centred vertically.
    static Tile row(int gap, Tile... tiles) {
        return new TileGroup(List.of(tiles), gap, true);
    }

    /// Returns tiles below each other, aligned left.
    static Tile column(int gap, Tile... tiles) {
        return new TileGroup(List.of(tiles), gap, false);
    }

    /// Returns tiles in rows, as many beside each other as fit the width of a figure.
    ///
    /// @throws IllegalArgumentException unless there is a tile
    static Tile rows(int gap, Tile... tiles) {
        if (tiles.length == 0) throw new IllegalArgumentException("Tile: rows need at least one tile");
        int widest = 0;
        for (Tile tile : tiles) widest = Math.max(widest, tile.width());
        int across = Math.max(1, (Shown.MOST_WIDTH + gap) / (widest + gap));
        List<Tile> rows = new ArrayList<>();
        for (int i = 0; i < tiles.length; i += across) {
            rows.add(row(gap, Arrays.copyOfRange(tiles, i, Math.min(i + across, tiles.length))));
        }
        return column(ROW_GAP, rows.toArray(Tile[]::new));
    }

    /// Returns a sign between two maps, such as →, ∗ or =, with a word above that may be empty.
    static Tile sign(String sign, String word) {
        return new SignTile(sign, word);
    }

    /// Returns small quiet text, one or more lines.
    static Tile note(String... lines) {
        return note(Ink.QUIET, Type.SMALL, lines);
    }

    /// Returns text in a picture, one or more lines.
    static Tile note(Color color, Font font, String... lines) {
        return new NoteTile(color, font, List.of(lines));
    }
}
