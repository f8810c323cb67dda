package upsampling.show;

import org.jfree.chart.ui.TextAnchor;

/// Where the name of a curve stands, seen from the point that it names.
public enum Place {
    LEFT(TextAnchor.CENTER_RIGHT, 0),
    RIGHT(TextAnchor.CENTER_LEFT, 0),
    ABOVE(TextAnchor.BOTTOM_CENTER, 3),
    BELOW(TextAnchor.TOP_CENTER, -3),
    ABOVE_LEFT(TextAnchor.BOTTOM_RIGHT, 3),
    ABOVE_RIGHT(TextAnchor.BOTTOM_LEFT, 3),
    BELOW_LEFT(TextAnchor.TOP_RIGHT, -3),
    BELOW_RIGHT(TextAnchor.TOP_LEFT, -3);

    /// The part of the name that touches the point.
    final TextAnchor anchor;

    /// Pixels between the point and a name above or below it.
    final int lift;

    Place(TextAnchor anchor, int lift) {
        this.anchor = anchor;
        this.lift = lift;
    }

    /// Returns whether the name lies right of the point, so that it needs room there.
    boolean isRight() {
        return this == RIGHT || this == ABOVE_RIGHT || this == BELOW_RIGHT;
    }
}
