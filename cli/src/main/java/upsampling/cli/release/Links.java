package upsampling.cli.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks at the links of Markdown pages and of the text of lessons: each leads to a file or a folder that is there.
final class Links {
    private static final Pattern LINK = Pattern.compile("(?:]\\(|(?:src|href)=\\\\?\")([^)\\s#\"\\\\]+)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");
    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*|[$'].*");

    private Links() { }

    /// @throws Refused if a page links to what is not there; the message names all such links
    static void check(List<Released> release) {
        Set<String> there = Released.places(release);
        List<String> dead = new ArrayList<>();
        for (Released page : release) {
            if (!page.path().endsWith(".md")) continue;
            Matcher link = LINK.matcher(CODE.matcher(page.text()).replaceAll(""));
            while (link.find()) {
                String target = link.group(1);
                if (ADDRESS.matcher(target).matches()) continue;
                Path to = Path.of(page.path()).resolveSibling(target).normalize();
                if (!there.contains(to.toString())) dead.add(page.path() + " -> " + target);
            }
        }
        if (!dead.isEmpty()) {
            throw new Refused("links of the release would lead nowhere: " + Checkout.some(dead) + ". Put what links there between the lines " + Pages.BEGIN + " and " + Pages.END);
        }
    }
}
