package dev.glassheap.runtime.object;

/** Which base decides the layout of a class, and which bases fit together. */
final class TypeLayout {

    private TypeLayout() {
    }

    /** {@code best_base}: the base whose layout extends those of all others. */
    static PyType bestBase(World w, PyTuple bases) {
        PyType base = null;
        PyType winner = null;
        for (PyObject b : bases.items) {
            if (!(b instanceof PyType candidateBase)) {
                throw Errors.typeError(w, "bases must be types");
            }
            if (!candidateBase.has(PyType.BASETYPE)) {
                throw Errors.typeError(w, "type '%s' is not an acceptable base type", candidateBase.name);
            }
            PyType candidate = solidBase(candidateBase);
            if (winner == null || winner != candidate && !winner.isSubtypeOf(candidate)) {
                if (winner != null && !candidate.isSubtypeOf(winner)) {
                    throw Errors.typeError(w, "multiple bases have instance lay-out conflict");
                }
                winner = candidate;
                base = candidateBase;
            }
        }
        return base;
    }

    /** {@code solid_base}: the nearest base that adds something to the layout beside dict and weak list. */
    static PyType solidBase(PyType type) {
        PyType base = type.base == null ? type : solidBase(type.base);
        return type.base != null && extraLayout(type, base) ? type : base;
    }

    private static boolean extraLayout(PyType type, PyType base) {
        if (type.itemSize != base.itemSize) {
            return true;
        }
        int size = type.basicSize;
        if (type.hasWeakList && !base.hasWeakList && type.has(PyType.HEAPTYPE)) {
            size -= 8;
        }
        if (type.hasDict && !base.hasDict && !type.has(PyType.MANAGED_DICT) && type.has(PyType.HEAPTYPE)) {
            size -= 8;
        }
        return size != base.basicSize;
    }
}
