package upsampling.grader.intake;

/// Names that somebody else chose, in sentences for people: no line break, no control or direction mark, no end of the page.
final class Quoted {
    private static final int LONGEST = 160;

    private Quoted() { }

    static String of(String name) {
        var text = new StringBuilder();
        name.codePoints().limit(LONGEST).forEach(c -> {
            boolean plain = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE
                && Character.getType(c) != Character.LINE_SEPARATOR && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
            if (plain) text.appendCodePoint(c);
            else text.append(String.format("\\u%04x", c));
        });
        return name.codePointCount(0, name.length()) > LONGEST ? text + "..." : text.toString();
    }
}
