/// Pictures, charts, tables, steppers and cards: the visual language of the course.
///
/// Hue says what a thing *is* ({@link Ink}), lightness how *much* it is ({@link Ramp}), the number says it exactly. A picture is made of
/// {@link Tile}s, drawn on a {@link Sheet} of paper that brings its own background, so it looks the same in light and dark themes.
/// {@link Show#show(Object)} is the way from a cell to whatever shows things.
///
/// Every output carries a hash of what it *says* ({@link ValueDigest}): values, titles, scale, rings, caption. Fonts differ between machines
/// and with them the pixels; the hash does not.
package upsampling.show;
