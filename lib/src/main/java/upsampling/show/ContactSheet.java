package upsampling.show;

import java.util.List;

/// Small pictures with a word above each, in rows of equal places: the still form of everything that moves.
///
/// @param words what stands above each picture; as many as pictures
/// @param across how many stand in a row, >= 1; fewer, if so many do not fit
record ContactSheet(List<String> words, List<Tile> pictures, int across) implements Tile {
    private static final int SIDE = 14;
    private static final int TITLE = 22;
    private static final int BELOW = 8;

    ContactSheet {
        words = List.copyOf(words);
        pictures = List.copyOf(pictures);
    }

    /// Returns a sheet with as many pictures in a row as fit.
    static ContactSheet fitting(List<String> words, List<Tile> pictures) {
        return new ContactSheet(words, pictures, pictures.size());
    }

    // what does not fit the width of a figure goes into the next row
    private int columns() {
        return Math.clamp((Shown.MOST_WIDTH + SIDE) / place(), 1, Math.min(across, pictures.size()));
    }

    @Override
    public int width() {
        return place() * columns() - SIDE;
    }

    @Override
    public int height() {
        return placeHeight() * Math.ceilDiv(pictures.size(), columns()) - BELOW;
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        int width = place();
        int columns = columns();
        for (int i = 0; i < pictures.size(); i++) {
            int left = x + i % columns * width;
            int top = y + i / columns * placeHeight();
            sheet.text(words.get(i), left, top + 14, 0, Type.SMALL, Ink.QUIET);
            pictures.get(i).paint(sheet, left, top + TITLE);
        }
    }

    @Override
    public void digest(ValueDigest d) {
        d.text("sheet").counts(across, pictures.size());
        for (int i = 0; i < pictures.size(); i++) {
            d.text(words.get(i));
            pictures.get(i).digest(d);
        }
    }

    private int place() {
        double most = 0;
        for (String word : words) most = Math.max(most, Type.width(word, Type.SMALL));
        for (Tile picture : pictures) most = Math.max(most, picture.width());
        return (int) Math.ceil(most) + SIDE;
    }

    private int placeHeight() {
        int most = 0;
        for (Tile picture : pictures) most = Math.max(most, picture.height());
        return most + TITLE + BELOW;
    }
}
