package upsampling.grader.jail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Namespaces and a new root by bubblewrap.
public record BwrapJail() implements Jail {
    @Override
    public String name() {
        return "bwrap";
    }

    @Override
    public int tier() {
        return 2;
    }

    @Override
    public String obstacle() {
        return Tools.find("bwrap") == null ? "bwrap is missing (package bubblewrap)" : "";
    }

    @Override
    public List<String> command(JailedProgram program, int slot, Path scratch) {
        List<String> command = new ArrayList<>(List.of("bwrap", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--die-with-parent", "--new-session"));
        if (Tools.isRoot()) command.addAll(List.of("--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"));
        else command.addAll(List.of("--unshare-user", "--cap-drop", "ALL"));
        command.addAll(List.of("--ro-bind", program.root().path().toString(), "/", "--size", Integer.toString(program.scratchMebibytes() << 20), "--perms", "1777", "--tmpfs", "/tmp",
            "--proc", "/proc"));
        for (String device : JailRoot.DEVICES) command.addAll(List.of("--dev-bind", "/dev/" + device, "/dev/" + device)); // without them a random number costs seconds
        command.addAll(List.of("--chdir", "/", "--"));
        command.addAll(program.inRoot(slot));
        return command;
    }
}
