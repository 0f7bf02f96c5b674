package dev.glassheap.runtime.gc;

import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Computes the invariants of the collector, as {@code validate_list} of CPython's debug build and more. Reads only; must not be
 * called while a collection runs.
 *
 * <pre>
 * every list:             o.gcNext.gcPrev == o,  o.gcPrev.gcNext == o
 * tracked object:         in exactly one list, of a GC type, gcRefs == 0, its block allocated and its own (unless static)
 * reference counts:       references from GC objects to o &lt;= o.refcnt
 * untracked tuple, dict:  holds nothing that may be tracked
 * counts:                 count[g] &gt;= 0
 * </pre>
 * {@link #checkCheaply} walks the lists, O(tracked); {@link #checkThoroughly} traverses every object of the heap, O(objects + references).
 */
public final class GcChecker {

    private final World w;
    private final CycleCollector collector;
    /** How often each object was met by a traversal; at first 0 for each tracked object. */
    private final Map<PyObject, Integer> met = new IdentityHashMap<>();

    private GcChecker(World w, CycleCollector collector) {
        this.w = w;
        this.collector = collector;
    }

    /** @throws GcException when an invariant does not hold; the message has the values */
    public static void checkCheaply(World w, CycleCollector collector) {
        new GcChecker(w, collector).checkLists();
    }

    /** @throws GcException when an invariant does not hold; the message has the values */
    public static void checkThoroughly(World w, CycleCollector collector) {
        GcChecker checker = new GcChecker(w, collector);
        checker.checkLists();
        checker.checkReferences();
        checker.checkUntracked();
    }

    private static void require(boolean holds, String invariant, Object... values) {
        if (!holds) {
            throw new GcException("broken: " + invariant.formatted(values));
        }
    }

    private static String name(PyObject o) {
        return o instanceof GcList ? "head" : o.type.name + "#" + o.serial;
    }

    // ------------------------------------------------------------------ lists

    private void checkLists() {
        for (int g = 0; g < CycleCollector.GENERATIONS; g++) {
            checkList("generation " + g, collector.generations[g].list);
            require(collector.count(g) >= 0, "count[%d] = %d >= 0", g, collector.count(g));
        }
        checkList("permanent generation", collector.permanent);
    }

    private void checkList(String list, GcList head) {
        PyObject o = head;
        do {
            require(o.gcNext != null && o.gcNext.gcPrev == o, "%s: %s.gcNext.gcPrev == %s", list, name(o), name(o));
            require(o.gcPrev != null && o.gcPrev.gcNext == o, "%s: %s.gcPrev.gcNext == %s", list, name(o), name(o));
            if (o != head) {
                checkMember(list, o);
            }
            o = o.gcNext;
        } while (o != head);
    }

    private void checkMember(String list, PyObject o) {
        require(!(o instanceof GcList), "%s: no other head inside", list);
        require(met.put(o, 0) == null, "%s: %s is in one list only", list, name(o));
        require(o.type.has(PyType.HAVE_GC), "%s: %s is of a GC type", list, name(o));
        require(o.gcRefs == 0, "%s: %s.gcRefs = %d = 0", list, name(o), o.gcRefs);
        require(o.refcnt > 0, "%s: %s.refcnt = %d > 0", list, name(o), o.refcnt);
        long block = o.address - o.type.preHeaderSize();
        require(w.heap.isStatic(o.address) || w.heap.isAllocated(block) && w.heap.occupant(block) == o, "%s: block 0x%x belongs to %s", list, block, name(o));
    }

    // ------------------------------------------------------------------ references

    /** Every object a tracked one refers to must have been counted for it. */
    private void checkReferences() {
        for (PyObject o : met.keySet().toArray(PyObject[]::new)) {
            if (o.type.slots.tpTraverse != null) {
                o.type.slots.tpTraverse.traverse(o, referent -> met.merge(referent, 1, Integer::sum));
            }
        }
        met.forEach((o, references) -> require(references <= o.refcnt, "references to %s %d <= refcnt %d", name(o), references, o.refcnt));
    }

    /** {@code assert(!_PyObject_GC_MAY_BE_TRACKED(...))} for what is in untracked tuples and dicts. */
    private void checkUntracked() {
        w.heap.forEachBlock((address, requested, granted, site, birth, occupant) -> {
            boolean own = occupant instanceof PyObject o && o.address - o.type.preHeaderSize() == address;
            if (own && occupant instanceof PyTuple t && t.type == w.types.tupleType && !t.isTracked()) {
                checkHoldsNothingTracked(t);
            } else if (own && occupant instanceof PyDict d && d.type == w.types.dictType && !d.isTracked()) {
                checkHoldsNothingTracked(d);
            }
        });
    }

    private void checkHoldsNothingTracked(PyObject o) {
        if (o.refcnt > 0) {
            o.type.slots.tpTraverse.traverse(o, referent -> require(!referent.isTracked(), "untracked %s holds no tracked object, but %s",
                name(o), name(referent)));
        }
    }
}
