package upsampling.grader.jail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Namespaces and a new root by util-linux alone: `jail.sh` does the mounting, inside. The administrator needs no user namespace and gives the program a user of its own;
/// for anybody else a user namespace makes the mounts possible.
public record UnshareJail() implements Jail {
    private static final List<String> NEEDED = List.of("unshare", "mount", "umount", "pivot_root", "setpriv", "prlimit");

    @Override
    public String name() {
        return "unshare";
    }

    @Override
    public int tier() {
        return 2;
    }

    @Override
    public String obstacle() {
        if (!System.getProperty("os.name").equals("Linux")) return "namespaces are a thing of Linux";
        List<String> missing = NEEDED.stream().filter(tool -> Tools.find(tool) == null).toList();
        return missing.isEmpty() ? "" : String.join(", ", missing) + " missing (package util-linux)";
    }

    @Override
    public List<String> command(JailedProgram program, int slot, Path scratch) {
        List<String> command = new ArrayList<>(List.of("unshare"));
        if (!Tools.isRoot()) command.addAll(List.of("--user", "--map-root-user"));
        command.addAll(List.of("--mount", "--pid", "--net", "--ipc", "--uts", "--fork", "--kill-child=KILL", "--", "/bin/sh", Resource.file("jail.sh").toString(),
            program.root().path().toString(), Integer.toString(program.scratchMebibytes())));
        command.addAll(program.inRoot(slot));
        return command;
    }
}
