package dev.glassheap.runtime.object;

import java.util.HashMap;
import java.util.Map;

/**
 * The table of interned strings. As in CPython 3.11 its own references are not counted: an interned string of the guest is
 * mortal and leaves the table when it dies.
 */
public final class Interned {

    private final World w;
    private final Map<String, PyStr> table = new HashMap<>();

    Interned(World w) {
        this.w = w;
    }

    /** The static identifier of a text ({@code _Py_ID}); borrowed. A guest string interned before keeps its place. */
    public PyStr identifier(String text) {
        PyStr s = table.get(text);
        return s != null ? s : staticString(text);
    }

    /** A static interned string, made if the table has none; borrowed. */
    PyStr staticString(String text) {
        PyStr present = table.get(text);
        if (present != null) {
            return present;
        }
        PyStr s = PyStr.bare(text);
        w.makeStatic(s, w.types.strType, s.byteSize(), Singletons.STATIC_REFCNT);
        s.setInterned(true);
        table.put(text, s);
        return s;
    }

    /** An interned string of a text in the guest's heap, as the compiler makes for names; a new reference. */
    public PyStr constant(String text) {
        PyStr present = table.get(text);
        if (present != null) {
            return w.newRef(present, Holder.CONSTANT);
        }
        PyStr s = PyStr.of(w, text);
        if (!s.isInterned()) {
            s.setInterned(true);
            table.put(text, s);
        }
        return s;
    }

    /** {@code PyUnicode_InternInPlace}: steals {@code s}, returns the interned string of its text as a new reference. */
    public PyStr intern(PyStr s) {
        if (s.isInterned() || s.type != w.types.strType) {
            return s;
        }
        PyStr present = table.putIfAbsent(s.text(), s);
        if (present == null) {
            s.setInterned(true);
            return s;
        }
        w.retain(present, Holder.RESULT);
        w.release(s, Holder.RUNTIME);
        return present;
    }

    /** Called by the deallocation of an interned string. */
    void forget(PyStr s) {
        table.remove(s.text(), s);
    }

    /** Number of interned strings. */
    public int size() {
        return table.size();
    }
}
