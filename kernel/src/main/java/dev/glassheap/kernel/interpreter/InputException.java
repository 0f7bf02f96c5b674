package dev.glassheap.kernel.interpreter;

/** {@link OutputSink#input} ended without an answer. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why no answer came. */
    public enum Reason {
        /** The request said {@code allow_stdin: false}: the front end has no means to ask. */
        NOT_ALLOWED,
        /** The cell was interrupted while it waited. {@link Interpreter#interrupt} has been called too. */
        INTERRUPTED,
        /** The kernel is shutting down. */
        SHUTDOWN
    }

    private final Reason reason;

    /** An input that ended for this reason. */
    public InputException(Reason reason) {
        super(switch (reason) {
            case NOT_ALLOWED -> "the front end does not allow input";
            case INTERRUPTED -> "interrupted while waiting for input";
            case SHUTDOWN -> "the kernel ended while waiting for input";
        });
        this.reason = reason;
    }

    /** Why no answer came. */
    public Reason reason() {
        return reason;
    }
}
