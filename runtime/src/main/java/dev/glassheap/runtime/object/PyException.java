package dev.glassheap.runtime.object;

import com.oracle.truffle.api.exception.AbstractTruffleException;

/**
 * A guest exception on its way up the Java stack. Owns one reference to the exception object.
 *
 * <p>Made by {@link Errors} (native code), by {@code raise}, and by nobody else. Whoever catches it either takes the
 * reference ({@link #take}) or throws it on.
 */
public final class PyException extends AbstractTruffleException {

    private static final long serialVersionUID = 1L;
    private static final int NO_STACK = 0;

    private transient PyBaseException value;
    /** Depth of the guest frame that added the last traceback entry, so that each frame adds one ({@code PyTraceBack_Here}). */
    public transient int tracedDepth = -1;

    /** @param value the exception object; the reference is stolen */
    public PyException(PyBaseException value) {
        super(null, null, NO_STACK, null);
        this.value = value;
    }

    /** The exception object, borrowed. */
    public PyBaseException value() {
        return value;
    }

    /** The exception object, with its reference. Afterwards this Java exception must not be thrown on. */
    public PyBaseException take() {
        PyBaseException taken = value;
        value = null;
        return taken;
    }

    /** {@code PyErr_ExceptionMatches} for one type. */
    public boolean matches(PyType type) {
        return value.type.isSubtypeOf(type);
    }

    @Override
    public String getMessage() {
        if (value == null) {
            return "released guest exception";
        }
        String type = value.type.shortName();
        return value.args != null && value.args.items.length == 1 && value.args.items[0] instanceof PyStr s ? type + ": " + s.text() : type;
    }
}
