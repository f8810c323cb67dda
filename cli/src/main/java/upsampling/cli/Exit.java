package upsampling.cli;

/// Exit codes of the `course` command; the same four everywhere, so that scripts and CI can rely on them.
final class Exit {
    /// Everything was done.
    static final int OK = 0;
    /// It ran, and a person has to look: a lesson failed, a test failed, a tool is missing.
    static final int PERSON = 10;
    /// Something around the course does not work: no network, no Python, a full disk. Worth trying again.
    static final int INFRASTRUCTURE = 20;
    /// The command line was wrong. Not worth trying again.
    static final int USAGE = 30;

    private Exit() { }
}
