package dev.glassheap.runtime.object;

/** A world and short ways to make and look at containers; every figure a test expects comes from CPython 3.11. */
final class ContainerFixture {

    final World w = TestWorld.create();

    PyObject i(long value) {
        return w.newInt(value);
    }

    PyStr s(String value) {
        return w.str(value);
    }

    /** A list of ints as {@code [a, b]} makes it: exact capacity. */
    PyList list(long... values) {
        PyObject[] items = new PyObject[values.length];
        for (int k = 0; k < values.length; k++) {
            items[k] = i(values[k]);
        }
        return PyList.steal(w, items);
    }

    PyTuple tuple(PyObject... owned) {
        return PyTuple.steal(w, owned);
    }

    /** {@code range(n)}. */
    PyObject range(long... bounds) {
        PyObject[] args = new PyObject[bounds.length];
        for (int k = 0; k < bounds.length; k++) {
            args[k] = i(bounds[k]);
        }
        try {
            return PyRange.create(w, args);
        } finally {
            Objects.releaseAll(w, args);
        }
    }

    PyDict dict(Object... keysAndValues) {
        PyDict d = PyDict.create(w);
        for (int k = 0; k < keysAndValues.length; k += 2) {
            PyObject key = own(keysAndValues[k]);
            PyObject value = own(keysAndValues[k + 1]);
            d.setItem(w, key, value);
            drop(key);
            drop(value);
        }
        return d;
    }

    PySet set(long... values) {
        PySet s = PySet.create(w);
        for (long v : values) {
            PyObject o = i(v);
            s.add(w, o);
            drop(o);
        }
        return s;
    }

    /** Guest value of a Java one; a guest object stays itself (with its reference). */
    PyObject own(Object o) {
        return switch (o) {
            case PyObject p -> p;
            case Integer n -> i(n);
            case Long n -> i(n);
            case String t -> s(t);
            default -> throw new IllegalArgumentException(o.toString());
        };
    }

    void drop(PyObject... owned) {
        for (PyObject o : owned) {
            w.release(o, Holder.NATIVE);
        }
    }

    /** {@code type(*args)}. */
    PyObject make(PyType type, PyObject... args) {
        return Calls.call(w, type, args);
    }

    PyObject call(PyObject self, String method, PyObject... args) {
        return Calls.callMethod(w, self, method, args);
    }

    /** Text of the repr. */
    String repr(PyObject o) {
        PyStr r = Objects.repr(w, o);
        String text = r.text();
        drop(r);
        return text;
    }

    /** Repr of an owned result, which is released. */
    String show(PyObject owned) {
        String text = repr(owned);
        drop(owned);
        return text;
    }

    /** {@code sys.getsizeof}. */
    long sizeOf(PyObject o) {
        return TypeObject.sizeOf(w, o);
    }

    /** {@code "TypeError: message"} of what the action raises. */
    String error(Runnable action) {
        try {
            action.run();
        } catch (PyException e) {
            return TestWorld.describe(w, e);
        }
        return "no error";
    }
}
