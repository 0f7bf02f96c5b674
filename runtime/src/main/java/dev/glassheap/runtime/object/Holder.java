package dev.glassheap.runtime.object;

/**
 * Who holds a reference: the reason given with every change of a reference count.
 *
 * <p>A constant kind, never an object, so that saying why costs nothing when nobody listens. The ledger joins it with the
 * current site (code and line).
 */
public enum Holder {
    LOCAL, GLOBAL, CELL, FRAME, OPERAND, ARGUMENT, RESULT,
    ELEMENT, KEY, VALUE, ATTRIBUTE, SLOT, DEFAULT, CONSTANT, CLOSURE,
    TYPE, BASE, ITERATOR, BOUND, EXCEPTION, TRACEBACK, WEAKREF, MODULE,
    /** A cache or table of the runtime itself (interned strings, method cache, registered callbacks). */
    RUNTIME,
    /** A temporary of native code: what a C function would keep in a local variable. */
    NATIVE
}
