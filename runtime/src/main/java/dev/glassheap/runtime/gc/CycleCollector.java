package dev.glassheap.runtime.gc;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import dev.glassheap.runtime.event.HeapEvents;
import dev.glassheap.runtime.heap.Profile;
import dev.glassheap.runtime.object.Collector;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The generational cycle collector of one world: generations, their counts and thresholds, when a collection starts
 * ({@code Modules/gcmodule.c} of CPython 3.11). The phases of one collection are the methods of {@link Collection}.
 *
 * <pre>
 * tracked objects = members of generations 0..2 + permanent generation, each in exactly one list
 * count[0] = max(0, GC objects allocated - freed) since the last collection, while it is never negative in between
 * no collection runs: gcRefs == 0 for every tracked object
 * </pre>
 * {@link GcChecker} computes these.
 */
public final class CycleCollector implements Collector {

    /** {@code NUM_GENERATIONS}. */
    public static final int GENERATIONS = 3;

    final Generation[] generations;
    /** {@code permanent_generation}: what {@code gc.freeze()} put aside. */
    final GcList permanent = new GcList();
    private final GcList young;
    private final Generation first;
    private boolean enabled = true;
    private boolean collecting;
    private int debug;
    /** Objects in generation 2 after the last full collection. */
    int longLivedTotal;
    /** Objects that came to generation 2 since then. */
    int longLivedPending;
    private World world;
    private Collection collection;
    private PyList garbage;
    private PyList callbacks;
    private Consumer<String> debugOutput = text -> { };
    private HeapEvents listener = HeapEvents.NONE;

    public CycleCollector(Profile profile) {
        generations = new Generation[] {new Generation(profile.threshold0()), new Generation(profile.threshold1()),
            new Generation(profile.threshold2())};
        first = generations[0];
        young = first.list;
    }

    /** Tells the world to collect, once it exists and its types are defined: {@code _PyGC_Init}, which makes {@code gc.garbage}. */
    public void attach(World w) {
        world = w;
        collection = new Collection(w, this);
        garbage = PyList.create(w);
    }

    // ------------------------------------------------------------------ what the object model tells

    @Override
    public void allocated(World w) {
        if (++first.count > first.threshold) {
            overThreshold();
        }
    }

    /** The slow part of {@code _PyObject_GC_Link}. */
    @TruffleBoundary
    private void overThreshold() {
        if (enabled && first.threshold != 0 && !collecting && world != null) {
            collecting = true;
            try {
                collectGenerations();
            } finally {
                collecting = false;
            }
        }
    }

    @Override
    public void freed() {
        if (first.count > 0) {
            first.count--;
        }
    }

    @Override
    public void track(PyObject object) {
        if (object.gcNext != null) {
            throw trackedAlready(object);
        }
        young.append(object);
        if (listener != HeapEvents.NONE) {
            tellTracked(object);
        }
    }

    @Override
    public void untrack(PyObject object) {
        if (object.gcNext == null) {
            return;
        }
        GcList.unlink(object);
        object.gcNext = null;
        object.gcPrev = null;
        object.gcRefs = 0;
        if (listener != HeapEvents.NONE) {
            tellUntracked(object);
        }
    }

    @TruffleBoundary
    private static GcException trackedAlready(PyObject object) {
        return new GcException(object.type + " at " + Long.toHexString(object.address) + " is tracked already");
    }

    @TruffleBoundary
    private void tellTracked(PyObject object) {
        listener.tracked(world == null ? 0 : world.heap.events(), object.address, 0);
    }

    @TruffleBoundary
    private void tellUntracked(PyObject object) {
        listener.untracked(world == null ? 0 : world.heap.events(), object.address);
    }

    // ------------------------------------------------------------------ when

    /** {@code gc_collect_generations}: collects the oldest generation that is over its threshold. */
    private void collectGenerations() {
        for (int i = GENERATIONS - 1; i >= 0; i--) {
            if (generations[i].count > generations[i].threshold && !(i == GENERATIONS - 1 && fewNewLongLived())) {
                collection.runWithCallbacks(i);
                return;
            }
        }
    }

    /** The quarter rule: full collections wait until the oldest generation has grown by 25 %, so that their cost stays linear. */
    private boolean fewNewLongLived() {
        return longLivedPending < longLivedTotal / 4;
    }

    /**
     * {@code gc.collect(generation)}.
     *
     * @param generation 0..2
     * @return number of unreachable objects found; 0 when a collection is running already
     */
    @TruffleBoundary
    public long collect(int generation) {
        if (generation < 0 || generation >= GENERATIONS) {
            throw new IllegalArgumentException("there is no generation " + generation);
        }
        if (collecting) {
            return 0;
        }
        collecting = true;
        try {
            return collection.runWithCallbacks(generation);
        } finally {
            collecting = false;
        }
    }

    /** {@code _PyGC_CollectNoFail}: the full collections at the end of a world, even if disabled; no callbacks. */
    @TruffleBoundary
    public long collectNoFail() {
        if (collecting) {
            return 0;
        }
        collecting = true;
        try {
            return collection.run(GENERATIONS - 1);
        } finally {
            collecting = false;
        }
    }

    // ------------------------------------------------------------------ settings

    public boolean isEnabled() {
        return enabled;
    }

    public void enabled(boolean on) {
        enabled = on;
    }

    /** True while a collection runs, also when it calls finalizers or callbacks. */
    public boolean isCollecting() {
        return collecting;
    }

    /** {@code gc.get_count()[generation]}. */
    public int count(int generation) {
        return generations[generation].count;
    }

    /** {@code gc.get_threshold()[generation]}. */
    public int threshold(int generation) {
        return generations[generation].threshold;
    }

    /** @param value 0 for generation 0 switches automatic collections off */
    public void threshold(int generation, int value) {
        generations[generation].threshold = value;
    }

    public GcStats stats(int generation) {
        Generation g = generations[generation];
        return new GcStats(g.collections, g.collected, g.uncollectable);
    }

    /** Bits of {@link DebugFlags}. */
    public int debug() {
        return debug;
    }

    public void debug(int flags) {
        debug = flags;
    }

    /** Where the lines of the debug flags go; each text ends with its line feed. */
    public void debugOutput(Consumer<String> output) {
        debugOutput = output;
    }

    void print(String text) {
        debugOutput.accept(text);
    }

    /** Who hears of phases and of tracking; {@link HeapEvents#NONE} costs nothing. */
    public void listener(HeapEvents sink) {
        listener = sink;
    }

    HeapEvents listener() {
        return listener;
    }

    /** {@code gc.garbage}, borrowed. */
    public PyList garbage() {
        return garbage;
    }

    /** {@code gc.callbacks}, borrowed; there is none before the first import of gc. */
    public Optional<PyList> callbacks() {
        return Optional.ofNullable(callbacks);
    }

    /** Makes {@code gc.callbacks} at the first import of gc; the reference is stolen. */
    public void callbacks(PyList list) {
        callbacks = list;
    }

    // ------------------------------------------------------------------ the lists

    /** {@code gc.freeze()}: everything tracked goes to the permanent generation, which no collection looks at. */
    public void freeze() {
        for (Generation g : generations) {
            permanent.merge(g.list);
            g.count = 0;
        }
    }

    /** {@code gc.unfreeze()}: back to the oldest generation. */
    public void unfreeze() {
        generations[GENERATIONS - 1].list.merge(permanent);
    }

    /** {@code gc.get_freeze_count()}; O(n). */
    public int freezeCount() {
        return permanent.size();
    }

    /** Number of objects in a generation's list; O(n). */
    public int size(int generation) {
        return generations[generation].list.size();
    }

    /** Shows every object of a generation, oldest entry first. The visitor must neither track nor untrack. */
    public void forEach(int generation, Consumer<PyObject> visitor) {
        forEach(generations[generation].list, visitor);
    }

    /** The same for the permanent generation. */
    public void forEachFrozen(Consumer<PyObject> visitor) {
        forEach(permanent, visitor);
    }

    private static void forEach(GcList list, Consumer<PyObject> visitor) {
        for (PyObject o = list.gcNext; o != list; o = o.gcNext) {
            visitor.accept(o);
        }
    }
}
