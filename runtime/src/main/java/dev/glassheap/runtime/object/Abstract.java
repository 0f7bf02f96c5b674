package dev.glassheap.runtime.object;

/** Abstract classes: {@code __abstractmethods__} and what it forbids. */
final class Abstract {

    private Abstract() {
    }

    static PyObject getMethods(World w, PyObject self) {
        PyType type = (PyType) self;
        PyObject methods = type == w.types.typeType ? null : type.dict.getStr(w, w.id("__abstractmethods__"));
        if (methods == null) {
            throw Errors.attributeError(w, self, w.id("__abstractmethods__"), "__abstractmethods__");
        }
        return w.newRef(methods, Holder.RESULT);
    }

    static void setMethods(World w, PyObject descr, PyObject self, PyObject value) {
        PyType type = (PyType) self;
        PyStr key = w.id("__abstractmethods__");
        boolean isAbstract = value != null && Objects.isTrue(w, value);
        if (value != null) {
            type.dict.setItem(w, key, value);
        } else if (!type.dict.delItem(w, key)) {
            throw Errors.attributeError(w, self, key, "__abstractmethods__");
        }
        type.modified();
        type.flags = isAbstract ? type.flags | PyType.ABSTRACT : type.flags & ~PyType.ABSTRACT;
    }

    /** The TypeError of {@code object.__new__} for a class with abstract methods, whose names are sorted. */
    static PyException cannotInstantiate(World w, PyType type) {
        PyObject methods = getMethods(w, type);
        PyObject[] names;
        try {
            names = Objects.toArray(w, methods);
        } finally {
            w.release(methods, Holder.NATIVE);
        }
        String joined = java.util.Arrays.stream(names).map(n -> Objects.strText(w, n)).sorted()
            .collect(java.util.stream.Collectors.joining(", "));
        Objects.releaseAll(w, names);
        return Errors.typeError(w, "Can't instantiate abstract class %s with abstract method%s %s", type.name,
            names.length > 1 ? "s" : "", joined);
    }
}
