package upsampling.show;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the hash of what an output says.
final class Hashes {
    private static final Pattern VALUES = Pattern.compile("^<\\w+ data-lu-values=\"([0-9a-f]{16})\"");

    private Hashes() { }

    static String of(Shown shown) {
        Matcher found = VALUES.matcher(shown.html());
        if (!found.find()) fail("the outer element has no data-lu-values: " + shown.html().substring(0, Math.min(80, shown.html().length())));
        return found.group(1);
    }

    static String of(Tile tile) {
        ValueDigest digest = new ValueDigest("test");
        tile.digest(digest);
        return digest.hex();
    }
}
