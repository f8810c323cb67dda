package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultReportTest {
    private static final Excuses NONE = new Excuses("faults.txt", List.of());

    @TempDir
    private Path checkout;

    @Test
    void aSurvivorIsAProblemUnlessItIsListed() {
        List<String> lines = List.of("caught 01-a one AvgPool2d offset", "WARNING: of the JVM", "survived 01-a two AvgPool2d offset");
        assertEquals(new FaultReport(2, 1, 0, List.of("no claim notices: 01-a two AvgPool2d offset")), FaultReport.of(lines, NONE));
        Excuses listed = new Excuses("faults.txt", List.of("01-a two AvgPool2d offset | it is about a shape"));
        assertEquals(new FaultReport(2, 1, 1, List.of()), FaultReport.of(lines, listed));
    }

    @Test
    void whatFailsWithoutAFaultIsAProblem() {
        assertEquals(List.of("fails without a fault: 01-a one CompileError: no"), FaultReport.of(List.of("broken 01-a one CompileError: no"), NONE).problems());
    }

    @Test
    void aCaughtFaultMustNotBeListed() {
        Excuses listed = new Excuses("faults.txt", List.of("01-a one AvgPool2d offset | it is about a shape"));
        assertEquals(List.of("faults.txt excuses what does not survive: 01-a one AvgPool2d offset"),
            FaultReport.of(List.of("caught 01-a one AvgPool2d offset"), listed).problems());
    }

    @Test
    void theReportsOfAllLessonsAreOne() throws IOException {
        Place place = new Place(checkout, checkout);
        FaultReport.write(checkout, "01-a", List.of("caught 01-a one AvgPool2d offset"));
        FaultReport.write(checkout, "02-b", List.of("survived 02-b one Resize flipped"));
        Path list = checkout.resolve(FaultReport.LIST);
        Files.createDirectories(list.getParent());
        Files.writeString(list, "02-b one Resize flipped | a mirror image is as good\n");
        assertEquals("✓ faults in the library                   1 of 2 caught by claims, 1 listed with a reason", FaultReport.read(place).toText());
        FaultReport.clear(place);
        assertEquals("✗ faults in the library                   0 of 0 caught by claims, 0 listed with a reason\n  no fault was tried; the log of the tests says why",
            FaultReport.read(place).toText().replace(System.lineSeparator(), "\n"));
    }
}
