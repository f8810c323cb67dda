package upsampling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Reads what Maven's test runs have written: one XML file for each test class.
final class TestReports {
    /// One test that was run.
    ///
    /// @param message the first line of what went wrong, or the reason for skipping; empty when it passed
    record Case(String module, String className, String name, Status status, String message, double seconds) { }

    enum Status { PASSED, FAILED, ERROR, SKIPPED }

    private TestReports() { }

    /// Returns the report folders of all modules of a checkout.
    private static List<Path> folders(Path root) {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(m -> m.resolve("target/surefire-reports")).filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes the reports of earlier runs, so that only this run's are read.
    static void clear(Path root) {
        for (Path folder : folders(root)) {
            for (Path file : files(folder)) {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /// Returns all tests of the last run.
    static List<Case> read(Path root) {
        List<Case> cases = new ArrayList<>();
        for (Path folder : folders(root)) {
            String module = root.relativize(folder).getName(0).toString();
            for (Path file : files(folder)) read(module, file, cases);
        }
        return cases;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String module, Path file, List<Case> cases) {
        NodeList nodes;
        try {
            nodes = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getElementsByTagName("testcase");
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw Failure.infrastructure("the test report " + file + " cannot be read: " + e.getMessage());
        }
        for (int i = 0; i < nodes.getLength(); i++) {
            Element test = (Element) nodes.item(i);
            Status status = has(test, "failure") ? Status.FAILED : has(test, "error") ? Status.ERROR : has(test, "skipped") ? Status.SKIPPED : Status.PASSED;
            cases.add(new Case(module, test.getAttribute("classname"), test.getAttribute("name"), status, message(test),
                Double.parseDouble(test.getAttribute("time").replace(",", ""))));
        }
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }

    private static String message(Element test) {
        for (String kind : List.of("failure", "error", "skipped")) {
            if (!has(test, kind)) continue;
            Element e = (Element) test.getElementsByTagName(kind).item(0);
            String text = e.getAttribute("message").isEmpty() ? e.getTextContent() : e.getAttribute("message");
            return text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("no message");
        }
        return "";
    }
}
