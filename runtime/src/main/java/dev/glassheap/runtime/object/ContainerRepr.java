package dev.glassheap.runtime.object;

/** The repr of containers: the guard against recursion ({@code Py_ReprEnter}) and comma-separated parts. */
final class ContainerRepr {

    private ContainerRepr() {
    }

    /** {@code Py_ReprEnter}: false when the repr of this very object is being made already. */
    static boolean enter(World w, PyObject o) {
        var stack = w.thread.reprs;
        for (int i = stack.size() - 1; i >= 0; i--) {
            if (stack.get(i) == o) {
                return false;
            }
        }
        w.retain(o, Holder.RUNTIME);
        stack.add(o);
        return true;
    }

    /** {@code Py_ReprLeave}. */
    static void leave(World w, PyObject o) {
        var stack = w.thread.reprs;
        for (int i = stack.size() - 1; i >= 0; i--) {
            if (stack.get(i) == o) {
                stack.remove(i);
                w.release(o, Holder.RUNTIME);
                return;
            }
        }
    }

    /** Appends the repr of an object. */
    static void append(World w, StringBuilder text, PyObject o) {
        PyStr s = Objects.repr(w, o);
        text.append(s.text());
        w.release(s, Holder.NATIVE);
    }

    /** {@link #append} of an object that the container might lose meanwhile. */
    static void appendHeld(World w, StringBuilder text, PyObject o) {
        w.retain(o, Holder.NATIVE);
        try {
            append(w, text, o);
        } finally {
            w.release(o, Holder.NATIVE);
        }
    }

    /** The text as a result. */
    static PyStr result(World w, StringBuilder text) {
        return w.str(text.toString());
    }
}
