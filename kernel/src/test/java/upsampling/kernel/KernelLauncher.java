package upsampling.kernel;

/// Stands for a Jupyter server: starts the command it is given and waits for it.
public final class KernelLauncher {
    private KernelLauncher() { }

    /// @param command the command
    public static void main(String[] command) throws Exception {
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
