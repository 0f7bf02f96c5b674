package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;

/** The inline cache of one attribute access. */
final class AttributeCache extends GuestNode {

    private final PyStr name;

    AttributeCache(World w, int site, PyStr name) {
        super(w, site);
        this.name = name;
    }

    /** The attribute of a borrowed object; a new reference. */
    PyObject get(PyObject o) {
        return lookup(o);
    }

    /** Sets the attribute of a borrowed object to a borrowed value. */
    void set(PyObject o, PyObject value) {
        assign(o, value);
    }

    @TruffleBoundary
    private PyObject lookup(PyObject o) {
        return Objects.getAttr(w, o, name);
    }

    @TruffleBoundary
    private void assign(PyObject o, PyObject value) {
        Objects.setAttr(w, o, name, value);
    }
}
