package upsampling.show;

import java.awt.Color;
import java.awt.Font;
import java.util.List;

/// Lines of text in a picture.
record NoteTile(Color color, Font font, List<String> lines) implements Tile {
    private static final double LINE_HEIGHT = 1.4;
    private static final double FIRST_BASE = 1.05;

    @Override
    public int width() {
        double most = 0;
        for (String line : lines) most = Math.max(most, Type.width(line, font));
        return (int) Math.ceil(most);
    }

    @Override
    public int height() {
        return (int) Math.ceil(lines.size() * font.getSize2D() * LINE_HEIGHT);
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        for (int i = 0; i < lines.size(); i++) {
            sheet.text(lines.get(i), x, y + font.getSize2D() * (FIRST_BASE + LINE_HEIGHT * i), 0, font, color);
        }
    }

    @Override
    public void digest(ValueDigest d) {
        d.text("note").counts(lines.size());
        for (String line : lines) d.text(line);
    }
}
