package upsampling.cli.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Takes modules out of Maven's files. The text is changed, not written anew, so that comments and layout stay.
final class Poms {
    private static final Pattern EMPTY_LIST = Pattern.compile("(?s)[ \\t]*<(modules|dependencies)>(?:\\s|<!--(?:(?!-->).)*-->)*</\\1>[ \\t]*\\R?");
    private static final Pattern EMPTY_PROFILE = Pattern.compile("(?s)[ \\t]*<profile>(?:\\s|<!--(?:(?!-->).)*-->|<id>[^<]*</id>|<activation>(?:(?!</activation>).)*</activation>)*</profile>[ \\t]*\\R?");
    private static final Pattern EMPTY_PROFILES = Pattern.compile("(?s)\\R?[ \\t]*<profiles>(?:\\s|<!--(?:(?!-->).)*-->)*</profiles>[ \\t]*\\R?");

    private Poms() { }

    /// Returns a pom without modules: their lines, the dependencies on them, and profiles of which nothing is left.
    ///
    /// @param modules the folders that are left out, such as `solutions`
    static String without(String pom, Set<String> modules) {
        String text = pom;
        for (String module : modules) {
            String name = Pattern.quote(module);
            text = text.replaceAll("[ \\t]*<module>\\s*" + name + "\\s*</module>[ \\t]*\\R?", "");
            text = text.replaceAll("(?s)[ \\t]*<dependency>(?:(?!</dependency>).)*<artifactId>\\s*upsampling-" + name + "\\s*</artifactId>(?:(?!</dependency>).)*</dependency>[ \\t]*\\R?", "");
        }
        if (text.equals(pom)) return pom;
        text = EMPTY_LIST.matcher(text).replaceAll("");
        text = EMPTY_PROFILE.matcher(text).replaceAll("");
        return EMPTY_PROFILES.matcher(text).replaceAll("\n");
    }

    /// Checks the poms of a release: the parent's modules are there, and nothing names a module that is not.
    ///
    /// @throws Refused if not, or if one is no XML
    static void check(List<Released> release) {
        Set<String> folders = new TreeSet<>();
        for (Released file : release) if (file.path().endsWith("/pom.xml")) folders.add(file.path().replaceFirst("/pom.xml$", ""));
        Released parent = release.stream().filter(file -> file.path().equals("pom.xml")).findFirst().orElseThrow(() -> new Refused("the course has no pom.xml"));
        for (String module : texts(parse(parent), "module")) {
            if (!folders.contains(module)) throw new Refused("pom.xml of the release would name the module " + module + ", which is left out");
        }
        for (Released file : release) {
            if (!file.path().matches("[^/]+/pom.xml")) continue;
            for (String artifact : texts(parse(file), "artifactId")) {
                String module = artifact.replaceFirst("^upsampling-", "");
                if (!module.equals(artifact) && !folders.contains(module)) throw new Refused(file.path() + " of the release would need " + artifact + ", which is left out");
            }
        }
    }

    private static Document parse(Released pom) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(pom.content()));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new Refused(pom.path() + " of the release would be no XML: " + e.getMessage());
        }
    }

    private static List<String> texts(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        return java.util.stream.IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent().strip()).toList();
    }
}
