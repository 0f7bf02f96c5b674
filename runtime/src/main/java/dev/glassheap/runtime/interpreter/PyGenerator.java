package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.frame.MaterializedFrame;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyObject;

/** {@code generator}: a paused activation; one block with its frame inside (136 bytes and 8 for each frame slot, GC head apart). */
final class PyGenerator extends PyObject {

    enum State { CREATED, SUSPENDED, RUNNING, CLOSED }

    final CodeUnit unit;
    /** Holds the locals; owned by the generator until it is closed. */
    final MaterializedFrame frame;
    final PyFunction function;
    final RootCallTarget body;
    State state = State.CREATED;
    PyObject name;
    PyObject qualname;
    /** What the generator itself handles while it is paused, borrowed from its slots; null when nothing. */
    PyBaseException handled;
    PyObject weakListHead;
    /** The generator being delegated to is found in the frame; this is the site it paused at. */
    int site;

    PyGenerator(CodeUnit unit, MaterializedFrame frame, PyFunction function, RootCallTarget body) {
        this.unit = unit;
        this.frame = frame;
        this.function = function;
        this.body = body;
    }

    @Override
    public PyObject weakList() {
        return weakListHead;
    }

    @Override
    public void setWeakList(PyObject head) {
        weakListHead = head;
    }
}
