package upsampling.grader.jail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A user of its own for each program: for a grader that the administrator starts on a machine without namespaces, as in a container. The kernel ignores a limit
/// on processes for the administrator, so the user is changed first.
public record UidJail() implements Jail {
    @Override
    public String name() {
        return "uid";
    }

    @Override
    public int tier() {
        return 1;
    }

    @Override
    public String obstacle() {
        if (!Tools.isRoot()) return "only the administrator can change to another user";
        return Tools.find("setpriv") == null || Tools.find("prlimit") == null ? "setpriv and prlimit are missing (package util-linux)" : "";
    }

    @Override
    public List<String> command(JailedProgram program, int slot, Path scratch) {
        List<String> command = new ArrayList<>(Users.withoutRights("setpriv", slot));
        command.addAll(Limits.command("prlimit"));
        command.addAll(program.command(program.root().java().toString(), program.root().jar().toString(), scratch.toString()));
        return command;
    }

    /// What an answer has started may have lost its parent and be nobody's child; but it cannot change its user, and nobody else has that one.
    @Override
    public void sweep(int slot, Path scratch) {
        Users.endAll(slot);
    }
}
