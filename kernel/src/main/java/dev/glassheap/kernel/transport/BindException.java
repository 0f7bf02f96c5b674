package dev.glassheap.kernel.transport;

/** A socket could not be bound where the connection file says. */
public final class BindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BindException(String message, Throwable cause) {
        super(message, cause);
    }

    BindException(String message) {
        super(message);
    }
}
