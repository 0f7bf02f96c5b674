package dev.glassheap.runtime.object;

/** {@code bool}: the two shared ints True and False. */
public final class PyBool extends PyInt {

    PyBool(boolean value) {
        super(value ? 1 : 0);
    }
}
