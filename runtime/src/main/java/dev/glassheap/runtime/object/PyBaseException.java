package dev.glassheap.runtime.object;

/** {@code BaseException} and every subclass without further C fields: 72 bytes (88 with GC head). */
public class PyBaseException extends PyObject {

    /** Owned; never null after construction. */
    public PyTuple args;
    /** Owned or null, as the next four. */
    public PyObject notes;
    public PyObject traceback;
    public PyObject context;
    public PyObject cause;
    public boolean suppressContext;
    /** {@code __dict__}, owned or null. */
    public PyDict dict;
}
