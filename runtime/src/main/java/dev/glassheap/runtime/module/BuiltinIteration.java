package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.BinaryOp;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.CompareOp;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.NativeCode;
import dev.glassheap.runtime.object.Numbers;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyFloat;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;
import java.util.Arrays;

/** Builtin functions over iterables: all, any, iter, next, min, max, sum, sorted. */
final class BuiltinIteration {

    /** Polls for an interrupt once in so many steps. */
    private static final int POLL = 1 << 12;

    private BuiltinIteration() {
    }

    static void addTo(ModuleBuilder b) {
        b.oneArg("all", (w, self, o) -> w.bool(!anyIs(w, o, false)));
        b.oneArg("any", (w, self, o) -> w.bool(anyIs(w, o, true)));
        b.fast("next", 1, 2, (w, self, a) -> next(w, a));
        b.fast("iter", 1, 2, (w, self, a) -> iter(w, a));
        b.keywords("sum", "iterable, /, start?", (w, self, a) -> sum(w, a[0], a[1]));
        b.function("min", new NativeCode.Raw((w, self, args, kwnames) -> extreme(w, args, kwnames, CompareOp.LT, "min")));
        b.function("max", new NativeCode.Raw((w, self, args, kwnames) -> extreme(w, args, kwnames, CompareOp.GT, "max")));
        b.function("sorted", new NativeCode.Raw(BuiltinIteration::sorted));
    }

    private static boolean anyIs(World w, PyObject iterable, boolean wanted) {
        PyObject it = Objects.iter(w, iterable);
        try {
            int steps = 0;
            for (PyObject item = Objects.next(w, it); item != null; item = Objects.next(w, it)) {
                if (Objects.takeTruth(w, item) == wanted) {
                    return true;
                }
                if ((++steps & POLL - 1) == 0) {
                    w.calls.checkInterrupt(w);
                }
            }
            return false;
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    private static PyObject next(World w, PyObject[] a) {
        if (a[0].type.slots.tpIternext == null) {
            throw Errors.typeError(w, "'%s' object is not an iterator", a[0].type.name);
        }
        if (a.length == 1) {
            PyObject item = a[0].type.slots.tpIternext.next(w, a[0]);
            if (item == null) {
                throw Errors.stopIteration(w, null);
            }
            return item;
        }
        PyObject item = Objects.next(w, a[0]);
        return item != null ? item : w.newRef(a[1], Holder.RESULT);
    }

    private static PyObject iter(World w, PyObject[] a) {
        if (a.length == 1) {
            return Objects.iter(w, a[0]);
        }
        if (a[0].type.slots.tpCall == null) {
            throw Errors.typeError(w, "iter(v, w): v must be callable");
        }
        return Objects.callIterator(w, a[0], a[1]);
    }

    /** {@code sum}: exact ints and floats are added without guest objects until something else comes. */
    private static PyObject sum(World w, PyObject iterable, PyObject start) {
        if (start instanceof PyStr) {
            throw Errors.typeError(w, "sum() can't sum strings [use ''.join(seq) instead]");
        }
        if (start != null && start.type == w.types.bytesType) {
            throw Errors.typeError(w, "sum() can't sum bytes [use b''.join(seq) instead]");
        }
        if (start != null && start.type == w.types.bytearrayType) {
            throw Errors.typeError(w, "sum() can't sum bytearray [use b''.join(seq) instead]");
        }
        PyObject it = Objects.iter(w, iterable);
        PyObject total = start == null ? w.newInt(0) : w.newRef(start, Holder.NATIVE);
        try {
            return new Sum(w, it, total).run();
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    /** The running total of {@code sum}, in CPython's three phases: int, float, anything. Owns the total. */
    private static final class Sum {
        private final World w;
        private final PyObject it;
        private PyObject total;
        private int steps;

        Sum(World w, PyObject it, PyObject total) {
            this.w = w;
            this.it = it;
            this.total = total;
        }

        PyObject run() {
            try {
                PyObject item = null;
                if (total.type == w.types.intType && ((PyInt) total).isSmall()) {
                    item = ints();
                    if (item == null) {
                        return total;
                    }
                }
                if (total.type == w.types.floatType) {
                    item = floats(item);
                    if (item == null) {
                        return total;
                    }
                }
                general(item);
                return total;
            } catch (PyException e) {
                w.release(total, Holder.NATIVE);
                throw e;
            }
        }

        private PyObject nextItem() {
            if ((++steps & POLL - 1) == 0) {
                w.calls.checkInterrupt(w);
            }
            return Objects.next(w, it);
        }

        private void replace(PyObject value) {
            PyObject old = total;
            total = value;
            w.release(old, Holder.NATIVE);
        }

        /** Adds ints; null at the end, else the item that made it stop was added already and the next phase begins with a null item. */
        private PyObject ints() {
            long sum = ((PyInt) total).value;
            while (true) {
                PyObject item = nextItem();
                if (item == null) {
                    replace(w.newInt(sum));
                    return null;
                }
                if ((item.type == w.types.intType || item.type == w.types.boolType) && ((PyInt) item).isSmall()) {
                    long value = ((PyInt) item).value;
                    long next = sum + value;
                    if (((sum ^ next) & (value ^ next)) >= 0) {
                        sum = next;
                        w.release(item, Holder.NATIVE);
                        continue;
                    }
                }
                replace(w.newInt(sum));
                return item;
            }
        }

        private PyObject floats(PyObject first) {
            double sum = ((PyFloat) total).value;
            PyObject item = first;
            while (true) {
                if (item == null && (item = nextItem()) == null) {
                    replace(w.newFloat(sum));
                    return null;
                }
                if (item.type == w.types.floatType) {
                    sum += ((PyFloat) item).value;
                } else if (item.type == w.types.intType && ((PyInt) item).isSmall()) {
                    sum += ((PyInt) item).value;
                } else {
                    replace(w.newFloat(sum));
                    return item;
                }
                w.release(item, Holder.NATIVE);
                item = null;
            }
        }

        private void general(PyObject first) {
            PyObject item = first != null ? first : nextItem();
            while (item != null) {
                try {
                    replace(Numbers.binary(w, BinaryOp.ADD, total, item));
                } finally {
                    w.release(item, Holder.NATIVE);
                }
                if (total.type == w.types.floatType) {
                    item = floats(null);
                } else {
                    item = nextItem();
                }
            }
        }
    }

    private static PyObject extreme(World w, PyObject[] args, PyStr[] kwnames, CompareOp op, String name) {
        int n = args.length - kwnames.length;
        PyObject key = null;
        PyObject missing = null;
        for (int k = 0; k < kwnames.length; k++) {
            switch (kwnames[k].text()) {
                case "key" -> key = args[n + k] == w.singletons.none ? null : args[n + k];
                case "default" -> missing = args[n + k];
                default -> throw Errors.typeError(w, "%s() got an unexpected keyword argument '%s'", name, kwnames[k].text());
            }
        }
        if (n == 0) {
            throw Errors.typeError(w, "%s expected at least 1 argument, got 0", name);
        }
        if (n > 1 && missing != null) {
            throw Errors.typeError(w, "Cannot specify a default for %s() with multiple positional arguments", name);
        }
        PyObject source = n > 1 ? dev.glassheap.runtime.object.PyTuple.pack(w, Arrays.copyOf(args, n)) : w.newRef(args[0], Holder.NATIVE);
        try {
            PyObject found = scan(w, source, key, op);
            if (found != null) {
                return found;
            }
            if (missing != null) {
                return w.newRef(missing, Holder.RESULT);
            }
            throw Errors.valueError(w, "%s() arg is an empty sequence", name);
        } finally {
            w.release(source, Holder.NATIVE);
        }
    }

    private static PyObject scan(World w, PyObject source, PyObject key, CompareOp op) {
        PyObject it = Objects.iter(w, source);
        PyObject best = null;
        PyObject bestKey = null;
        PyObject item = null;
        PyObject value = null;
        try {
            while ((item = Objects.next(w, it)) != null) {
                value = key == null ? w.newRef(item, Holder.NATIVE) : Calls.call(w, key, item);
                if (best == null || Objects.takeTruth(w, Objects.richCompare(w, value, bestKey, op))) {
                    PyObject oldBest = best;
                    PyObject oldKey = bestKey;
                    best = item;
                    bestKey = value;
                    item = null;
                    value = null;
                    w.releaseOrNull(oldBest, Holder.NATIVE);
                    w.releaseOrNull(oldKey, Holder.NATIVE);
                } else {
                    w.release(value, Holder.NATIVE);
                    value = null;
                    w.release(item, Holder.NATIVE);
                    item = null;
                }
            }
            w.releaseOrNull(bestKey, Holder.NATIVE);
            return best;
        } catch (PyException e) {
            w.releaseOrNull(value, Holder.NATIVE);
            w.releaseOrNull(item, Holder.NATIVE);
            w.releaseOrNull(best, Holder.NATIVE);
            w.releaseOrNull(bestKey, Holder.NATIVE);
            throw e;
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    private static PyObject sorted(World w, PyObject self, PyObject[] args, PyStr[] kwnames) {
        int n = args.length - kwnames.length;
        if (n != 1) {
            throw Errors.typeError(w, "sorted expected 1 argument, got %d", n);
        }
        PyList list = PyList.create(w);
        try {
            list.extend(w, args[0]);
            PyObject sort = Objects.getAttr(w, list, "sort");
            try {
                w.release(Calls.call(w, sort, Arrays.copyOfRange(args, 1, args.length), kwnames), Holder.NATIVE);
            } finally {
                w.release(sort, Holder.NATIVE);
            }
            return list;
        } catch (PyException e) {
            w.release(list, Holder.NATIVE);
            throw e;
        }
    }
}
