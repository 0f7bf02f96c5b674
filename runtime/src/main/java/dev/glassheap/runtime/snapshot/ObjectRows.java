package dev.glassheap.runtime.snapshot;

import dev.glassheap.runtime.gc.CycleCollector;
import dev.glassheap.runtime.object.Buffers;
import dev.glassheap.runtime.object.Previews;
import dev.glassheap.runtime.object.PyByteArray;
import dev.glassheap.runtime.object.PyBytes;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PySet;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds the row of every object: on the heap, outside it, parked. */
final class ObjectRows {

    private final World w;
    private final GuestFrames frames;
    private final HeapSnapshot.Builder builder;
    private final Map<PyType, Integer> types = new IdentityHashMap<>();
    private final Map<String, Integer> parkedTypes = new HashMap<>();
    private final Map<Integer, Integer> sites = new HashMap<>();
    private final Map<PyObject, Integer> generations = new IdentityHashMap<>();
    private final Map<PyObject, Long> buffers = new IdentityHashMap<>();

    ObjectRows(World w, CycleCollector collector, GuestFrames frames, HeapSnapshot.Builder builder) {
        this.w = w;
        this.frames = frames;
        this.builder = builder;
        for (int g = 0; g < CycleCollector.GENERATIONS; g++) {
            int generation = g;
            collector.forEach(g, o -> generations.put(o, generation));
        }
        collector.forEachFrozen(o -> generations.put(o, CycleCollector.GENERATIONS - 1));
    }

    /** @param argument an object whose refcount is told less one, because the observer holds it */
    void add(LiveObjects live, List<PyObject> statics, Optional<PyObject> argument) {
        sumBuffers(live);
        live.forEachObject(object -> {
            LiveObjects.Body body = live.body(live.number(object));
            int refcount = object.refcnt - (argument.isPresent() && argument.get() == object ? 1 : 0);
            builder.object(new ObjectRow(object.address, type(object.type), object.serial, refcount,
                body.requested() + buffers.getOrDefault(object, 0L), generations.getOrDefault(object, ObjectTable.UNTRACKED), length(object),
                site(body.site()), body.birth(), Previews.of(object), object.weakList() == null ? 0 : ObjectRow.WEAKLY_REFERENCED));
        });
        for (PyObject object : statics) {
            builder.object(new ObjectRow(object.address, type(object.type), 0, object.refcnt, object.type.basicSize,
                generations.getOrDefault(object, ObjectTable.UNTRACKED), length(object), Site.NONE, 0, Previews.of(object), ObjectRow.STATIC));
        }
        live.parked().values().stream().sorted((a, b) -> Long.compare(a.block(), b.block())).forEach(p -> builder.object(
            new ObjectRow(p.block() + p.head(), parkedType(p), 0, 0, w.heap.requestedSize(p.block()), ObjectTable.UNTRACKED,
                ObjectTable.NO_LENGTH, Site.NONE, w.heap.birth(p.block()), "", ObjectRow.PARKED)));
    }

    private void sumBuffers(LiveObjects live) {
        w.heap.forEachBlock((address, requested, granted, site, birth, occupant) -> {
            if (occupant instanceof PyObject owner && live.lives(owner) && owner.address != address + owner.type.preHeaderSize()
                && Buffers.countedByOwner(Buffers.role(owner, address))) {
                buffers.merge(owner, requested, Long::sum);
            }
        });
    }

    private static int length(PyObject object) {
        return switch (object) {
            case PyList l -> l.size;
            case PyDict d -> d.size();
            case PyTuple t -> t.items.length;
            case PySet s -> s.size();
            case PyStr s -> s.length();
            case PyBytes b -> b.data.length;
            case PyByteArray b -> (int) b.obSize();
            default -> ObjectTable.NO_LENGTH;
        };
    }

    private int site(int id) {
        return sites.computeIfAbsent(id, unseen -> frames.site(unseen).map(builder::site).orElse(Site.NONE));
    }

    // ------------------------------------------------------------------ types

    private int type(PyType type) {
        return types.computeIfAbsent(type, t -> builder.type(new TypeInfo(t.shortName(), layout(t), t.preHeaderSize())));
    }

    private int parkedType(LiveObjects.Parked p) {
        return parkedTypes.computeIfAbsent(p.type(), name -> builder.type(new TypeInfo(name, "", p.head())));
    }

    /** {@code "slots next, prev"}; {@code "attributes x, y"} of a class whose instances share their keys. */
    private static String layout(PyType type) {
        if (!type.has(PyType.HEAPTYPE)) {
            return "";
        }
        StringBuilder names = new StringBuilder();
        slots(type, names);
        if (!names.isEmpty()) {
            return "slots " + names;
        }
        if (type.sharedKeys == null || type.sharedKeys.size() == 0) {
            return "";
        }
        for (int i = 0; i < type.sharedKeys.size(); i++) {
            names.append(names.isEmpty() ? "" : ", ").append(type.sharedKeys.nameAt(i).text());
        }
        return "attributes " + names;
    }

    private static void slots(PyType type, StringBuilder names) {
        if (type == null || !type.has(PyType.HEAPTYPE)) {
            return;
        }
        slots(type.base, names);
        for (String name : type.memberSlots) {
            names.append(names.isEmpty() ? "" : ", ").append(name);
        }
    }
}
