package dev.glassheap.runtime.gc;

/** The collector's lists are broken: an invariant does not hold. */
public final class GcException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GcException(String message) {
        super(message);
    }
}
