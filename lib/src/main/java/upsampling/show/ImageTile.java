package upsampling.show;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/// An image, enlarged by whole factors and never smoothed; one that is wider than a figure is made smaller.
record ImageTile(BufferedImage source) implements Tile {
    private static final int COMFORTABLE = 320;
    private static final int MOST = Shown.MOST_WIDTH;

    @Override
    public int width() {
        return fits() ? source.getWidth() * zoom() : MOST;
    }

    @Override
    public int height() {
        return fits() ? source.getHeight() * zoom() : Math.max(1, (int) Math.round((double) source.getHeight() * MOST / source.getWidth()));
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        sheet.graphics().setRenderingHint(RenderingHints.KEY_INTERPOLATION,
            fits() ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        sheet.graphics().drawImage(source, x, y, width(), height(), null);
    }

    @Override
    public void digest(ValueDigest d) {
        int[] pixels = source.getRGB(0, 0, source.getWidth(), source.getHeight(), null, 0, source.getWidth());
        d.text("image").counts(source.getWidth(), source.getHeight(), Arrays.hashCode(pixels));
    }

    private boolean fits() {
        return source.getWidth() <= MOST;
    }

    private int zoom() {
        return Math.max(1, COMFORTABLE / Math.max(source.getWidth(), source.getHeight()));
    }
}
