package dev.glassheap.runtime.gc;

import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;

/** {@code invoke_gc_callback}: tells the functions in {@code gc.callbacks} that a collection starts or has stopped. */
final class CollectionCallbacks {

    private final World w;
    private final CycleCollector collector;

    CollectionCallbacks(World w, CycleCollector collector) {
        this.w = w;
        this.collector = collector;
    }

    /** @param phase "start" or "stop" */
    void invoke(String phase, int generation, long collected, long uncollectable) {
        PyList list = collector.callbacks().orElse(null);
        if (list == null) {
            return;
        }
        PyDict info = null;
        PyStr text = null;
        try {
            if (list.size > 0) {
                info = info(generation, collected, uncollectable);
            }
            text = w.str(phase);
            call(list, text, info);
        } catch (PyException e) {
            w.calls.writeUnraisable(w, e, w.singletons.none);
        } finally {
            w.releaseOrNull(text, Holder.NATIVE);
            w.releaseOrNull(info, Holder.NATIVE);
        }
    }

    private void call(PyList list, PyStr phase, PyDict info) {
        for (int i = 0; i < list.size; i++) {
            PyObject callback = w.newRef(list.items[i], Holder.NATIVE);
            try {
                w.release(Calls.call(w, callback, phase, info), Holder.RESULT);
            } catch (PyException e) {
                w.calls.writeUnraisable(w, e, callback);
            }
            w.release(callback, Holder.NATIVE);
        }
    }

    private PyDict info(int generation, long collected, long uncollectable) {
        PyDict info = PyDict.create(w);
        try {
            put(info, "generation", generation);
            put(info, "collected", collected);
            put(info, "uncollectable", uncollectable);
            return info;
        } catch (PyException e) {
            w.release(info, Holder.NATIVE);
            throw e;
        }
    }

    /** The key is a string of its own, as {@code Py_BuildValue} makes it. */
    private void put(PyDict info, String name, long number) {
        PyStr key = w.str(name);
        PyObject value = null;
        try {
            value = w.newInt(number);
            info.setItem(w, key, value);
        } finally {
            w.releaseOrNull(value, Holder.NATIVE);
            w.release(key, Holder.NATIVE);
        }
    }
}
