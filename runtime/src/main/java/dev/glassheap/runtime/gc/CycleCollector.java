package dev.glassheap.runtime.gc;

import dev.glassheap.runtime.heap.Profile;
import dev.glassheap.runtime.object.Collector;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** Stands in for the collector while it is written: tracks, never collects. */
public final class CycleCollector implements Collector {

    private static final class Head extends PyObject {
    }

    private final PyObject head = new Head();

    public CycleCollector(Profile profile) {
        head.gcNext = head;
        head.gcPrev = head;
    }

    public void attach(World w) {
    }

    public boolean isEnabled() {
        return false;
    }

    public long collect(int generation) {
        return 0;
    }

    @Override
    public void allocated(World w) {
    }

    @Override
    public void freed() {
    }

    @Override
    public void track(PyObject o) {
        if (o.gcNext != null) {
            return;
        }
        o.gcPrev = head.gcPrev;
        o.gcNext = head;
        head.gcPrev.gcNext = o;
        head.gcPrev = o;
    }

    @Override
    public void untrack(PyObject o) {
        if (o.gcNext == null) {
            return;
        }
        o.gcPrev.gcNext = o.gcNext;
        o.gcNext.gcPrev = o.gcPrev;
        o.gcNext = null;
        o.gcPrev = null;
    }
}
