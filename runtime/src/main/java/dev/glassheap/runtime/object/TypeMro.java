package dev.glassheap.runtime.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The method resolution order: C3 linearization ({@code mro_implementation}). */
final class TypeMro {

    private TypeMro() {
    }

    /** The linearization as owned references; TypeError when there is none. */
    static PyType[] compute(World w, PyType type) {
        PyObject[] bases = type.bases.items;
        List<PyType> result = new ArrayList<>();
        result.add(type);
        if (bases.length == 1) {
            result.addAll(Arrays.asList(((PyType) bases[0]).mro));
        } else if (bases.length > 1) {
            checkDuplicates(w, bases);
            merge(w, result, bases);
        }
        PyType[] mro = result.toArray(PyType[]::new);
        for (PyType t : mro) {
            w.retain(t, Holder.BASE);
        }
        return mro;
    }

    private static void checkDuplicates(World w, PyObject[] bases) {
        for (int i = 0; i < bases.length; i++) {
            for (int j = i + 1; j < bases.length; j++) {
                if (bases[i] == bases[j]) {
                    throw Errors.typeError(w, "duplicate base class %s", ((PyType) bases[i]).shortName());
                }
            }
        }
    }

    /** {@code pmerge}: takes the first head that is in no other list's tail, until all lists are empty. */
    private static void merge(World w, List<PyType> result, PyObject[] bases) {
        PyType[][] lists = new PyType[bases.length + 1][];
        for (int i = 0; i < bases.length; i++) {
            lists[i] = ((PyType) bases[i]).mro;
        }
        lists[bases.length] = Arrays.stream(bases).map(b -> (PyType) b).toArray(PyType[]::new);
        int[] heads = new int[lists.length];
        while (true) {
            boolean allEmpty = true;
            PyType chosen = null;
            for (int i = 0; i < lists.length && chosen == null; i++) {
                if (heads[i] < lists[i].length) {
                    allEmpty = false;
                    chosen = inTail(lists, heads, lists[i][heads[i]]) ? null : lists[i][heads[i]];
                }
            }
            if (allEmpty) {
                return;
            }
            if (chosen == null) {
                throw inconsistent(w, lists, heads);
            }
            result.add(chosen);
            for (int i = 0; i < lists.length; i++) {
                if (heads[i] < lists[i].length && lists[i][heads[i]] == chosen) {
                    heads[i]++;
                }
            }
        }
    }

    private static boolean inTail(PyType[][] lists, int[] heads, PyType candidate) {
        for (int i = 0; i < lists.length; i++) {
            for (int j = heads[i] + 1; j < lists[i].length; j++) {
                if (lists[i][j] == candidate) {
                    return true;
                }
            }
        }
        return false;
    }

    private static PyException inconsistent(World w, PyType[][] lists, int[] heads) {
        Set<PyType> left = new LinkedHashSet<>();
        for (int i = 0; i < lists.length; i++) {
            if (heads[i] < lists[i].length) {
                left.add(lists[i][heads[i]]);
            }
        }
        return Errors.typeError(w, "Cannot create a consistent method resolution\norder (MRO) for bases %s",
            left.stream().map(PyType::shortName).collect(Collectors.joining(", ")));
    }

    /** {@code mro_internal}: gives the class its MRO, computed or by the metaclass's own {@code mro}. */
    static void set(World w, PyType type) {
        PyTuple tuple = invoke(w, type);
        PyTuple old = type.mroTuple;
        type.mroTuple = tuple;
        type.mro = Arrays.stream(tuple.items).map(t -> (PyType) t).toArray(PyType[]::new);
        type.modified();
        w.releaseOrNull(old, Holder.BASE);
    }

    /** {@code mro_invoke}. */
    private static PyTuple invoke(World w, PyType type) {
        if (type.type == w.types.typeType || type.type.lookup("mro") == w.types.typeType.lookup("mro")) {
            return PyTuple.steal(w, compute(w, type));
        }
        PyObject order = Calls.callSpecial(w, type, "mro");
        PyObject[] items;
        try {
            items = Objects.toArray(w, order);
        } finally {
            w.release(order, Holder.NATIVE);
        }
        for (PyObject item : items) {
            if (!(item instanceof PyType t)) {
                PyException e = Errors.typeError(w, "mro() returned a non-class ('%s')", item.type.name);
                Objects.releaseAll(w, items);
                throw e;
            }
            if (!TypeLayout.solidBase(type).isSubtypeOf(TypeLayout.solidBase(t))) {
                PyException e = Errors.typeError(w, "mro() returned base with unsuitable layout ('%s')", t.name);
                Objects.releaseAll(w, items);
                throw e;
            }
        }
        return PyTuple.steal(w, items);
    }

    /** New MROs of a class and of every class below it. */
    static void recompute(World w, PyType type) {
        set(w, type);
        for (PyType sub : type.subclasses.toArray(PyType[]::new)) {
            recompute(w, sub);
        }
    }
}
