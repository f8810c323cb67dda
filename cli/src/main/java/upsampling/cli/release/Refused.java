package upsampling.cli.release;

/// Says why no release is made, in words for the teacher: what is in the way, and what to do.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message, null, false, false);
    }
}
