package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import dev.glassheap.runtime.object.InstanceDict;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;

/** {@code _PyObject_GetMethod}: finds a method without binding it. */
final class MethodLookup {

    private MethodLookup() {
    }

    /** The method descriptor (borrowed) to be called with the object as first argument, or null when the attribute must be loaded as usual. */
    @TruffleBoundary
    static PyObject find(World w, PyObject self, PyStr name) {
        if (self.type.slots.tpGetattro != w.types.objectType.slots.tpGetattro) {
            return null;
        }
        PyObject descr = self.type.lookup(name);
        if (descr == null || !descr.type.has(PyType.METHOD_DESCRIPTOR) || self.type.hasDict && instanceHas(w, self, name)) {
            return null;
        }
        return descr;
    }

    /** Whether the object's own dict (or values) has the name; also true for layouts that keep their dict elsewhere. */
    static boolean instanceHas(World w, PyObject self, PyStr name) {
        return self.instanceState() == null || InstanceDict.get(w, self, name) != null;
    }
}
