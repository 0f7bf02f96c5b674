package dev.glassheap.runtime.snapshot;

import dev.glassheap.runtime.heap.Heap;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.References;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The objects outside the heap that a snapshot shows: those that something on the heap refers to, and those that refer to something on
 * the heap. The thousands of others, such as the methods of built-in types, would only hide what matters.
 */
final class StaticObjects {

    private final Heap heap;
    private final int firstNumber;
    private final List<PyObject> shown = new ArrayList<>();
    private final Map<PyObject, Integer> numbers = new IdentityHashMap<>();
    private final Set<PyObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<PyObject> unseen = new ArrayDeque<>();
    private final List<PyObject> holders = new ArrayList<>();

    /** @param firstNumber number of the first one: that of objects on the heap */
    StaticObjects(Heap heap, int firstNumber) {
        this.heap = heap;
        this.firstNumber = firstNumber;
    }

    /** Number of a static object, which is shown from now on. */
    int number(PyObject object) {
        Integer known = numbers.get(object);
        if (known == null) {
            known = firstNumber + shown.size();
            numbers.put(object, known);
            shown.add(object);
            visit(object);
        }
        return known;
    }

    List<PyObject> shown() {
        return shown;
    }

    /** Looks for references to the heap in an object and what it reaches outside the heap. */
    void visit(PyObject object) {
        if (seen.add(object)) {
            unseen.add(object);
        }
    }

    /** Completes {@link #holders}; to be called when all that may hold has been visited or numbered. */
    void search() {
        while (!unseen.isEmpty()) {
            PyObject object = unseen.remove();
            Search search = new Search();
            References.of(object, search);
            if (search.holds) {
                number(object);
                holders.add(object);
            }
        }
    }

    /** Shown objects that refer to something on the heap, in no particular order. */
    List<PyObject> holders() {
        return holders;
    }

    /** The edges of a holder that lead to the heap. */
    void edges(PyObject holder, References.Sink sink) {
        References.of(holder, new HeapOnly(sink));
    }

    /** Not by its serial number: errors that wait for the day when memory is gone have one, and no block. */
    boolean isStatic(PyObject target) {
        return heap.isStatic(target.address);
    }

    private boolean onHeap(PyObject target) {
        return target != null && !isStatic(target);
    }

    private final class Search implements References.Sink {
        private boolean holds;

        private void look(PyObject target) {
            holds |= onHeap(target);
            if (target != null && isStatic(target)) {
                visit(target);
            }
        }

        @Override
        public void named(String place, PyObject target) {
            look(target);
        }

        @Override
        public void item(PyObject target) {
            look(target);
        }

        @Override
        public void entry(PyObject key, PyObject value) {
            look(key);
            look(value);
        }

        @Override
        public void element(PyObject target) {
            look(target);
        }
    }

    private final class HeapOnly implements References.Sink {
        private final References.Sink sink;

        HeapOnly(References.Sink sink) {
            this.sink = sink;
        }

        @Override
        public void named(String place, PyObject target) {
            if (onHeap(target)) {
                sink.named(place, target);
            }
        }

        @Override
        public void item(PyObject target) {
            sink.item(onHeap(target) ? target : null);
        }

        @Override
        public void entry(PyObject key, PyObject value) {
            if (onHeap(key) || onHeap(value)) {
                sink.entry(key, value);
            }
        }

        @Override
        public void element(PyObject target) {
            sink.element(onHeap(target) ? target : null);
        }
    }
}
