package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PySet;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.World;

/** Tuple, list, set and dict displays: BUILD_TUPLE, BUILD_LIST, LIST_EXTEND, BUILD_SET, SET_UPDATE, BUILD_MAP, DICT_UPDATE. */
final class DisplayNodes {

    private DisplayNodes() {
    }

    /** {@code (a, b)} without stars. */
    static final class Tuple extends ExprNode {
        @Child private Operands operands;

        Tuple(World w, int site, ExprNode[] items) {
            super(w, site);
            this.operands = new Operands(w, site, items);
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject[] items = operands.execute(frame);
            mark();
            return make(items);
        }

        @TruffleBoundary
        private PyObject make(PyObject[] items) {
            return PyTuple.steal(w, items);
        }
    }

    /** {@code [a, b]} without stars: exactly as long as it is. */
    static final class List extends ExprNode {
        @Child private Operands operands;

        List(World w, int site, ExprNode[] items) {
            super(w, site);
            this.operands = new Operands(w, site, items);
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject[] items = operands.execute(frame);
            mark();
            return make(items);
        }

        @TruffleBoundary
        private PyObject make(PyObject[] items) {
            return PyList.steal(w, items);
        }
    }

    /** {@code {a, b}} without stars. */
    static final class Set extends ExprNode {
        @Child private Operands operands;

        Set(World w, int site, ExprNode[] items) {
            super(w, site);
            this.operands = new Operands(w, site, items);
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject[] items = operands.execute(frame);
            mark();
            return make(items);
        }

        @TruffleBoundary
        private PyObject make(PyObject[] items) {
            PySet set = null;
            try {
                set = PySet.create(w);
                for (PyObject item : items) {
                    set.add(w, item);
                }
                return set;
            } catch (PyException e) {
                w.releaseOrNull(set, Holder.OPERAND);
                throw e;
            } finally {
                for (PyObject item : items) {
                    w.release(item, Holder.OPERAND);
                }
            }
        }
    }

    /** What a {@link Collected} display builds. */
    enum Kind { LIST, TUPLE, SET }

    /**
     * A list, tuple or set built up item by item: displays with stars, of more than 30 items, or of three or more constants
     * (which are one starred constant tuple).
     */
    static final class Collected extends ExprNode {
        private final Kind kind;
        private final boolean[] starred;
        @Children private final ExprNode[] values;

        Collected(World w, int site, Kind kind, ExprNode[] values, boolean[] starred) {
            super(w, site);
            this.kind = kind;
            this.values = values;
            this.starred = starred;
        }

        @Override
        @ExplodeLoop
        PyObject execute(VirtualFrame frame) {
            mark();
            PyObject collection = create();
            for (int i = 0; i < values.length; i++) {
                PyObject v;
                try {
                    v = values[i].execute(frame);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, collection);
                }
                mark();
                try {
                    add(collection, v, starred[i]);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, collection, v);
                }
                releaseOperand(v);
            }
            if (kind != Kind.TUPLE) {
                return collection;
            }
            PyObject tuple;
            try {
                tuple = toTuple(collection);
            } catch (RuntimeException e) {
                throw unwind(frame, e, collection);
            }
            releaseOperand(collection);
            return tuple;
        }

        @TruffleBoundary
        private PyObject create() {
            return kind == Kind.SET ? PySet.create(w) : PyList.create(w);
        }

        @TruffleBoundary
        private PyObject toTuple(PyObject list) {
            return ((PyList) list).asTuple(w);
        }

        @TruffleBoundary
        private void add(PyObject collection, PyObject v, boolean star) {
            if (collection instanceof PySet set) {
                if (star) {
                    set.update(w, v);
                } else {
                    set.add(w, v);
                }
                return;
            }
            PyList list = (PyList) collection;
            if (!star) {
                list.append(w, v);
            } else if (v.type.slots.tpIter == null && v.type.slots.sqItem == null) {
                throw Errors.typeError(w, "Value after * must be an iterable, not %s", v.type.name);
            } else {
                list.extend(w, v);
            }
        }
    }

    /** {@code {k: v, **d}}: pieces of plain pairs and starred mappings. */
    static final class Dict extends ExprNode {
        /** The key expressions; null for {@code **value}. */
        @Children private final ExprNode[] keys;
        @Children private final ExprNode[] values;
        /** All plain and at most 15 pairs: BUILD_MAP with everything on the stack. */
        private final boolean atOnce;
        @Child private Operands pairs;

        Dict(World w, int site, ExprNode[] keys, ExprNode[] values) {
            super(w, site);
            boolean plain = true;
            for (ExprNode key : keys) {
                plain &= key != null;
            }
            this.atOnce = plain && keys.length <= 15 && keys.length > 0;
            if (atOnce) {
                ExprNode[] both = new ExprNode[keys.length * 2];
                for (int i = 0; i < keys.length; i++) {
                    both[2 * i] = keys[i];
                    both[2 * i + 1] = values[i];
                }
                this.pairs = new Operands(w, site, both);
                this.keys = new ExprNode[0];
                this.values = new ExprNode[0];
            } else {
                this.keys = keys;
                this.values = values;
            }
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            if (atOnce) {
                PyObject[] both = pairs.execute(frame);
                mark();
                try {
                    return build(both);
                } catch (RuntimeException e) {
                    traced(frame, e);
                    releaseBoth(both);
                    throw e;
                }
            }
            mark();
            PyDict dict = create();
            try {
                fill(frame, dict);
            } catch (RuntimeException e) {
                throw unwind(frame, e, dict);
            }
            return dict;
        }

        @TruffleBoundary
        private PyDict create() {
            return PyDict.create(w);
        }

        @TruffleBoundary
        private PyObject build(PyObject[] both) {
            PyObject[] k = new PyObject[both.length / 2];
            PyObject[] v = new PyObject[both.length / 2];
            for (int i = 0; i < k.length; i++) {
                k[i] = both[2 * i];
                v[i] = both[2 * i + 1];
            }
            PyObject dict = PyDict.fromItems(w, k, v);
            releaseBoth(both);
            return dict;
        }

        private void releaseBoth(PyObject[] both) {
            for (int i = both.length - 1; i >= 0; i--) {
                w.release(both[i], Holder.OPERAND);
            }
        }

        @ExplodeLoop
        private void fill(VirtualFrame frame, PyDict dict) {
            for (int i = 0; i < values.length; i++) {
                PyObject k = keys[i] == null ? null : keys[i].execute(frame);
                PyObject v;
                try {
                    v = values[i].execute(frame);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, k);
                }
                mark();
                try {
                    put(dict, k, v);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, k, v);
                }
                if (k != null) {
                    releaseOperand(k);
                }
                releaseOperand(v);
            }
        }

        @TruffleBoundary
        private void put(PyDict dict, PyObject k, PyObject v) {
            if (k != null) {
                dict.setItem(w, k, v);
                return;
            }
            if (!(v instanceof PyDict) && v.type.lookup("keys") == null) {
                throw Errors.typeError(w, "'%s' object is not a mapping", v.type.name);
            }
            dict.update(w, v);
        }
    }

    /** Keyword arguments of a call with {@code **}: as a dict display, but a repeated key is an error. */
    static final class KeywordArguments extends ExprNode {
        @Children private final ExprNode[] keys;
        @Children private final ExprNode[] values;

        /** @param keys null for {@code **value} */
        KeywordArguments(World w, int site, ExprNode[] keys, ExprNode[] values) {
            super(w, site);
            this.keys = keys;
            this.values = values;
        }

        @Override
        @ExplodeLoop
        PyObject execute(VirtualFrame frame) {
            mark();
            PyDict dict = create();
            for (int i = 0; i < values.length; i++) {
                PyObject v;
                try {
                    v = values[i].execute(frame);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, dict);
                }
                mark();
                try {
                    merge(dict, keys[i], v, frame);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, dict, v);
                }
                releaseOperand(v);
            }
            return dict;
        }

        @TruffleBoundary
        private PyDict create() {
            return PyDict.create(w);
        }

        private void merge(PyDict dict, ExprNode key, PyObject v, VirtualFrame frame) {
            if (key != null) {
                PyObject k = key.execute(frame);
                try {
                    putNew(dict, k, v);
                } finally {
                    releaseOperand(k);
                }
            } else {
                mergeMapping(dict, v);
            }
        }

        @TruffleBoundary
        private void putNew(PyDict dict, PyObject k, PyObject v) {
            if (dict.getItem(w, k) != null) {
                throw Errors.typeError(w, "got multiple values for keyword argument '%s'", k);
            }
            dict.setItem(w, k, v);
        }

        @TruffleBoundary
        private void mergeMapping(PyDict dict, PyObject v) {
            if (!(v instanceof PyDict) && v.type.lookup("keys") == null) {
                throw Errors.typeError(w, "argument after ** must be a mapping, not %s", v.type.name);
            }
            PyDict source = v instanceof PyDict d ? w.newRef(d, Holder.NATIVE) : PyDict.create(w);
            try {
                if (source != v) {
                    source.update(w, v);
                }
                source.forEach((k, value) -> {
                    if (!(k instanceof dev.glassheap.runtime.object.PyStr)) {
                        throw Errors.typeError(w, "keywords must be strings");
                    }
                    putNew(dict, k, value);
                });
            } finally {
                w.release(source, Holder.NATIVE);
            }
        }
    }
}
