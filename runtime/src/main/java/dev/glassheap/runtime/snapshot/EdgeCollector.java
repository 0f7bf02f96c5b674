package dev.glassheap.runtime.snapshot;

import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.References;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Turns what {@link References} tells of one object into its row of edges. */
final class EdgeCollector implements References.Sink {

    /** The edges of one object. */
    record Row(EdgeLabels labels, int[] targets) { }

    private final ToIntFunction<PyObject> numbers;
    private final List<String> names = new ArrayList<>();
    private EdgeLabels.Rest rest = EdgeLabels.Rest.NONE;
    private int[] targets = new int[16];
    private int count;

    /** @param numbers object number of a target that is not null */
    EdgeCollector(ToIntFunction<PyObject> numbers) {
        this.numbers = numbers;
    }

    /** What was told since the last row. */
    Row finish() {
        Row row = new Row(new EdgeLabels(names, rest), Arrays.copyOf(targets, count));
        names.clear();
        rest = EdgeLabels.Rest.NONE;
        count = 0;
        return row;
    }

    private void add(PyObject target) {
        if (count == targets.length) {
            targets = Arrays.copyOf(targets, 2 * count);
        }
        targets[count++] = target == null ? ObjectTable.NOTHING : numbers.applyAsInt(target);
    }

    @Override
    public void named(String place, PyObject target) {
        if (rest != EdgeLabels.Rest.NONE) {
            throw new IllegalStateException("place " + place + " after places without names");
        }
        names.add(place);
        add(target);
    }

    @Override
    public void item(PyObject target) {
        rest = EdgeLabels.Rest.INDEX;
        add(target);
    }

    @Override
    public void entry(PyObject key, PyObject value) {
        rest = EdgeLabels.Rest.KEY_VALUE;
        add(key);
        add(value);
    }

    @Override
    public void element(PyObject target) {
        if (target != null) {
            rest = EdgeLabels.Rest.ELEMENT;
            add(target);
        }
    }
}
