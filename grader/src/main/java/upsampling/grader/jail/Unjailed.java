package upsampling.grader.jail;

import java.nio.file.Path;
import java.util.List;

/// No wall but the second virtual machine: for Windows and macOS, and for grading one's own work.
public record Unjailed() implements Jail {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public int tier() {
        return 0;
    }

    @Override
    public String obstacle() {
        return "";
    }

    @Override
    public List<String> command(JailedProgram program, int slot, Path scratch) {
        return program.command(program.root().java().toString(), program.root().jar().toString(), scratch.toString());
    }
}
