package dev.glassheap.runtime.object;

/** What the object model needs from the interpreter above it: to run guest functions and to report what cannot be raised. */
public interface GuestCalls {

    /**
     * Calls a guest function ({@code _PyFunction_Vectorcall}).
     *
     * @param args positional values followed by the values of {@code kwnames}; borrowed
     * @param kwnames names of the last arguments; empty if none
     * @return a new reference
     */
    PyObject callFunction(World w, PyObject function, PyObject[] args, PyStr[] kwnames);

    /**
     * {@code PyErr_WriteUnraisable}: an exception in a place that cannot propagate it. Takes over the exception.
     *
     * @param where the object named in the message ("Exception ignored in: ..."), or the None object
     */
    void writeUnraisable(World w, PyException exception, PyObject where);

    /** Raises KeyboardInterrupt if an interrupt is pending; long native loops call it every few thousand steps. */
    void checkInterrupt(World w);
}
