package upsampling.cli;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `course lab`: JupyterLab on the learner's copies of the lessons.
@Command(
    name = "lab",
    description = {
        "Opens the lessons in JupyterLab.",
        "",
        "Makes .venv in the checkout with pinned JupyterLab (once), puts the Java kernel into that environment only, copies each lesson to work/notebooks (once;"
            + " your copies are never touched again), and opens the first one; later the one you left off with. Ctrl-C ends it."
    },
    mixinStandardHelpOptions = true)
final class LabCommand implements Callable<Integer> {
    private static final int FIRST_PORT = 8888;

    @Option(names = "--no-browser", description = "Do not open a browser; the address is printed.")
    private boolean noBrowser;

    @Option(names = "--port", paramLabel = "N", description = "Port of the server; without it the first free one from 8888 on.")
    private Integer port;

    @Override
    public Integer call() {
        Place place = Place.find();
        int freePort = choosePort();
        Map<String, String> environment = new HashMap<>();
        List<String> jupyter;
        try (Progress progress = new Progress()) {
            jupyter = prepareJupyter(place, environment, progress);
            tellAboutCopies(place, new LearnerCopies(place).refresh(), jupyter, environment, progress);
        }
        return start(place, jupyter, environment, freePort);
    }

    private int choosePort() {
        if (port != null) {
            if (port < 1 || port > 65535) throw Failure.usage("--port must be in 1..65535, but was " + port);
            if (!isFree(port)) throw Failure.usage("port " + port + " is in use: choose another one, or leave --port out to get a free one");
            return port;
        }
        for (int p = FIRST_PORT; p < FIRST_PORT + 100; p++) if (isFree(p)) return p;
        throw Failure.infrastructure("no port between " + FIRST_PORT + " and " + (FIRST_PORT + 99) + " is free: name one with --port");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /// Returns the command that stands for `python -m`, with the kernel installed where it looks.
    private static List<String> prepareJupyter(Place place, Map<String, String> environment, Progress progress) {
        PythonEnvironment python = PythonEnvironment.of(place);
        try {
            python.install(progress);
        } catch (Failure noPackages) {
            if (!isOnPath("jupyter-lab")) {
                throw Failure.infrastructure(noPackages.getMessage() + System.lineSeparator()
                    + "There is no Jupyter on the PATH either. The lessons also run without it: ./course run");
            }
            progress.line("course: " + noPackages.getMessage());
            progress.line("Taking the Jupyter found on the PATH.");
            installBeside(place, environment, progress);
            return List.of("jupyter");
        }
        if (Files.isWritable(python.folder())) KernelCommand.installInto(place, python.kernels(), progress);
        else installBeside(place, environment, progress);
        return List.of(python.python().toString(), "-m", "jupyter");
    }

    /// Installs the kernel where only this server looks, for a Jupyter that is not ours to change.
    private static void installBeside(Place place, Map<String, String> environment, Progress progress) {
        Path kernels = Place.make(place.data().resolve(".course/jupyter/kernels"));
        KernelCommand.installInto(place, kernels, progress);
        environment.put("JUPYTER_PATH", kernels.getParent().toString());
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        String name = Place.isWindows() ? program + ".exe" : program;
        return List.of(path.split(File.pathSeparator)).stream().filter(folder -> !folder.isEmpty())
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static void tellAboutCopies(Place place, LearnerCopies.Result copies, List<String> jupyter, Map<String, String> environment, Progress progress) {
        if (!copies.made().isEmpty()) {
            List<String> trust = new ArrayList<>(jupyter);
            trust.add("trust");
            copies.made().forEach(p -> trust.add(p.toString()));
            Children.run(trust, place.work(), environment, line -> { }); // the figures stay pictures if this fails; nothing is lost
        }
        for (Path copy : copies.outdated()) {
            progress.line("The course has a newer version of " + copy.getFileName() + ". Yours is kept; to get the new one, rename yours and start again.");
        }
    }

    private int start(Place place, List<String> jupyter, Map<String, String> environment, int freePort) {
        environment.put("COURSE_STATE", place.state().toString());
        environment.put("JUPYTERLAB_SETTINGS_DIR", settings(place).toString());
        environment.put("JUPYTERLAB_WORKSPACES_DIR", LabPage.workspaces(place).toString());
        List<String> command = new ArrayList<>(jupyter);
        command.addAll(List.of("lab", "--ServerApp.root_dir=" + place.work(), "--ServerApp.port=" + freePort, "--ServerApp.port_retries=0",
            opensWith(LabPage.of(place)), "--ip=127.0.0.1", "--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"));
        if (noBrowser) command.add("--no-browser");
        if ("root".equals(System.getProperty("user.name"))) command.add("--allow-root"); // containers; the server listens on this machine only
        int code = Children.run(command, place.work(), environment);
        if (code != 0 && code != 130 && code != 143) throw Failure.infrastructure("JupyterLab ended with code " + code);
        return Exit.OK;
    }

    /// Returns the option that decides which page the browser opens with and which address is printed. It is Lab's: Lab overwrites the server's.
    static String opensWith(String page) {
        return "--LabApp.default_url=" + page;
    }

    /// Settings of the course's own Lab, which the learner may change: no question about news, no look for updates, since a classroom may be offline; and
    /// pages such as the README, which lessons link to, open as a reader sees them.
    private static Path settings(Place place) {
        Path folder = place.state().resolve("lab-settings");
        setAtFirst(folder.resolve("@jupyterlab/apputils-extension/notification.jupyterlab-settings"), "{\"fetchNews\": \"false\", \"checkForUpdates\": false}\n");
        setAtFirst(folder.resolve("@jupyterlab/docmanager-extension/plugin.jupyterlab-settings"), "{\"defaultViewers\": {\"markdown\": \"Markdown Preview\"}}\n");
        return folder;
    }

    private static void setAtFirst(Path file, String settings) {
        if (Files.exists(file)) return;
        Place.make(file.getParent());
        Place.write(file, settings);
    }
}
