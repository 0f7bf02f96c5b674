package dev.glassheap.runtime.gc;

import static dev.glassheap.runtime.gc.CycleCollector.GENERATIONS;

import dev.glassheap.runtime.event.GcPhase;
import dev.glassheap.runtime.event.HeapEvents;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyWeakReference;
import dev.glassheap.runtime.object.Slots;
import dev.glassheap.runtime.object.WeakReferences;
import dev.glassheap.runtime.object.World;
import java.util.Locale;

/**
 * One collection, phase by phase, in the order of {@code gc_collect_main} of CPython 3.11. {@link #run} is its table of contents.
 *
 * <p>Legacy finalizers ({@code tp_del}) exist only in C extensions, so that nothing is ever uncollectable here.
 */
final class Collection {

    private final World w;
    private final CycleCollector collector;
    private final Reachability reachability = new Reachability();
    private final Untracking untracking;
    private final CollectionCallbacks callbacks;
    private int generation;
    private long collected;

    Collection(World w, CycleCollector collector) {
        this.w = w;
        this.collector = collector;
        this.untracking = new Untracking(w);
        this.callbacks = new CollectionCallbacks(w, collector);
    }

    /** {@code gc_collect_with_callback}. @return number of unreachable objects found */
    long runWithCallbacks(int wanted) {
        callbacks.invoke("start", wanted, 0, 0);
        long found = run(wanted);
        callbacks.invoke("stop", wanted, found, 0);
        return found;
    }

    /** {@code gc_collect_main}. @return number of unreachable objects found */
    long run(int wanted) {
        generation = wanted;
        collected = 0;
        long begin = System.nanoTime();
        printStart();
        Generation own = collector.generations[generation];
        GcList young = own.list;
        boolean full = generation == GENERATIONS - 1;
        GcList old = full ? young : collector.generations[generation + 1].list;
        updateCounts();
        mergeYounger(young);
        enter(GcPhase.START, young);

        GcList unreachable = new GcList();
        deduceUnreachable(young, unreachable);
        untracking.untrackTuples(young);
        promote(young, old);
        Reachability.clearUnreachableMask(unreachable);
        printCollectable(unreachable);

        enter(GcPhase.HANDLE_WEAKREFS, unreachable);
        collected += handleWeakrefs(unreachable, old);
        enter(GcPhase.FINALIZE_GARBAGE, unreachable);
        finalizeGarbage(unreachable);
        enter(GcPhase.HANDLE_RESURRECTED, unreachable);
        GcList finalUnreachable = new GcList();
        handleResurrectedObjects(unreachable, finalUnreachable, old);
        enter(GcPhase.DELETE_GARBAGE, finalUnreachable);
        collected += finalUnreachable.size();
        deleteGarbage(finalUnreachable, old);

        printDone(begin);
        if (full) {
            w.freeLists.clear(w);
        }
        own.collections++;
        own.collected += collected;
        enter(GcPhase.STOP, collected);
        return collected;
    }

    // ------------------------------------------------------------------ before

    private void updateCounts() {
        if (generation + 1 < GENERATIONS) {
            collector.generations[generation + 1].count++;
        }
        for (int i = 0; i <= generation; i++) {
            collector.generations[i].count = 0;
        }
    }

    private void mergeYounger(GcList young) {
        for (int i = 0; i < generation; i++) {
            young.merge(collector.generations[i].list);
        }
    }

    // ------------------------------------------------------------------ finding

    /** {@code deduce_unreachable}: moves what is unreachable out of {@code base}, in its order. */
    private void deduceUnreachable(GcList base, GcList unreachable) {
        enter(GcPhase.UPDATE_REFS, base);
        Reachability.updateRefs(base);
        enter(GcPhase.SUBTRACT_REFS, base);
        reachability.subtractRefs(base);
        enter(GcPhase.MOVE_UNREACHABLE, base);
        reachability.moveUnreachable(base, unreachable);
    }

    /** Survivors become older; a full collection counts them instead and untracks dicts. */
    private void promote(GcList young, GcList old) {
        if (young != old) {
            if (generation == GENERATIONS - 2) {
                collector.longLivedPending += young.size();
            }
            old.merge(young);
        } else {
            untracking.untrackDicts(young);
            collector.longLivedPending = 0;
            collector.longLivedTotal = young.size();
        }
    }

    // ------------------------------------------------------------------ weak references

    /**
     * {@code handle_weakrefs}: clears every weak reference to trash, and those that are trash, then calls the callbacks of the
     * others. No guest code has run before, so that none can see trash through a weak reference.
     *
     * @return number of weak references that died with their own callback
     */
    private int handleWeakrefs(GcList unreachable, GcList old) {
        GcList toCall = new GcList();
        for (PyObject o = unreachable.gcNext; o != unreachable; o = o.gcNext) {
            if (o instanceof PyWeakReference ref) {
                WeakReferences.clearRef(ref);
            }
            if (!o.type.hasWeakList) {
                continue;
            }
            while (o.weakList() instanceof PyWeakReference ref) {
                WeakReferences.clearRef(ref);
                if (ref.callback != null && !Reachability.isCollecting(ref)) {
                    w.retain(ref, Holder.WEAKREF);
                    toCall.move(ref);
                }
            }
        }
        return invokeWeakrefCallbacks(toCall, old);
    }

    private int invokeWeakrefCallbacks(GcList toCall, GcList old) {
        int freed = 0;
        while (!toCall.isEmpty()) {
            PyObject ref = toCall.gcNext;
            WeakReferences.handleCallback(w, (PyWeakReference) ref, ((PyWeakReference) ref).callback);
            w.release(ref, Holder.WEAKREF);
            if (toCall.gcNext == ref) {
                old.move(ref);
            } else {
                freed++;
            }
        }
        return freed;
    }

    // ------------------------------------------------------------------ finalizers

    /** {@code finalize_garbage}: each finalizer once; whatever dies of it by its count leaves the list. */
    private void finalizeGarbage(GcList collectable) {
        GcList seen = new GcList();
        while (!collectable.isEmpty()) {
            PyObject o = collectable.gcNext;
            seen.move(o);
            Slots.FinalizeProc finalizer = o.type.slots.tpFinalize;
            if (finalizer != null && !o.finalized) {
                o.finalized = true;
                w.retain(o, Holder.NATIVE);
                finalizer.run(w, o);
                w.release(o, Holder.NATIVE);
            }
        }
        collectable.merge(seen);
    }

    /** {@code handle_resurrected_objects}: the trash is its own universe now; what is referenced from outside lives on. */
    private void handleResurrectedObjects(GcList unreachable, GcList stillUnreachable, GcList old) {
        Reachability.clearCollecting(unreachable);
        Reachability.updateRefs(unreachable);
        reachability.subtractRefs(unreachable);
        reachability.moveUnreachable(unreachable, stillUnreachable);
        Reachability.clearUnreachableMask(stillUnreachable);
        old.merge(unreachable);
    }

    // ------------------------------------------------------------------ deleting

    /** {@code delete_garbage}: clears the first until none is left; clearing breaks cycles, and the counts do the rest. */
    private void deleteGarbage(GcList collectable, GcList old) {
        while (!collectable.isEmpty()) {
            PyObject o = collectable.gcNext;
            if ((collector.debug() & DebugFlags.SAVEALL) != 0) {
                saveGarbage(o);
            } else if (o.type.slots.tpClear != null) {
                clear(o);
            }
            if (collectable.gcNext == o) {
                o.gcRefs = 0;
                old.move(o);
            }
        }
    }

    private void saveGarbage(PyObject o) {
        try {
            collector.garbage().append(w, o);
        } catch (PyException e) {
            w.release(e.take(), Holder.EXCEPTION);
        }
    }

    private void clear(PyObject o) {
        w.retain(o, Holder.NATIVE);
        try {
            o.type.slots.tpClear.clear(w, o);
        } catch (PyException e) {
            w.calls.writeUnraisable(w, e, o.type);
        }
        w.release(o, Holder.NATIVE);
    }

    // ------------------------------------------------------------------ telling

    private void enter(GcPhase phase, GcList concerned) {
        if (collector.listener() != HeapEvents.NONE) {
            enter(phase, concerned.size());
        }
    }

    private void enter(GcPhase phase, long objects) {
        if (collector.listener() != HeapEvents.NONE) {
            collector.listener().gcPhaseEntered(w.heap.events(), phase, generation, objects);
        }
    }

    private void printStart() {
        if ((collector.debug() & DebugFlags.STATS) != 0) {
            collector.print("gc: collecting generation " + generation + "...\n"
                + "gc: objects in each generation: " + collector.size(0) + " " + collector.size(1) + " " + collector.size(2) + "\n"
                + "gc: objects in permanent generation: " + collector.freezeCount() + "\n");
        }
    }

    private void printCollectable(GcList unreachable) {
        if ((collector.debug() & DebugFlags.COLLECTABLE) != 0) {
            for (PyObject o = unreachable.gcNext; o != unreachable; o = o.gcNext) {
                collector.print("gc: collectable <" + o.type.name + " 0x" + Long.toHexString(o.address) + ">\n");
            }
        }
    }

    private void printDone(long begin) {
        if ((collector.debug() & DebugFlags.STATS) != 0) {
            collector.print(String.format(Locale.ROOT, "gc: done, %d unreachable, 0 uncollectable, %.4fs elapsed\n", collected,
                (System.nanoTime() - begin) / 1e9));
        }
    }
}
