package dev.glassheap.runtime;

import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.TypeBuilder;
import dev.glassheap.runtime.object.World;

/** {@code input()} where nobody can be asked: IPython's {@code StdinNotImplementedError}, a NotImplementedError. */
final class StdinErrors {

    private final World w;
    /** Made when it is first needed; static, so that the guest's heap is as without it. */
    private PyType type;

    StdinErrors(World w) {
        this.w = w;
    }

    PyException notImplemented() {
        if (type == null) {
            type = w.types.staticType("StdinNotImplementedError");
            new TypeBuilder(w, type, w.types.exceptions.notImplementedError).flags(PyType.BASETYPE | PyType.HAVE_GC).ready();
        }
        return Errors.of(w, type, "input() was called, but this front end does not support input requests");
    }
}
