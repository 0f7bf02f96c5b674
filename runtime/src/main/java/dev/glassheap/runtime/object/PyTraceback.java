package dev.glassheap.runtime.object;

/** {@code traceback}: one entry of the path an exception took; 40 bytes (56 with GC head). */
public final class PyTraceback extends PyObject {

    /** {@code tb_next}: the entry of the frame called from here; owned or null. */
    public PyObject next;
    /** {@code tb_frame}: owned. */
    public PyObject frame;
    /** {@code tb_lasti}: offset of the instruction, in bytes. */
    public int lasti;
    /** {@code tb_lineno}: line, from 1. */
    public int line;

    /** A new tracked entry; frame and next (or null) are borrowed. */
    public static PyTraceback create(World w, PyObject next, PyObject frame, int lasti, int line) {
        PyTraceback t = w.allocate(new PyTraceback(), w.types.tracebackType, 40);
        t.next = next == null ? null : w.newRef(next, Holder.TRACEBACK);
        t.frame = w.newRef(frame, Holder.TRACEBACK);
        t.lasti = lasti;
        t.line = line;
        w.track(t);
        return t;
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.tracebackType, w.types.objectType).size(40, 0).flags(PyType.HAVE_GC)
            .slots(PyTraceback::fill)
            .member("tb_frame", (world, self) -> Descriptors.orNone(world, ((PyTraceback) self).frame), null)
            .member("tb_lasti", (world, self) -> world.newInt(((PyTraceback) self).lasti), null)
            .getset("tb_next", (world, self) -> Descriptors.orNone(world, ((PyTraceback) self).next), PyTraceback::setNext)
            .getset("tb_lineno", (world, self) -> world.newInt(((PyTraceback) self).line))
            .ready();
    }

    private static void fill(TypeSlots s) {
        s.tpTraverse = (self, visitor) -> {
            PyTraceback t = (PyTraceback) self;
            if (t.next != null) {
                visitor.visit(t.next);
            }
            if (t.frame != null) {
                visitor.visit(t.frame);
            }
        };
        s.tpClear = (w, self) -> {
            PyTraceback t = (PyTraceback) self;
            PyObject next = t.next;
            PyObject frame = t.frame;
            t.next = null;
            t.frame = null;
            w.releaseOrNull(next, Holder.TRACEBACK);
            w.releaseOrNull(frame, Holder.TRACEBACK);
        };
        s.tpDealloc = (w, self) -> {
            w.untrack(self);
            if (w.trashcanBegin(self)) {
                return;
            }
            PyTraceback t = (PyTraceback) self;
            w.releaseOrNull(t.next, Holder.TRACEBACK);
            w.releaseOrNull(t.frame, Holder.TRACEBACK);
            w.freeBlock(t);
            w.trashcanEnd();
        };
    }

    private static void setNext(World w, PyObject descr, PyObject self, PyObject value) {
        if (value == null) {
            throw Errors.typeError(w, "can't delete tb_next attribute");
        }
        if (value != w.singletons.none && !(value instanceof PyTraceback)) {
            throw Errors.typeError(w, "expected traceback object or None, got '%s'", value.type.name);
        }
        PyTraceback t = (PyTraceback) self;
        for (PyObject p = value; p instanceof PyTraceback link; p = link.next) {
            if (p == self) {
                throw Errors.valueError(w, "traceback loop detected");
            }
        }
        PyObject old = t.next;
        t.next = value == w.singletons.none ? null : w.newRef(value, Holder.TRACEBACK);
        w.releaseOrNull(old, Holder.TRACEBACK);
    }
}
