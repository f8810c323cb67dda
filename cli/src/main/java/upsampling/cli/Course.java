package upsampling.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line of the course: `./course COMMAND`.
@Command(
    name = "course",
    description = "Learnable upsampling, by hand, in Java.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
        "",
        "Start here: ./course lab opens the lessons in JupyterLab; ./course run needs no browser and no Python.",
        "Exit codes: 0 fine, 10 a person has to look, 20 infrastructure (try again), 30 wrong usage.",
        "Completion: source <(./course completion)"
    },
    subcommands = {
        LabCommand.class,
        RunCommand.class,
        StartCommand.class,
        CheckCommand.class,
        HintCommand.class,
        SolutionCommand.class,
        HuntCommand.class,
        ProgressCommand.class,
        GradeCommand.class,
        TestCommand.class,
        ReleaseCommand.class,
        BenchCommand.class,
        DoctorCommand.class,
        KernelCommand.class,
        CommandLine.HelpCommand.class,
    })
public final class Course implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "course: which command? " + typed("course lab") + " opens the lessons");
    }

    /// Prints a completion script for bash and zsh.
    @Command(name = "completion", description = "Prints a completion script for bash and zsh.", mixinStandardHelpOptions = true)
    void completion() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("course", spec.root().commandLine()));
        out.println("complete -F _complete_course -o default ./course");
        out.flush();
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Course());
        line.setExitCodeExceptionMapper(e -> e instanceof Failure f ? f.exitCode() : Exit.INFRASTRUCTURE);
        line.setParameterExceptionHandler((e, args) -> {
            CommandLine command = e.getCommandLine();
            command.getErr().println(e.getMessage());
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
                command.getErr().println("Try: " + typed(command.getCommandSpec().qualifiedName()) + " --help");
            }
            return Exit.USAGE;
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof Failure f) {
                command.getErr().println("course: " + f.getMessage());
                return f.exitCode();
            }
            command.getErr().println("course: " + e + " (this is a mistake in the course; the trace is below)");
            e.printStackTrace(command.getErr());
            return Exit.INFRASTRUCTURE;
        });
        return line;
    }

    /// Returns a command as one types it in the checkout.
    private static String typed(String command) {
        return Place.isWindows() ? command : "./" + command;
    }

    /// Runs a command and ends the JVM with its exit code.
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }
}
