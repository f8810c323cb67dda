package upsampling.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import upsampling.kernel.spec.AotCache;
import upsampling.kernel.spec.ForeignKernelException;
import upsampling.kernel.spec.KernelSpec;

/// `course kernel`: the Java kernel for other front ends.
@Command(name = "kernel", description = "Installs the Java kernel for VS Code, IntelliJ or a Jupyter of your own.", mixinStandardHelpOptions = true,
    subcommands = KernelCommand.Install.class)
final class KernelCommand implements Runnable {
    private static final Duration CACHE_PATIENCE = Duration.ofMinutes(2);

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "course kernel: say what to do: install");
    }

    /// Installs the kernel into a folder of kernel specs that belongs to the course.
    static void installInto(Place place, Path kernels, Progress progress) {
        if (!Files.exists(place.kernelJar())) throw Failure.infrastructure("the kernel is not built: " + place.kernelJar() + " is missing");
        install(place, kernels, KernelSpec.NAME, true, progress);
    }

    private static Path install(Place place, Path kernels, String name, boolean force, Progress progress) {
        try {
            KernelSpec spec = KernelSpec.of(Place.javaHome(), place.kernelJar());
            return spec.withMoreFlags(quickStart(spec, progress)).install(kernels, name, force);
        } catch (ForeignKernelException e) {
            throw Failure.usage(e.folder() + " is a kernel that is not ours; it was left alone. Give another --name, or --force to replace it");
        } catch (IOException e) {
            throw Failure.infrastructure("the kernel cannot be installed in " + kernels + ": " + e.getMessage());
        }
    }

    /// The flags for quick starts. They need a cache, which is made the first time and after a build; without it the kernel works as well.
    private static List<String> quickStart(KernelSpec spec, Progress progress) {
        try {
            AotCache cache = AotCache.of(spec);
            if (!cache.isCurrent() && !cache.hasFailed()) {
                if (!Files.isWritable(cache.file().getParent())) {
                    progress.line("The kernel will start a little slower: " + cache.file().getParent() + " cannot be written to.");
                    return List.of();
                }
                progress.line("Preparing the kernel for quick starts (once, 20 to 60 s) ...");
                cache.make(CACHE_PATIENCE);
            }
            return cache.flags();
        } catch (IOException e) {
            progress.line("The kernel will start a little slower, its cache cannot be made: " + e.getMessage());
            return List.of();
        }
    }

    /// `course kernel install`.
    @Command(name = "install", description = "Installs the kernel for this user.", mixinStandardHelpOptions = true)
    static final class Install implements Callable<Integer> {
        @Option(names = "--user", required = true, description = "Into this user's folder of Jupyter kernels.")
        private boolean user;

        @Option(names = "--name", paramLabel = "N", description = "Name of the kernel (default: ${DEFAULT-VALUE}; the lessons ask for \"java\").", defaultValue = "java")
        private String name;

        @Option(names = "--force", description = "Replace a kernel of that name that is not ours, without asking.")
        private boolean force;

        @Override
        public Integer call() {
            Place place = Place.find();
            if (!name.matches("[A-Za-z0-9._-]+")) throw Failure.usage("--name may have letters, digits, dot, minus and underscore, but was \"" + name + "\"");
            Path kernels = userKernels();
            boolean replace = force || isForeign(kernels.resolve(name)) && asksToReplace(kernels.resolve(name));
            Path installed;
            try (Progress progress = new Progress()) {
                installed = KernelCommand.install(place, kernels, name, replace, progress);
            }
            System.out.println("Installed " + installed + ", which starts " + place.kernelJar() + ".");
            System.out.println("It needs this checkout: after moving it, run this command again.");
            return Exit.OK;
        }

        private static boolean isForeign(Path spec) {
            try {
                return Files.exists(spec) && !KernelSpec.isOurs(spec);
            } catch (IOException e) {
                throw Failure.infrastructure(spec + " cannot be read: " + e.getMessage());
            }
        }

        private static boolean asksToReplace(Path spec) {
            if (System.console() == null || !System.console().isTerminal()) return false;
            String answer = System.console().readLine("%s is a kernel that is not ours. Replace it? [y/N] ", spec);
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        }

        private static Path userKernels() {
            String data = System.getenv("JUPYTER_DATA_DIR");
            if (data != null && !data.isEmpty()) return Path.of(data, "kernels");
            String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            Path home = Path.of(System.getProperty("user.home"));
            if (os.contains("win") && System.getenv("APPDATA") != null) return Path.of(System.getenv("APPDATA"), "jupyter", "kernels");
            if (os.contains("mac")) return home.resolve("Library/Jupyter/kernels");
            String xdg = System.getenv("XDG_DATA_HOME");
            return (xdg == null || xdg.isEmpty() ? home.resolve(".local/share") : Path.of(xdg)).resolve("jupyter/kernels");
        }
    }
}
