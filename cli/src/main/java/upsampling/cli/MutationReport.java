package upsampling.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// What mutation testing of the reference solutions gave: how good the graded tests are.
///
/// @param mutants how many there were
/// @param killed how many the tests noticed: an assertion, an exception, a loop without end
/// @param survivors those they did not notice
/// @param testRuns how many tests PIT has run on them, all together
record MutationReport(int mutants, int killed, List<Mutant> survivors, int testRuns) {

    /// A mutant that survived.
    ///
    /// @param name lesson and class, method and mutator, such as `lesson01.Reference outputSize ConditionalsBoundary`
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
        int testRuns = 0;
        List<Mutant> survivors = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element mutation = (Element) nodes.item(i);
            testRuns += Integer.parseInt(mutation.getAttribute("numberOfTestsRun"));
            if (mutation.getAttribute("detected").equals("true")) killed++;
            else survivors.add(new Mutant(name(mutation), Integer.parseInt(text(mutation, "lineNumber"))));
        }
        return new MutationReport(nodes.getLength(), killed, List.copyOf(survivors), testRuns);
    }

    private static String name(Element mutation) {
        String mutator = text(mutation, "mutator").replaceFirst(".*\\.", "").replaceFirst("(Mutator)?(_.*)?$", "");
        return text(mutation, "mutatedClass").replaceFirst(".*\\.(?=[^.]*\\.)", "") + " " + text(mutation, "mutatedMethod") + " " + mutator;
    }

    private static String text(Element mutation, String tag) {
        return mutation.getElementsByTagName(tag).item(0).getTextContent();
    }

    /// Returns the share of the killed in percent, of the mutants that are not excused.
    double share(int excused) {
        return mutants == excused ? 0 : 100.0 * killed / (mutants - excused);
    }
}
