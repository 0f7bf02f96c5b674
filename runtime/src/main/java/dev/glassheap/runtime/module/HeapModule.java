package dev.glassheap.runtime.module;

import dev.glassheap.runtime.heap.Profile;
import dev.glassheap.runtime.interpreter.RunningFrames;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.Numbers;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.HeapSnapshotTaker;
import dev.glassheap.runtime.snapshot.ObjectTable;
import dev.glassheap.runtime.snapshot.PoolTable;
import dev.glassheap.runtime.snapshot.SnapshotDiff;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The module heap: pictures of the live world, snapshots and their differences. Nothing it makes lies in the heap it shows. */
final class HeapModule {

    /** Bytes in which a world can begin and a traceback can still be made. */
    private static final long SMALLEST_LIMIT = 4L << 20;
    /** As PYTHONHASHSEED. */
    private static final long LARGEST_SEED = 4294967295L;

    private static final int OBJECT = 0, ARENA = 1, POOL = 2;

    private final World w;
    private final Host host;
    private final HeapSnapshotTaker taker;
    private final HeapObject.Kinds kinds;

    private HeapModule(ModuleContext context) {
        this.w = context.world();
        this.host = context.host();
        this.taker = new HeapSnapshotTaker(w, context.collector(), new RunningFrames(w, context.execution().sites()), 1);
        this.kinds = new HeapObject.Kinds(w);
    }

    static PyModule create(ModuleContext context) {
        HeapModule heap = new HeapModule(context);
        heap.kinds.defineSnapshot(b -> b
            .slots(s -> s.nbSubtract = heap::subtract)
            .keywords("show", "obj?, *, arena?, pool?", (world, self, args) -> heap.showIn((HeapObject.Snapshot) self, args)));
        return new ModuleBuilder(context.world(), "heap")
            .keywords("show", "obj?, *, arena?, pool?", (world, self, args) -> heap.show(args))
            .keywords("snapshot", "name?", (world, self, args) -> heap.snapshot(args[0]))
            .keywords("diff", "a, b", (world, self, args) -> heap.difference(args[0], args[1]))
            .keywords("new_world", "*, profile?, limit?, hash_seed?", (world, self, args) -> heap.newWorld(args))
            .value("Picture", heap.kinds.pictureType())
            .value("Snapshot", heap.kinds.snapshotType())
            .build();
    }

    // ------------------------------------------------------------------ show

    private PyObject show(PyObject[] args) {
        checkOneView(args);
        PyObject object = args[OBJECT];
        if (object instanceof HeapObject.Snapshot s) {
            return kinds.heap(s.data);
        }
        if (object != null && object.serial == 0) {
            return showStatic(object);
        }
        return object == null ? view(taker.take(""), args) : card(taker.takeFor("", object), object);
    }

    private PyObject card(HeapSnapshot s, PyObject object) {
        return kinds.object(s, s.at(object.address));
    }

    /** A static object is in a snapshot only if something refers to it; the argument itself does. */
    private PyObject showStatic(PyObject object) {
        if (object instanceof HeapObject) {
            throw Errors.valueError(w, "show() takes objects of the program; this %s lies outside the heap and shows itself",
                object.type.shortName());
        }
        return card(taker.takeFor("", object), object);
    }

    private PyObject showIn(HeapObject.Snapshot snapshot, PyObject[] args) {
        checkOneView(args);
        PyObject object = args[OBJECT];
        if (object == null) {
            return view(snapshot.data, args);
        }
        int number = object.serial == 0 ? snapshot.data.at(object.address) : snapshot.data.find(object.type.shortName(), object.serial);
        if (number == ObjectTable.NOTHING) {
            throw Errors.valueError(w, "%s#%d is not in %s: it was made later", object.type.shortName(), object.serial, snapshot.name());
        }
        return kinds.object(snapshot.data, number);
    }

    private void checkOneView(PyObject[] args) {
        if (args[OBJECT] != null && (args[ARENA] != null || args[POOL] != null)) {
            throw Errors.typeError(w, "show() takes an object, or arena= and pool=, not both");
        }
    }

    private PyObject view(HeapSnapshot s, PyObject[] args) {
        if (args[ARENA] == null && args[POOL] == null) {
            return kinds.heap(s);
        }
        int arena = arena(s, args[ARENA]);
        return args[POOL] == null ? kinds.arena(s, arena) : kinds.pool(s, pool(s, arena, args[POOL]));
    }

    /** Place of the arena of a number; the first one when none is asked for. */
    private int arena(HeapSnapshot s, PyObject wanted) {
        PoolTable pools = s.pools();
        if (pools.arenaCount() == 0) {
            throw Errors.valueError(w, "no arena is mapped");
        }
        if (wanted == null) {
            return IntStream.range(0, pools.arenaCount()).boxed().min(java.util.Comparator.comparing(pools::arenaNumber)).orElseThrow();
        }
        long number = Numbers.asIndex(w, wanted, w.types.exceptions.overflowError);
        int arena = number < 0 || number > Integer.MAX_VALUE ? PoolTable.NONE : pools.arenaNumbered((int) number);
        if (arena == PoolTable.NONE) {
            String mapped = IntStream.range(0, Math.min(8, pools.arenaCount())).map(pools::arenaNumber).sorted().mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
            throw Errors.valueError(w, "there is no arena %d; mapped: %s%s", number, mapped, pools.arenaCount() > 8 ? ", ..." : "");
        }
        return arena;
    }

    private int pool(HeapSnapshot s, int arena, PyObject wanted) {
        long index = Numbers.asIndex(w, wanted, w.types.exceptions.overflowError);
        int pools = s.pools().poolsOf(arena);
        if (index < 0 || index >= pools) {
            throw Errors.valueError(w, "arena %d has no pool %d; its pools are 0 to %d", s.pools().arenaNumber(arena), index, pools - 1);
        }
        return s.pools().pool(arena, (int) index);
    }

    // ------------------------------------------------------------------ snapshots

    private PyObject snapshot(PyObject name) {
        if (name == null || name == w.singletons.none) {
            return kinds.snapshot(taker.take(""));
        }
        if (!(name instanceof PyStr s)) {
            throw Errors.typeError(w, "the name of a snapshot must be str, not %s", name.type.shortName());
        }
        return kinds.snapshot(taker.takeFor(s.text(), s));
    }

    /** {@code after - before}. */
    private PyObject subtract(World world, PyObject after, PyObject before) {
        if (!(after instanceof HeapObject.Snapshot) || !(before instanceof HeapObject.Snapshot)) {
            return w.notImplemented();
        }
        return difference(before, after);
    }

    private PyObject difference(PyObject before, PyObject after) {
        for (PyObject o : List.of(before, after)) {
            if (!(o instanceof HeapObject.Snapshot)) {
                throw Errors.typeError(w, "diff() takes two snapshots, as heap.snapshot() makes them, not %s", o.type.shortName());
            }
        }
        HeapSnapshot a = ((HeapObject.Snapshot) before).data;
        HeapSnapshot b = ((HeapObject.Snapshot) after).data;
        try {
            return kinds.difference(SnapshotDiff.between(a, b));
        } catch (SnapshotDiff.IncomparableException e) {
            throw Errors.valueError(w, "%s", e.getMessage());
        }
    }

    // ------------------------------------------------------------------ worlds

    private PyObject newWorld(PyObject[] args) {
        String profile = args[0] == null ? w.heap.profile().name() : args[0] instanceof PyStr p ? p.text() : "";
        if (Profile.named(profile).isEmpty()) {
            throw Errors.valueError(w, "profile must be one of %s", Profile.ALL.stream().map(p -> "'" + p.name() + "'")
                .collect(Collectors.joining(", ")));
        }
        long limit = args[1] == null ? 0 : Numbers.asIndex(w, args[1], w.types.exceptions.overflowError);
        if (args[1] != null && limit < SMALLEST_LIMIT) {
            throw Errors.valueError(w, "limit must be at least %d bytes", SMALLEST_LIMIT);
        }
        long hashSeed = args[2] == null ? w.hashSeed : Numbers.asIndex(w, args[2], w.types.exceptions.overflowError);
        if (hashSeed < 0 || hashSeed > LARGEST_SEED) {
            throw Errors.valueError(w, "hash_seed must be an integer in range [0; %d]", LARGEST_SEED);
        }
        if (!host.newWorld(profile, limit, hashSeed)) {
            throw Errors.runtimeError(w, "a new world begins in a notebook only; for a program choose it with ./glassheap run --profile");
        }
        return w.none();
    }
}
