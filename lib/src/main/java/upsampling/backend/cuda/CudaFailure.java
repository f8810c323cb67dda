package upsampling.backend.cuda;

/// The device, or its driver, has failed. The message names what was asked for last.
public final class CudaFailure extends IllegalStateException {
    private static final long serialVersionUID = 1;

    CudaFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
