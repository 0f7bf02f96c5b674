package dev.glassheap.runtime.snapshot;

import dev.glassheap.runtime.gc.CycleCollector;
import dev.glassheap.runtime.heap.Profile;
import dev.glassheap.runtime.heap.Heap;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.References;
import dev.glassheap.runtime.object.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes snapshots of a live world. Only looks: no block of the guest's heap is asked for, no count changes, no guest code runs. To be
 * called on the thread of the guest, at a point where native code of a module may run.
 *
 * <pre>
 * references found by edges and roots &lt;= refcount, for every object on the heap
 * </pre>
 *
 * What remains is held by operands of the running statement and by native code; such objects get a root of {@link Root.Kind#STACK}, because
 * they live.
 */
public final class HeapSnapshotTaker {

    /** Roots for counted references that are not found, of one object. */
    private static final int MOST_UNEXPLAINED = 8;

    private final World w;
    private final CycleCollector collector;
    private final GuestFrames frames;
    private final int worldNumber;

    /** @param worldNumber serial of the world: only snapshots of one world can be compared */
    public HeapSnapshotTaker(World w, CycleCollector collector, GuestFrames frames, int worldNumber) {
        this.w = w;
        this.collector = collector;
        this.frames = frames;
        this.worldNumber = worldNumber;
    }

    /** A snapshot under a name, which may be empty. */
    public HeapSnapshot take(String label) {
        return new Taking(label, Optional.empty()).take();
    }

    /** The same while the caller holds one reference to an object as an argument, which is not counted. */
    public HeapSnapshot takeFor(String label, PyObject argument) {
        return new Taking(label, Optional.of(argument)).take();
    }

    private SnapshotHeader header(String label) {
        Profile p = w.heap.profile();
        Geometry geometry = new Geometry(p.alignment(), p.poolSize(), p.arenaSize(), Heap.POOL_HEADER, p.smallRequestLimit(),
            p.keepsLastArena());
        List<String> settings = w.hashSeed == 0 ? List.of() : List.of("hash seed " + w.hashSeed);
        return new SnapshotHeader(label, p.name(), p.geometryLabel(), w.heap.events(), frames.where(), worldNumber, geometry, settings, "");
    }

    /** One snapshot while it is made: blocks, rows, edges, roots, in this order. */
    private final class Taking {
        private final HeapSnapshot.Builder builder;
        private final Optional<PyObject> argument;
        private final LiveObjects live;
        private final StaticObjects statics;
        private final List<EdgeCollector.Row> rows = new ArrayList<>();
        private final List<Root> roots = new ArrayList<>();
        private final int[] found;

        Taking(String label, Optional<PyObject> argument) {
            this.builder = HeapSnapshot.builder(header(label));
            this.argument = argument;
            this.live = new LiveObjects(w);
            this.statics = new StaticObjects(w.heap, live.count());
            this.found = new int[live.count()];
        }

        HeapSnapshot take() {
            EdgeCollector edges = new EdgeCollector(this::number);
            live.forEachObject(object -> {
                if (!frames.references(object, edges)) {
                    References.of(object, edges);
                }
                rows.add(edges.finish());
            });
            modules();
            runtime();
            running();
            argument.filter(statics::isStatic).ifPresent(statics::number);
            List<EdgeCollector.Row> staticRows = staticRows(edges);
            count(rows);
            count(staticRows);
            unexplained();
            new ObjectRows(w, collector, frames, builder).add(live, statics.shown(), argument.filter(o -> refcount(o) < o.refcnt));
            new BlockRows(w, live, builder).add();
            builderEdges(staticRows);
            roots.forEach(builder::root);
            return builder.build();
        }

        private int number(PyObject target) {
            return statics.isStatic(target) ? statics.number(target) : live.number(target);
        }

        /** Without the reference of the call that wants to see the object, unless nothing else holds it. */
        private int refcount(PyObject object) {
            return argument.isPresent() && argument.get() == object && object.refcnt > 1 ? object.refcnt - 1 : object.refcnt;
        }

        // -------------------------------------------------------------- roots

        private void modules() {
            w.modules.forEach((name, module) -> {
                if (module instanceof PyModule m && m.dict != null && name instanceof PyStr s) {
                    namespace(s.text(), m.dict);
                }
            });
            namespace("builtins", w.builtins);
            namespace("sys", w.sys);
            staticTypes(w.types.objectType);
        }

        private void namespace(String module, PyDict dict) {
            if (statics.isStatic(dict)) {
                statics.visit(dict);
            }
            boolean known = roots.stream().anyMatch(r -> r.holder().equals(module));
            if (!known) {
                roots.add(new Root(Root.Kind.GLOBALS, module, "", number(dict)));
            }
        }

        private void staticTypes(PyType type) {
            if (statics.isStatic(type)) {
                statics.visit(type);
                type.subclasses.forEach(this::staticTypes);
            }
        }

        private void runtime() {
            interpreter("sys.modules", w.modules);
            interpreter("gc.garbage", collector.garbage());
            Optional<PyList> callbacks = collector.callbacks();
            callbacks.ifPresent(list -> interpreter("gc.callbacks", list));
        }

        private void interpreter(String name, PyObject target) {
            if (target != null) {
                held(new Root(Root.Kind.INTERPRETER, "", name, number(target)));
            }
        }

        private void running() {
            frames.forEachRunning(new GuestFrames.Visitor() {
                @Override
                public void local(String function, String name, PyObject value) {
                    Taking.this.held(new Root(Root.Kind.LOCAL, function, name, number(value)));
                }

                @Override
                public void held(String function, PyObject value) {
                    Taking.this.held(new Root(Root.Kind.STACK, function, "", number(value)));
                }
            });
        }

        /** A root that counts. */
        private void held(Root root) {
            roots.add(root);
            if (root.target() < found.length) {
                found[root.target()]++;
            }
        }

        /** What is counted and not found is in use by native code or waits on the stack. */
        private void unexplained() {
            live.forEachObject(object -> {
                int number = live.number(object);
                int missing = Math.min(refcount(object) - found[number], MOST_UNEXPLAINED);
                for (int i = 0; i < missing; i++) {
                    roots.add(new Root(Root.Kind.STACK, frames.where(), "", number));
                }
            });
        }

        // -------------------------------------------------------------- edges

        private List<EdgeCollector.Row> staticRows(EdgeCollector edges) {
            statics.search();
            var byObject = new java.util.IdentityHashMap<PyObject, EdgeCollector.Row>();
            for (PyObject holder : List.copyOf(statics.holders())) {
                statics.edges(holder, edges);
                byObject.put(holder, edges.finish());
            }
            EdgeCollector.Row none = edges.finish();
            return statics.shown().stream().map(o -> byObject.getOrDefault(o, none)).toList();
        }

        private void count(List<EdgeCollector.Row> counted) {
            for (EdgeCollector.Row row : counted) {
                for (int target : row.targets()) {
                    if (target >= 0 && target < found.length) {
                        found[target]++;
                    }
                }
            }
        }

        private void builderEdges(List<EdgeCollector.Row> staticRows) {
            int object = 0;
            for (List<EdgeCollector.Row> part : List.of(rows, staticRows)) {
                for (EdgeCollector.Row row : part) {
                    builder.edges(object++, row.labels(), row.targets());
                }
            }
        }
    }
}
