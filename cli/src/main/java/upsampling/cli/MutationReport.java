package upsampling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// What mutation testing of the reference solutions gave: how good the graded tests are.
///
/// PIT ends well when it has found no test at all, so nothing is taken from its exit code: without a mutant or without a test the gate fails.
///
/// @param mutants how many there were
/// @param killed how many the tests noticed: an assertion, an exception, a loop without end
/// @param survivors those they did not notice
/// @param examined how many tests PIT has run on them
record MutationReport(int mutants, int killed, List<Mutant> survivors, int examined) {
    /// The share of the killed that the gate asks for, in percent.
    static final double LEAST = 95;

    /// A mutant that survived.
    ///
    /// @param name class, method and mutator, such as `Reference outputSize ConditionalsBoundary`
    record Mutant(String name, int line) { }

    /// Reads PIT's `mutations.xml`.
    ///
    /// @throws Failure if there is none: PIT did not run
    static MutationReport read(Path file) {
        if (!Files.exists(file)) throw Failure.infrastructure("mutation testing wrote no " + file + "; the log of the tests says why");
        NodeList nodes;
        try {
            nodes = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getElementsByTagName("mutation");
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw Failure.infrastructure("the report " + file + " cannot be read: " + e.getMessage());
        }
        int killed = 0;
        int examined = 0;
        List<Mutant> survivors = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element mutation = (Element) nodes.item(i);
            examined += Integer.parseInt(mutation.getAttribute("numberOfTestsRun"));
            if (mutation.getAttribute("detected").equals("true")) {
                killed++;
                continue;
            }
            String name = simple(text(mutation, "mutatedClass")) + " " + text(mutation, "mutatedMethod") + " "
                + simple(text(mutation, "mutator")).replaceFirst("(Mutator)?(_.*)?$", "");
            survivors.add(new Mutant(name, Integer.parseInt(text(mutation, "lineNumber"))));
        }
        return new MutationReport(nodes.getLength(), killed, List.copyOf(survivors), examined);
    }

    private static String text(Element mutation, String tag) {
        return mutation.getElementsByTagName(tag).item(0).getTextContent();
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /// Returns the share of the killed in percent, of the mutants that are not excused.
    double share(int excused) {
        return mutants == excused ? 0 : 100.0 * killed / (mutants - excused);
    }

    /// Returns what is wrong, one sentence each; empty if the gate holds.
    ///
    /// @param excuses lines of `mutants.txt`: a survivor's name, a bar, and the reason
    List<String> problems(List<String> excuses) {
        if (mutants == 0) return List.of("PIT made no mutant of the references");
        if (examined == 0) return List.of("PIT ran no test on the mutants; it must run on JDK 25, as ./course does");
        List<String> problems = new ArrayList<>();
        List<Mutant> left = new ArrayList<>(survivors);
        for (String excuse : excuses) {
            int bar = excuse.indexOf('|');
            if (bar < 0 || excuse.substring(bar + 1).isBlank()) {
                problems.add("mutants.txt gives no reason: " + excuse);
                continue;
            }
            String name = excuse.substring(0, bar).strip();
            boolean found = left.removeIf(mutant -> mutant.name.equals(name));
            if (!found) problems.add("mutants.txt excuses a mutant that does not survive: " + name);
        }
        int excused = survivors.size() - left.size();
        double share = share(excused);
        if (share >= LEAST) return problems;
        problems.add(String.format(Locale.ROOT, "%.1f %% of the mutants are killed, at least %.0f %% are asked for", share, LEAST));
        for (Mutant mutant : left) problems.add("survives: " + mutant.name + ", line " + mutant.line);
        return problems;
    }

    /// Reads the lines of `mutants.txt` that excuse something.
    static List<String> excuses(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
