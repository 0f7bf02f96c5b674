package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.TypeBuilder;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.picture.ArenaPicture;
import dev.glassheap.runtime.picture.DiffPicture;
import dev.glassheap.runtime.picture.HeapPicture;
import dev.glassheap.runtime.picture.ObjectPicture;
import dev.glassheap.runtime.picture.PoolPicture;
import dev.glassheap.runtime.picture.Scene;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.Place;
import dev.glassheap.runtime.snapshot.PoolTable;
import dev.glassheap.runtime.snapshot.SnapshotDiff;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;

/**
 * What the guest holds of pictures and snapshots. These objects lie outside the guest's heap, so that they never show up in what they show.
 */
abstract sealed class HeapObject extends PyObject {

    /** Bytes of such an object, for its place outside the heap. */
    private static final long SIZE = 48;

    <T extends HeapObject> T outside(World w, PyType type, T object) {
        return w.makeStatic(object, type, SIZE, 1);
    }

    /** A handle on a snapshot. */
    static final class Snapshot extends HeapObject {
        final HeapSnapshot data;

        Snapshot(HeapSnapshot data) {
            this.data = data;
        }

        /** {@code snapshot 'before'}, or by its event when it has no name. */
        String name() {
            String label = data.header().label();
            return label.isEmpty() ? "the snapshot of event " + number(data.header().event()) : "snapshot '" + label + "'";
        }

        String sentence() {
            var totals = data.totals();
            String label = data.header().label();
            return "snapshot" + (label.isEmpty() ? "" : " '" + label + "'") + " at event " + number(data.header().event()) + ": "
                + number(totals.objects()) + (totals.objects() == 1 ? " object, " : " objects, ") + "reachable " + number(totals.reachable())
                + " B, allocated " + number(totals.allocated()) + " B";
        }
    }

    /** A picture: shown by a notebook, printed as text elsewhere. */
    static non-sealed class Shown extends HeapObject implements Picture {
        private final Scene scene;
        /** Number of the arena and index of the pool in it, as {@code heap.show()} takes them; empty where the picture is of no such place. */
        private final OptionalInt arena, pool;

        Shown(Scene scene, OptionalInt arena, OptionalInt pool) {
            this.scene = scene;
            this.arena = arena;
            this.pool = pool;
        }

        @Override
        public Scene scene() {
            return scene;
        }

        @Override
        public String text() {
            return scene.text().stripTrailing();
        }
    }

    /** The picture of a difference, with its figures. */
    static final class Difference extends Shown {
        final SnapshotDiff data;

        Difference(SnapshotDiff data) {
            super(DiffPicture.of(data), OptionalInt.empty(), OptionalInt.empty());
            this.data = data;
        }
    }

    static String number(long value) {
        return String.format(java.util.Locale.ROOT, "%,d", value);
    }

    /** The types of one world and how their instances are made. */
    static final class Kinds {
        private final World w;
        private final PyType pictureType;
        private final PyType differenceType;
        private final PyType snapshotType;

        Kinds(World w) {
            this.w = w;
            pictureType = picture(new TypeBuilder(w, w.types.staticType("heap.Picture"), w.types.objectType))
                .getset("arena", (world, o) -> number(((Shown) o).arena))
                .getset("pool", (world, o) -> number(((Shown) o).pool))
                .ready();
            TypeBuilder difference = picture(new TypeBuilder(w, w.types.staticType("heap.Difference"), w.types.objectType));
            figure(difference, "added", d -> d.added().size());
            figure(difference, "removed", d -> d.removed().size());
            figure(difference, "changed", d -> d.changed().size());
            figure(difference, "survived", SnapshotDiff::survived);
            figure(difference, "reused", d -> d.reused().size());
            figure(difference, "garbage", d -> d.garbage().size());
            differenceType = difference.ready();
            snapshotType = w.types.staticType("heap.Snapshot");
        }

        private TypeBuilder picture(TypeBuilder builder) {
            return builder.size((int) SIZE, 0).flags(PyType.DISALLOW_INSTANTIATION)
                .slots(s -> {
                    s.tpRepr = (world, o) -> world.str(((Shown) o).text());
                    s.tpDealloc = (world, o) -> { };
                })
                .getset("headline", (world, o) -> world.str(((Shown) o).scene().title()))
                .getset("text", (world, o) -> world.str(((Shown) o).text()));
        }

        private PyObject number(OptionalInt value) {
            return value.isPresent() ? w.newInt(value.getAsInt()) : w.none();
        }

        private void figure(TypeBuilder builder, String name, ToLongFunction<SnapshotDiff> value) {
            builder.getset(name, (world, o) -> world.newInt(value.applyAsLong(((Difference) o).data)));
        }

        /** Completes the type of snapshots, whose operations are the module's. */
        PyType defineSnapshot(java.util.function.UnaryOperator<TypeBuilder> operations) {
            TypeBuilder b = new TypeBuilder(w, snapshotType, w.types.objectType).size((int) SIZE, 0).flags(PyType.DISALLOW_INSTANTIATION)
                .slots(s -> {
                    s.tpRepr = (world, o) -> world.str(((Snapshot) o).sentence());
                    s.tpDealloc = (world, o) -> { };
                })
                .getset("name", (world, o) -> world.str(((Snapshot) o).data.header().label()));
            total(b, "event", s -> s.header().event());
            total(b, "objects", s -> s.totals().objects());
            total(b, "reachable", s -> s.totals().reachable());
            total(b, "garbage", s -> s.totals().garbage());
            total(b, "parked", s -> s.totals().parked());
            total(b, "allocated", s -> s.totals().allocated());
            total(b, "mapped", s -> s.totals().mapped());
            return operations.apply(b).ready();
        }

        private void total(TypeBuilder builder, String name, ToLongFunction<HeapSnapshot> value) {
            builder.getset(name, (world, o) -> world.newInt(value.applyAsLong(((Snapshot) o).data)));
        }

        PyType pictureType() {
            return w.newRef(pictureType, Holder.MODULE);
        }

        PyType snapshotType() {
            return w.newRef(snapshotType, Holder.MODULE);
        }

        // -------------------------------------------------------------- instances

        PyObject snapshot(HeapSnapshot data) {
            Snapshot s = new Snapshot(data);
            return s.outside(w, snapshotType, s);
        }

        PyObject difference(SnapshotDiff data) {
            Difference d = new Difference(data);
            return d.outside(w, differenceType, d);
        }

        PyObject heap(HeapSnapshot s) {
            return shown(HeapPicture.of(s), OptionalInt.empty(), OptionalInt.empty());
        }

        PyObject arena(HeapSnapshot s, int arena) {
            return shown(ArenaPicture.of(s, arena), OptionalInt.of(s.pools().arenaNumber(arena)), OptionalInt.empty());
        }

        PyObject pool(HeapSnapshot s, int pool) {
            return within(s, pool, PoolPicture.of(s, pool));
        }

        PyObject object(HeapSnapshot s, int object) {
            Scene scene = ObjectPicture.of(s, object);
            return s.place(object) instanceof Place.InPool place ? within(s, place.pool(), scene)
                : shown(scene, OptionalInt.empty(), OptionalInt.empty());
        }

        private PyObject within(HeapSnapshot s, int pool, Scene scene) {
            PoolTable pools = s.pools();
            return shown(scene, OptionalInt.of(pools.arenaNumber(pools.arenaOf(pool))), OptionalInt.of(pools.indexInArena(pool)));
        }

        private PyObject shown(Scene scene, OptionalInt arena, OptionalInt pool) {
            Shown p = new Shown(scene, arena, pool);
            return p.outside(w, pictureType, p);
        }
    }
}
