package upsampling.show;

import java.util.List;

/// Tiles beside or below each other.
record TileGroup(List<Tile> tiles, int gap, boolean across) implements Tile {

    /// @throws IllegalArgumentException unless there is a tile
    TileGroup {
        if (tiles.isEmpty()) throw new IllegalArgumentException("Tile: a row or column needs at least one tile");
    }

    @Override
    public int width() {
        return across ? sum(widths()) : most(widths());
    }

    @Override
    public int height() {
        return across ? most(heights()) : sum(heights());
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        int left = x;
        int top = y;
        for (Tile tile : tiles) {
            tile.paint(sheet, left, across ? top + (height() - tile.height()) / 2 : top);
            if (across) left += tile.width() + gap;
            else top += tile.height() + gap;
        }
    }

    @Override
    public void digest(ValueDigest d) {
        d.text(across ? "row" : "column").counts(tiles.size());
        for (Tile tile : tiles) tile.digest(d);
    }

    private int[] widths() {
        return tiles.stream().mapToInt(Tile::width).toArray();
    }

    private int[] heights() {
        return tiles.stream().mapToInt(Tile::height).toArray();
    }

    private int sum(int[] sizes) {
        int total = gap * (sizes.length - 1);
        for (int size : sizes) total += size;
        return total;
    }

    private static int most(int[] sizes) {
        int most = 0;
        for (int size : sizes) most = Math.max(most, size);
        return most;
    }
}
