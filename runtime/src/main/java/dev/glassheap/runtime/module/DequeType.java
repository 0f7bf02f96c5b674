package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.CompareOp;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.NativeCode;
import dev.glassheap.runtime.object.Numbers;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.Slots;
import dev.glassheap.runtime.object.TypeBuilder;
import dev.glassheap.runtime.object.TypeObject;
import dev.glassheap.runtime.object.WeakReferences;
import dev.glassheap.runtime.object.World;

/** The type of {@link PyDeque} and its iterators. */
final class DequeType {

    private final World w;
    private final PyType type;
    private final PyType iteratorType;

    private DequeType(World w) {
        this.w = w;
        this.type = w.types.staticType("collections.deque");
        this.iteratorType = w.types.staticType("_collections._deque_iterator");
    }

    static PyType define(World w) {
        DequeType d = new DequeType(w);
        d.defineIterator();
        return d.define();
    }

    private static PyDeque self(PyObject o) {
        return (PyDeque) o;
    }

    private PyType define() {
        return new TypeBuilder(w, type, w.types.objectType).size(216, 0)
            .flags(PyType.BASETYPE | PyType.HAVE_GC | PyType.SEQUENCE).weakReferenceable()
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyDeque.OfClass() : new PyDeque())
            .slots(s -> {
                s.tpNew = (world, t, args, kwargs) -> {
                    PyDeque deque = (PyDeque) TypeObject.genericAlloc(world, t, 0);
                    deque.begin(world);
                    return deque;
                };
                s.tpInit = DequeType::init;
                s.tpDealloc = DequeType::dealloc;
                s.tpTraverse = DequeType::traverse;
                s.tpClear = (world, o) -> self(o).clear(world);
                s.tpRepr = this::repr;
                s.tpIter = this::iterate;
                s.tpRichcompare = DequeType::compare;
                s.tpHash = null;
                s.nbBool = (world, o) -> self(o).size() > 0;
                s.sqLength = (world, o) -> self(o).size();
                s.sqItem = (world, o, i) -> world.newRef(self(o).get(self(o).checked(world, i, "deque index out of range")), Holder.RESULT);
                s.sqAssItem = DequeType::assign;
                s.sqContains = (world, o, value) -> self(o).indexOf(world, value, 0, Integer.MAX_VALUE) >= 0;
                s.sqInplaceConcat = (world, o, other) -> {
                    self(o).extend(world, other, false);
                    return world.newRef(o, Holder.RESULT);
                };
            })
            .oneArg("append", (world, o, x) -> none(world, () -> self(o).append(world, x)))
            .oneArg("appendleft", (world, o, x) -> none(world, () -> self(o).appendLeft(world, x)))
            .noArgs("pop", (world, o) -> self(o).pop(world))
            .noArgs("popleft", (world, o) -> self(o).popLeft(world))
            .oneArg("extend", (world, o, x) -> none(world, () -> self(o).extend(world, x, false)))
            .oneArg("extendleft", (world, o, x) -> none(world, () -> self(o).extend(world, x, true)))
            .noArgs("clear", (world, o) -> none(world, () -> self(o).clear(world)))
            .noArgs("reverse", (world, o) -> none(world, () -> self(o).reverse()))
            .fast("rotate", 0, 1, (world, o, a) -> none(world,
                () -> self(o).rotate(world, a.length == 0 ? 1 : Numbers.asIndex(world, a[0], world.types.exceptions.overflowError))))
            .oneArg("count", DequeType::count)
            .oneArg("remove", DequeType::remove)
            .fast("index", 1, 3, DequeType::index)
            .fast("insert", 2, 2, (world, o, a) -> none(world,
                () -> self(o).insert(world, Numbers.asIndex(world, a[0], null), a[1])))
            .noArgs("copy", this::copy)
            .noArgs("__copy__", this::copy)
            .noArgs("__reversed__", (world, o) -> iterator(world, self(o), true))
            .noArgs("__sizeof__", (world, o) -> world.newInt(o.type.basicSize + 528 * self(o).blockCount()))
            .getset("maxlen", (world, o) -> self(o).maxLength < 0 ? world.none() : world.newInt(self(o).maxLength))
            .ready();
    }

    private static PyObject none(World w, Runnable action) {
        action.run();
        return w.none();
    }

    private static void init(World w, PyObject o, PyTuple args, PyDict kwargs) {
        PyObject iterable = args.items.length > 0 ? args.items[0] : kwargs == null ? null : kwargs.getStr(w, w.id("iterable"));
        PyObject maximum = args.items.length > 1 ? args.items[1] : kwargs == null ? null : kwargs.getStr(w, w.id("maxlen"));
        if (args.items.length > 2) {
            throw Errors.typeError(w, "deque() takes at most 2 arguments (%d given)", args.items.length);
        }
        PyDeque deque = self(o);
        if (maximum != null && maximum != w.singletons.none) {
            long limit = Numbers.asIndex(w, maximum, w.types.exceptions.overflowError);
            if (limit < 0) {
                throw Errors.valueError(w, "maxlen must be non-negative");
            }
            deque.maxLength = limit;
        }
        if (deque.size() > 0) {
            deque.clear(w);
        }
        if (iterable != null) {
            deque.extend(w, iterable, false);
        }
    }

    private static void dealloc(World w, PyObject o) {
        w.untrack(o);
        if (o.weakList() != null) {
            WeakReferences.clearAll(w, o);
        }
        if (w.trashcanBegin(o)) {
            return;
        }
        self(o).end(w);
        TypeObject.free(w, o);
        w.trashcanEnd();
    }

    private static void traverse(PyObject o, Slots.Visitor visitor) {
        for (int i = 0; i < self(o).size(); i++) {
            visitor.visit(self(o).get(i));
        }
    }

    private static void assign(World w, PyObject o, long index, PyObject value) {
        int at = self(o).checked(w, index, "deque index out of range");
        if (value == null) {
            self(o).removeAt(w, at);
        } else {
            self(o).set(w, at, value);
        }
    }

    private PyObject repr(World world, PyObject o) {
        PyObject[] items = self(o).copyOfItems(world);
        dev.glassheap.runtime.object.PyList list = dev.glassheap.runtime.object.PyList.create(world);
        try {
            for (PyObject item : items) {
                list.append(world, item);
            }
            long limit = self(o).maxLength;
            return world.str(o.type.shortName() + "(" + Objects.reprText(world, list) + (limit < 0 ? "" : ", maxlen=" + limit) + ")");
        } finally {
            world.release(list, Holder.NATIVE);
            Objects.releaseAll(world, items);
        }
    }

    private static PyObject compare(World w, PyObject a, PyObject b, CompareOp op) {
        if (!(a instanceof PyDeque x) || !(b instanceof PyDeque y)) {
            return w.notImplemented();
        }
        if (x.size() != y.size() && (op == CompareOp.EQ || op == CompareOp.NE)) {
            return w.bool(op == CompareOp.NE);
        }
        for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
            if (!Objects.compareBool(w, x.get(i), y.get(i), CompareOp.EQ)) {
                return switch (op) {
                    case EQ -> w.bool(false);
                    case NE -> w.bool(true);
                    default -> Objects.richCompare(w, x.get(i), y.get(i), op);
                };
            }
        }
        return w.bool(op.holds(Integer.compare(x.size(), y.size())));
    }

    private static PyObject count(World w, PyObject o, PyObject value) {
        long n = 0;
        for (int at = self(o).indexOf(w, value, 0, Integer.MAX_VALUE); at >= 0; at = self(o).indexOf(w, value, at + 1, Integer.MAX_VALUE)) {
            n++;
        }
        return w.newInt(n);
    }

    private static PyObject remove(World w, PyObject o, PyObject value) {
        int at = self(o).indexOf(w, value, 0, Integer.MAX_VALUE);
        if (at < 0) {
            throw Errors.valueError(w, "%s is not in deque", Objects.reprText(w, value));
        }
        self(o).removeAt(w, at);
        return w.none();
    }

    private static PyObject index(World w, PyObject o, PyObject[] a) {
        int size = self(o).size();
        long from = a.length > 1 ? Numbers.asIndex(w, a[1], null) : 0;
        long to = a.length > 2 ? Numbers.asIndex(w, a[2], null) : size;
        int at = self(o).indexOf(w, a[0], (int) Math.clamp(from < 0 ? from + size : from, 0, size),
            (int) Math.clamp(to < 0 ? to + size : to, 0, size));
        if (at < 0) {
            throw Errors.valueError(w, "%s is not in deque", Objects.reprText(w, a[0]));
        }
        return w.newInt(at);
    }

    private PyObject copy(World world, PyObject o) {
        PyDeque fresh = (PyDeque) TypeObject.genericAlloc(world, type, 0);
        fresh.begin(world);
        fresh.maxLength = self(o).maxLength;
        fresh.extend(world, o, false);
        return fresh;
    }

    // ------------------------------------------------------------------ iteration

    private static final class DequeIterator extends PyObject {
        private PyDeque deque;
        private int done;
        private final boolean backwards;
        private final long state;

        DequeIterator(PyDeque deque, boolean backwards) {
            this.deque = deque;
            this.backwards = backwards;
            this.state = deque.state;
        }
    }

    private PyObject iterate(World world, PyObject o) {
        return iterator(world, self(o), false);
    }

    private PyObject iterator(World world, PyDeque deque, boolean backwards) {
        DequeIterator it = world.allocate(new DequeIterator(deque, backwards), iteratorType, 56);
        world.retain(deque, Holder.ITERATOR);
        world.track(it);
        return it;
    }

    private void defineIterator() {
        new TypeBuilder(w, iteratorType, w.types.objectType).size(56, 0).flags(PyType.HAVE_GC | PyType.DISALLOW_INSTANTIATION)
            .slots(s -> {
                s.tpIter = (world, o) -> world.newRef(o, Holder.RESULT);
                s.tpIternext = DequeType::next;
                s.tpTraverse = (o, visitor) -> {
                    if (((DequeIterator) o).deque != null) {
                        visitor.visit(((DequeIterator) o).deque);
                    }
                };
                s.tpDealloc = (world, o) -> {
                    world.untrack(o);
                    PyDeque deque = ((DequeIterator) o).deque;
                    ((DequeIterator) o).deque = null;
                    world.releaseOrNull(deque, Holder.ITERATOR);
                    TypeObject.free(world, o);
                };
            })
            .method("__length_hint__", new NativeCode.NoArgs((world, o) -> {
                DequeIterator it = (DequeIterator) o;
                return world.newInt(it.deque == null ? 0 : it.deque.size() - it.done);
            }))
            .ready();
    }

    private static PyObject next(World w, PyObject o) {
        DequeIterator it = (DequeIterator) o;
        PyDeque deque = it.deque;
        if (deque == null) {
            return null;
        }
        if (deque.state != it.state) {
            throw Errors.runtimeError(w, "deque mutated during iteration");
        }
        if (it.done >= deque.size()) {
            it.deque = null;
            w.release(deque, Holder.ITERATOR);
            return null;
        }
        int index = it.backwards ? deque.size() - 1 - it.done : it.done;
        it.done++;
        return w.newRef(deque.get(index), Holder.RESULT);
    }
}
