package upsampling.cli;

import com.google.gson.GsonBuilder;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import upsampling.backend.cuda.CudaProbe;

/// `course doctor`: what is here, what is missing, and how to get it.
@Command(name = "doctor", description = "Says what is installed, what is missing and how to get it, and which backend computes.", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    /// One line of the report. `fix` is empty when nothing has to be done.
    private record Finding(String what, boolean fine, String found, String fix) { }

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        Place place = Place.find();
        List<Finding> findings = List.of(java(), vector(), maven(place), python(), jupyter(place), kernel(place), fonts(), work(place), backend(), gpu());
        boolean fine = findings.stream().allMatch(Finding::fine);
        if (json) System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(toMap(findings, fine)));
        else print(findings, fine);
        return fine ? Exit.OK : Exit.PERSON;
    }

    private static Finding java() {
        return new Finding("Java", true, System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vendor") + ")", "");
    }

    private static Finding vector() {
        boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
            || java.lang.module.ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent();
        return new Finding("Vector API", there, there ? "jdk.incubator.vector is in this JDK; the kernel switches it on" : "not in this JDK",
            there ? "" : "use a full JDK 25, such as Temurin");
    }

    private static Finding maven(Place place) {
        List<String> said = new ArrayList<>();
        String version = "";
        try {
            Children.run(List.of(Place.maven(), "-B", "-v"), place.root(), Map.of(), said::add);
            version = said.stream().filter(l -> l.contains("Apache Maven")).findFirst().orElse("").replaceAll("\\e\\[[0-9;]*m", "");
        } catch (Failure e) {
            // it is not there; said below
        }
        return new Finding("Maven", !version.isEmpty(), version.isEmpty() ? "missing" : version, version.isEmpty() ? "install Maven 3.8 or newer" : "");
    }

    private static Finding python() {
        boolean there = PythonEnvironment.findPython().isPresent();
        return new Finding("Python", there, there ? "3.10 or newer" : "missing, so no JupyterLab; ./course run needs none", there ? "" : "install Python 3.10 or newer");
    }

    private static Finding jupyter(Place place) {
        PythonEnvironment environment = PythonEnvironment.of(place);
        boolean ready = environment.isReady();
        return new Finding("JupyterLab", true, ready ? "in " + environment.folder() : "not installed yet; ./course lab does it", "");
    }

    private static Finding kernel(Place place) {
        boolean there = Files.exists(place.kernelJar());
        return new Finding("Kernel", there, there ? place.kernelJar().toString() : "missing", there ? "" : "run ./course again: it builds what is missing");
    }

    private static Finding fonts() {
        try {
            int families = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
            return new Finding("Fonts", families > 0, families + " families", families > 0 ? "" : "install a font (Debian and Ubuntu: apt install fonts-liberation)");
        } catch (RuntimeException | Error e) { // no fontconfig
            return new Finding("Fonts", false, "Java finds none: " + e.getMessage(), "install fonts (Debian and Ubuntu: apt install fontconfig fonts-liberation)");
        }
    }

    private static Finding work(Place place) {
        boolean inCheckout = place.data().equals(place.root());
        return new Finding("Your files", true, place.work() + (inCheckout ? "" : " (the checkout cannot be written to)"), "");
    }

    private static Finding backend() {
        return new Finding("Backend", true, "scalar: plain loops, the same digits on every machine", "");
    }

    /// A course without a GPU is complete, so its lack is no fault.
    private static Finding gpu() {
        return switch (CudaProbe.ask()) {
            case CudaProbe.Ready ready -> new Finding("GPU", true, ready + "; a cell uses it with x.to(Backends.cuda())", "");
            case CudaProbe.Missing missing -> new Finding("GPU", true, "none: " + missing + "; everything runs without", "");
        };
    }

    private static void print(List<Finding> findings, boolean fine) {
        for (Finding f : findings) {
            System.out.printf("%s %-11s %s%n", f.fine() ? "✓" : "✗", f.what(), f.found());
            if (!f.fix().isEmpty()) System.out.printf("  %-11s → %s%n", "", f.fix());
        }
        System.out.println(fine ? "Everything is here." : "Something is missing; the arrows say what to do.");
    }

    private static Map<String, Object> toMap(List<Finding> findings, boolean fine) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("fine", fine);
        document.put("findings", findings);
        return document;
    }
}
