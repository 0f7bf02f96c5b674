package dev.glassheap.kernel.wire;

/** Frames that are no message of the protocol, or not from somebody who knows the key. They are logged and dropped. */
public final class MalformedFramesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. Never quotes what the frames hold: they may be long, binary, or hostile to a terminal. */
    public MalformedFramesException(String message) {
        super(message);
    }

    /** What is wrong, and what found it. */
    public MalformedFramesException(String message, Throwable cause) {
        super(message, cause);
    }
}
