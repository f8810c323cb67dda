package upsampling.grader.jail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The walls that the machine of a test lets anybody raise. Whether it does is found out with the system's tools alone, so that a mistake of ours is never taken for a machine that cannot.
final class OfferedWalls {
    private static final String CONTAINER = """
        # a container of one program, with limits
        root=$(mktemp -d)
        chmod 755 "$root"
        for file in $(command -v env) $(ldd "$(command -v env)" | grep -o '/[^ ]*'); do mkdir -p "$root$(dirname "$file")"; cp -L "$file" "$root$file"; done
        runtime=; if command -v runc; then runtime='--runtime runc'; fi
        podman $runtime run --rm --network none --pull never --log-driver none --memory 64m --memory-swap 64m --pids-limit 64 --cpus 1 --user 30001:30001 \
            --ulimit nofile=64:64 --ulimit nproc=64:64 --rootfs "$root" "$(command -v env)"
        code=$?
        rm -rf "$root"
        exit $code
        """;

    private OfferedWalls() { }

    /// Returns them, and prints why others are left out.
    static Stream<Jail> list() {
        return Walls.all().stream().filter(jail -> {
            String obstacle = !jail.obstacle().isEmpty() ? jail.obstacle() : works(bare(jail)) ? "" : "this machine does not let " + String.join(" ", bare(jail)).lines().findFirst().orElseThrow();
            if (!obstacle.isEmpty()) System.out.println("wall " + jail.name() + " is not tried: " + obstacle);
            return obstacle.isEmpty();
        });
    }

    /// Returns the bare minimum of what a wall does, as a command.
    private static List<String> bare(Jail jail) {
        boolean isRoot = Tools.isRoot();
        List<String> command = new ArrayList<>();
        switch (jail) {
            case UnshareJail _ -> {
                command.addAll(List.of("unshare", "--mount", "--pid", "--net", "--ipc", "--uts", "--fork"));
                if (!isRoot) command.addAll(List.of("--user", "--map-root-user"));
                command.addAll(List.of("sh", "-c", "mount -t tmpfs none /mnt && mkdir /mnt/p && mount -t proc proc /mnt/p"));
            }
            case BwrapJail _ -> {
                command.addAll(List.of("bwrap", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"));
                if (!isRoot) command.add("--unshare-user");
                command.addAll(List.of("--ro-bind", "/", "/", "--tmpfs", "/tmp", "--proc", "/proc", "true"));
            }
            case UidJail _ -> command.addAll(List.of("setpriv", "--reuid=30001", "--regid=30001", "--clear-groups", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", "true"));
            case ContainerJail _ -> command.addAll(List.of("sh", "-c", CONTAINER));
            default -> command.add("true");
        }
        return command;
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
