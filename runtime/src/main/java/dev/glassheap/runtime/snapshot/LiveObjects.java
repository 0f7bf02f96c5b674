package dev.glassheap.runtime.snapshot;

import dev.glassheap.runtime.object.FreeLists;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The objects on the heap by number, in address order of pools and then of the C heap; behind them in {@link #parked()} what the free lists
 * of types keep.
 */
final class LiveObjects {

    /** A block that is allocated, but no object. @param type empty name for dict keys */
    record Parked(long block, int head, String type) { }

    private final List<PyObject> objects = new ArrayList<>();
    private final List<Body> bodies = new ArrayList<>();
    private final Map<PyObject, Integer> numbers = new IdentityHashMap<>();
    private final Map<Long, Parked> parked = new HashMap<>();

    /** What the heap knows of an object's own block. @param requested bytes; @param birth event */
    record Body(long requested, int site, long birth) { }

    LiveObjects(World w) {
        park(w);
        w.heap.forEachBlock((address, requested, granted, site, birth, occupant) -> {
            if (occupant instanceof PyObject object && !parked.containsKey(address) && isBody(object, address)) {
                numbers.put(object, objects.size());
                objects.add(object);
                bodies.add(new Body(requested, site, birth));
            }
        });
    }

    private static boolean isBody(PyObject object, long address) {
        return object.serial > 0 && object.type != null && object.address == address + object.type.preHeaderSize();
    }

    private void park(World w) {
        FreeLists lists = w.freeLists;
        park(lists.floats, w.types.floatType);
        park(lists.lists, w.types.listType);
        park(lists.dicts, w.types.dictType);
        park(lists.slices, w.types.sliceType);
        for (int length = 1; length <= FreeLists.MAX_TUPLE_LENGTH; length++) {
            park(lists.tuples(length), w.types.tupleType);
        }
        for (int i = 0; i < lists.keys.size(); i++) {
            parked.put(lists.keys.at(i), new Parked(lists.keys.at(i), 0, "dict keys"));
        }
    }

    private void park(FreeLists.Parking list, PyType type) {
        int head = type.preHeaderSize();
        for (int i = 0; i < list.size(); i++) {
            long block = list.at(i) - head;
            parked.put(block, new Parked(block, head, type.shortName()));
        }
    }

    /** Objects that live, parked blocks not among them. */
    int count() {
        return objects.size();
    }

    void forEachObject(Consumer<PyObject> visitor) {
        objects.forEach(visitor);
    }

    Body body(int number) {
        return bodies.get(number);
    }

    /**
     * Number of an object on the heap.
     *
     * @throws IllegalStateException if it has no block: a reference to a dead object
     */
    int number(PyObject object) {
        Integer number = numbers.get(object);
        if (number == null) {
            throw new IllegalStateException("a reference leads to " + object.type.name + "#" + object.serial + ", which has no block");
        }
        return number;
    }

    boolean lives(PyObject object) {
        return numbers.containsKey(object);
    }

    Map<Long, Parked> parked() {
        return parked;
    }
}
